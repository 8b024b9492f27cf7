import { type Death } from '../../jets/index.js'
import { type Service } from './service.js'
import { type Decision } from './step.js'

/**
 * Hears of all that a supervisor decides, in order, and of the services that it takes up and lets go: the whole of
 * what their states follow from. It must neither throw nor wait.
 */
export interface Recorder {
  /** A service comes, down and `new`, or with the process that an earlier supervisor left. */
  took(service: Service, why: 'new' | 'adopted'): void
  /** @param death how the service's last process ended, where that is known */
  decided(decision: Decision, death?: Death): void
  /** A service has left; nothing more will be decided for it. */
  left(service: Service): void
}

/** A recorder that tells two. */
export const both = (one: Recorder, other: Recorder): Recorder => ({
  took(service, why) {
    one.took(service, why)
    other.took(service, why)
  },
  decided(decision, death) {
    one.decided(decision, death)
    other.decided(decision, death)
  },
  left(service) {
    one.left(service)
    other.left(service)
  },
})

import { type Atom, cord, isCell } from '../../nock/index.js'
import { type Recorder } from '../supervision/recorder.js'
import { type Service } from '../supervision/service.js'
import { type Decision } from '../supervision/step.js'

/** What is counted of one service. */
export interface Counts {
  /** Starts of its run script by this supervisor, and the process that it took over, if it did. */
  starts: number
  startFailures: number
  /** Its last decision failed. */
  isFailing: boolean
}

/** Counts what a supervisor decides. Plain numbers: there is a decision for each service at each sweep. */
export class Tally implements Recorder {
  readonly services = new Map<Atom, Counts>()
  decisions = 0
  failed = 0

  took(service: Service, why: 'new' | 'adopted'): void {
    this.services.set(service.name, { starts: why === 'new' ? 0 : 1, startFailures: 0, isFailing: false })
  }

  decided({ before, after, tape, failure }: Decision): void {
    this.decisions++
    const counts = this.services.get(before.name)
    if (failure !== undefined) this.failed++
    if (counts === undefined) return
    counts.isFailing = failure !== undefined
    if (before.pid !== after.pid && after.state === 1) counts.starts++
    for (const { head: request, tail: answer } of tape) {
      if (isCell(request) && request.head === SPAWN && answer === 0) counts.startFailures++
    }
  }

  left(service: Service): void {
    this.services.delete(service.name)
  }
}

const SPAWN = cord('spawn')

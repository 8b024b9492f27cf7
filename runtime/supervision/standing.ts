import { type Service } from './service.js'

/** How it stands with a service. */
export interface Standing {
  readonly name: string
  readonly service: Service
  /** It is to be kept up. */
  readonly wanted: boolean
  /** When its state or pid last changed, Unix time in milliseconds. */
  readonly since: number
}

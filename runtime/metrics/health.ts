import { type Standing } from '../supervision/standing.js'

/** What `/healthz` answers. */
export interface Health {
  /**
   * `ok`; `down`: a service that should be up is not, or nothing can be decided for it; `stalled`: no sweep for a long
   * time; `starting`, `ending`: they are still being taken up, or are taken down.
   */
  readonly status: 'ok' | 'down' | 'stalled' | 'starting' | 'ending'
  readonly services: number
  /** Those that should be up and are not. What an operator took down is none of them. */
  readonly down: readonly string[]
  /** Those for which the last decision failed. */
  readonly failing: readonly string[]
}

/** How far a supervisor is. */
export type Phase = 'starting' | 'running' | 'ending'

export interface Pulse {
  readonly standings: Iterable<Standing>
  readonly isFailing: (standing: Standing) => boolean
  /** Since the last sweep, in milliseconds. */
  readonly sinceSweep: number
  readonly phase: Phase
}

/** No sweep for so long, in milliseconds, is none any more: a dozen of them should have been. */
export const STALLED = 10_000

/** How it is with a supervisor and its services. */
export const healthOf = ({ standings, isFailing, sinceSweep, phase }: Pulse): Health => {
  const all = [...standings]
  const names = (which: (standing: Standing) => boolean) => all.filter(which).map(({ name }) => name)
  const down = names(({ wanted, service }) => wanted && service.state === 0)
  const failing = names(isFailing)
  const now = sinceSweep > STALLED ? 'stalled' : down.length + failing.length > 0 ? 'down' : 'ok'
  return { status: phase === 'running' ? now : phase, services: all.length, down, failing }
}

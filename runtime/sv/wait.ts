import type { Status } from '../supervise/status.js'

/** How far a command has come; `check`: it has taken effect if `./check` says so. */
export type Progress = 'reached' | 'check' | 'not yet'

/** What a command's progress is measured from. */
export interface Sent {
  /** The command's letters. */
  readonly letters: string
  /** The status when they were sent; undefined for a command that sends nothing. */
  readonly before: Status | undefined
  /** When `sv` began: Unix time in milliseconds. */
  readonly at: number
}

/**
 * Whether a command has taken effect, by the status of a service that is supervised: what runit's `sv` holds each
 * letter to, all of them together.
 *
 * @example
 * progress({ letters: 'd', before, at }, { ...status, pid: 0, state: 'down' }) === 'reached'
 */
export const progress = (sent: Sent, now: Status): Progress => {
  let check = false
  for (const letter of sent.letters) {
    const one = letterProgress(letter, sent, now)
    if (one === 'not yet') return one
    if (one === 'check') check = true
  }
  return check ? 'check' : 'reached'
}

const letterProgress = (letter: string, { before, at }: Sent, now: Status): Progress => {
  const runs = now.pid !== 0
  switch (letter) {
    case 'u':
      // runit does not look at what is wanted, and so tells of a service that runs `once` before it is heard.
      return runs && now.state === 'run' && now.want === 'up' ? 'check' : 'not yet'
    case 'd':
      return !runs && now.state === 'down' ? 'reached' : 'not yet'
    case 'C':
      return runs ? 'check' : 'reached'
    case 't':
    case 'k':
      if (!runs && now.want === 'down') return 'reached'
      return runs && !now.gotTerm && second(now.since) >= second(at) && isAnother(now, before)
        ? 'check'
        : 'not yet'
    case 'o':
      if (runs) return now.want === 'down' ? 'reached' : 'not yet'
      return second(now.since) >= second(at) && isAnother(now, before) ? 'reached' : 'not yet'
    case 'p':
      return runs && !now.paused ? 'not yet' : 'reached'
    case 'c':
      return runs && now.paused ? 'not yet' : 'reached'
    case 'x':
      // It has only once nobody supervises the service.
      return 'not yet'
    default:
      return 'reached'
  }
}

const second = (milliseconds: number): number => Math.floor(milliseconds / 1000)

/** runit, which looks at whole seconds only, takes one that began in the second of its own start for another. */
const isAnother = (now: Status, before: Status | undefined): boolean =>
  before === undefined || before.pid !== now.pid || before.since !== now.since

import { type Noun, YES, cord, isAtom } from '../../nock/index.js'
import { type Decision } from './step.js'

/** What a service's process was sent, as far as `supervise/status` tells of it. No decision follows from it. */
export interface Signalled {
  /** It was stopped, and not told to go on since. */
  readonly paused: boolean
  readonly gotTerm: boolean
}

/** Of a process that was sent nothing. */
export const UNTOUCHED: Signalled = { paused: false, gotTerm: false }

/**
 * What it was sent after a decision: it is all on the tape. A script for the letter p or c that has seen to it counts as
 * the signal, as runit counts it.
 *
 * @example
 * signalledBy(UNTOUCHED, { tape: [cell(cell(cord('signal'), 15, 7), 0)], after: { ...down(97), state: 1, pid: 7 } }).gotTerm // true
 */
export const signalledBy = (
  before: Signalled,
  { tape, after }: Pick<Decision, 'tape' | 'after'>,
): Signalled => {
  if (after.state === 0) return UNTOUCHED
  let now = before
  for (const { head: request, tail: answer } of tape) {
    if (isAtom(request)) continue
    const effect = answer === YES ? EFFECTS.get(request.head)?.(request.tail) : undefined
    if (request.head === SPAWN) now = UNTOUCHED
    else if (effect !== undefined) now = { ...now, ...effect }
  }
  return now
}

const SPAWN = cord('spawn')

/** By the request's tag: what comes of one that was answered yes. */
const EFFECTS: ReadonlyMap<Noun, (sample: Noun) => Partial<Signalled> | undefined> = new Map([
  [cord('signal'), (sample) => (isAtom(sample) ? undefined : BY_SIGNAL.get(sample.head))],
  [cord('control'), (sample) => (isAtom(sample) ? undefined : BY_SCRIPT.get(sample.head))],
])

const BY_SIGNAL: ReadonlyMap<Noun, Partial<Signalled>> = new Map([
  [15, { gotTerm: true }],
  [19, { paused: true }],
  [18, { paused: false }],
])

const BY_SCRIPT: ReadonlyMap<Noun, Partial<Signalled>> = new Map([
  [cord('p'), { paused: true }],
  [cord('c'), { paused: false }],
])

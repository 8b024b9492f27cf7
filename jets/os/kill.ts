import { type Noun, NO, YES } from '../../nock/index.js'
import { Malformed, type Question } from './question.js'
import { type System } from './system.js'

/** The sample `[signal pid]`. */
export interface SignalAndPid {
  readonly signal: number
  readonly pid: number
}

/** @throws Malformed when it is none */
export const decode = (sample: Noun): SignalAndPid => {
  if (typeof sample !== 'object') throw new Malformed()
  const { head: signal, tail: pid } = sample
  if (typeof signal !== 'number' || signal < 1 || signal > 64 || typeof pid !== 'number')
    throw new Malformed()
  return { signal, pid }
}

/** Answered when nothing is left, or at once. */
const killing = (name: string, killOf: (system: System) => System['killTree']): Question<SignalAndPid> => ({
  name,
  decode,
  perform(system, sample, answer) {
    const { signal, pid } = decode(sample)
    const gone = killOf(system)(pid, signal, (isGone = true) => answer(isGone ? YES : NO))
    return gone === undefined ? undefined : gone ? YES : NO
  },
})

/**
 * `[%kill signal pid]`: the signal to the process's whole group. Answered once nothing of the group is left, which is
 * at once when nothing is; no, at once, when the signal is not permitted.
 */
export const kill = killing('kill', ({ processes }) => processes.kill.bind(processes))

/**
 * `[%kill-tree signal pid]`: the same to all that came of the service's process, also what left its group. Answered once
 * nothing of it is left; no, when the signal is not permitted.
 */
export const killTree = killing('kill-tree', (system) => system.killTree)

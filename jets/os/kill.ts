import { type Noun, NO, YES } from '../../nock/index.js'
import { Malformed, type Question } from './question.js'

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

/**
 * `[%kill signal pid]`: the signal to the process's whole group. Answered once nothing of the group is left, which is
 * at once when nothing is; no, at once, when the signal is not permitted.
 */
export const kill: Question<SignalAndPid> = {
  name: 'kill',
  decode,
  perform(system, sample, answer) {
    const { signal, pid } = decode(sample)
    const gone = system.processes.kill(pid, signal, () => answer(YES))
    return gone === undefined ? undefined : gone ? YES : NO
  },
}

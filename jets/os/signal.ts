import { NO, YES } from '../../nock/index.js'
import { type SignalAndPid, decode } from './kill.js'
import { type Question } from './question.js'

/**
 * `[%signal signal pid]`: the signal to the process itself; STOP and CONT to its whole group. Answered at once: yes
 * when it was sent, no when it is not permitted, or the process no longer lives.
 */
export const signal: Question<SignalAndPid> = {
  name: 'signal',
  decode,
  perform(system, sample) {
    const { signal, pid } = decode(sample)
    return system.processes.send(pid, signal) ? YES : NO
  },
}

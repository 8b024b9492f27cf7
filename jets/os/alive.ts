import { NO, YES } from '../../nock/index.js'
import { Malformed, type Question } from './question.js'

/** `[%alive pid]`: is the process alive that we started under this pid? Answered at once. */
export const alive: Question = {
  name: 'alive',
  perform(system, pid) {
    if (typeof pid !== 'number') throw new Malformed()
    return system.processes.isAlive(pid) ? YES : NO
  },
}

import { type Noun, NO, YES } from '../../nock/index.js'
import { Malformed, type Question } from './question.js'

const decode = (pid: Noun): number => {
  if (typeof pid !== 'number') throw new Malformed()
  return pid
}

/** `[%alive pid]`: is the process alive that we started under this pid? Answered at once. */
export const alive: Question<number> = {
  name: 'alive',
  decode,
  perform: (system, sample) => (system.processes.isAlive(decode(sample)) ? YES : NO),
}

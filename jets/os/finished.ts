import { type Atom, YES } from '../../nock/index.js'
import { type Question } from './question.js'
import { decode } from './spawn.js'

/** `[%finished name]`: answered, yes, once the service's finish script has ended, which is at once when none runs. */
export const finished: Question<Atom> = {
  name: 'finished',
  decode,
  perform(system, sample, answer) {
    const running = system.finishing.get(decode(sample))
    running?.waiting.push(() => answer(YES))
    return running === undefined ? YES : undefined
  },
}

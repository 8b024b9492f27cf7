import { YES } from '../../nock/index.js'
import { type NameAndTime, type Question, nameAndTime } from './question.js'
import { runScript } from './script.js'

/**
 * `[%check name milliseconds]`: runs the service's check script. Answered when it has ended, yes if with 0; when its time
 * is over, no; yes, at once, when there is no such script.
 */
export const check: Question<NameAndTime> = {
  name: 'check',
  decode: nameAndTime,
  perform: (system, sample, answer) => runScript(system, nameAndTime(sample), 'check', 'check', YES, answer),
}

import { YES } from '../../nock/index.js'
import { type NameAndTime, type Question, nameAndTime } from './question.js'

/**
 * `[%wait name milliseconds]`: answered, yes, once as much time has gone by since the service was last started. (Who
 * asked may answer no before, when something else came up.)
 */
export const wait: Question<NameAndTime> = {
  name: 'wait',
  decode: nameAndTime,
  perform(system, sample, answer) {
    const { name, milliseconds } = nameAndTime(sample)
    const left = system.lastStart(name) + milliseconds - performance.now()
    if (left <= 0) return YES
    setTimeout(() => answer(YES), left)
    return undefined
  },
}

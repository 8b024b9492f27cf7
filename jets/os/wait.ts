import { YES } from '../../nock/index.js'
import { Malformed, type Question } from './question.js'

/**
 * `[%wait name milliseconds]`: answered, yes, once as much time has gone by since the service was last started. (Who
 * asked may answer no before, when something else came up.)
 */
export const wait: Question = {
  name: 'wait',
  perform(system, sample, answer) {
    if (typeof sample !== 'object') throw new Malformed()
    const { head: name, tail: milliseconds } = sample
    if (typeof name === 'object' || typeof milliseconds !== 'number') throw new Malformed()
    const left = system.lastStart(name) + milliseconds - performance.now()
    if (left <= 0) return YES
    setTimeout(() => answer(YES), left)
    return undefined
  },
}

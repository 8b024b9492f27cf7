import { expect, test } from 'vitest'
import { newsOf } from '../../../runtime/supervision/news.js'
import { allWell, started, stopped } from '../../_kit/decisions.js'

const KILLED = { code: -1, signal: 9 } as const
const ENDED = { code: 7, signal: 0 } as const

test.each([
  [started('web', 7), KILLED, 'supervise 1', 'up (pid 7)'],
  [stopped('web', 7), KILLED, 'd 0', 'killed by signal 9, down'],
  [stopped('web', 7), ENDED, 'd 0', 'ended with code 7, down'],
  [stopped('web', 7), { code: -1, signal: 0 } as const, 'd 0', 'ended, down'],
  [
    { ...started('web', 8), before: allWell('web', 7).before },
    ENDED,
    'again',
    'ended with code 7, up (pid 8)',
  ],
])('of a decision that changed something', (decision, death, kind, message) => {
  expect(newsOf(decision, death)).toEqual({ kind, message })
})

test('of one that failed, the crash', () => {
  expect(newsOf(stopped('web', 7, false), KILLED)).toEqual({
    kind: 'policy',
    message:
      "nothing decided: the policy's formula for %d failed: rule 0: no noun has an axis 0; the noun 0; the formula [0 0]",
  })
})

test('none of one that changed nothing', () => {
  expect(newsOf(allWell('web', 7), KILLED)).toBe(undefined)
  expect(newsOf(started('web', 0), KILLED)).toBe(undefined)
})

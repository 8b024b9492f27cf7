import { describe, expect, test } from 'vitest'
import { type Policy } from '../../../runtime/supervision/policy.js'
import { newLife, step } from '../../../runtime/supervision/step.js'
import { formulaOf } from '../../_kit/book.js'
import { DOWN, UP, decide, policyOf, tell, throttled } from '../../_kit/story.js'
import { nounOf } from '../../_kit/text.js'

describe('throttled', () => {
  test('waits before it starts, and a letter ends the wait', () => {
    expect(
      tell(throttled, newLife(UP, true), [
        ['look', 1, 0, 1, 'later'],
        ['look'],
        ['-> 0', 8, 0],
        ['look', 1, 0, 1, 'later'],
        ['u', 9, 0],
        ['-> 0'],
        ['look', 1, 0, 1, 'later'],
        ['d'],
      ]),
    ).toEqual([
      'look | [%alive 7] 1 | [%kill 9 7] 0 | [%finish %web 5000] 1 | [%wait %web 1000] later',
      'look | ',
      '-> 0 | [%spawn %web] 8 | [%alive 8] 0 | supervise: up 7, up 8 | supervise: up 8, up 8',
      'look | [%alive 8] 1 | [%kill 9 8] 0 | [%finish %web 5000] 1 | [%wait %web 1000] later',
      'u | [%spawn %web] 9 | [%alive 9] 0 | supervise: up 8, down | u: down, up 9 | supervise: up 9, up 9',
      '-> 0 | ',
      'look | [%alive 9] 1 | [%kill 9 9] 0 | [%finish %web 5000] 1 | [%wait %web 1000] later',
      'd | supervise: up 9, down | d: down, down | observe: down, down',
    ])
  })

  test('a letter that it does not know ends the wait, too, and it waits anew', () => {
    expect(
      tell(throttled, newLife(DOWN, true), [
        ['look', 'later'],
        ['?', 'later'],
        ['-> 0', 7],
      ]),
    ).toEqual([
      'look | [%wait %web 1000] later',
      '? | [%wait %web 1000] later | supervise: down, down',
      '-> 0 | [%spawn %web] 7 | supervise: down, up 7',
    ])
  })

  test('a command is carried out at once', () => {
    expect(
      tell(throttled, newLife(DOWN, true), [
        ['u', 7],
        ['t', 0, 1, 8],
      ]),
    ).toEqual([
      'u | [%spawn %web] 7 | u: down, up 7',
      't | [%kill 9 7] 0 | [%finish %web 5000] 1 | [%spawn %web] 8 | t: up 7, up 8',
    ])
  })
})

describe('a policy of one’s own', () => {
  const policy = (rows: string): Policy =>
    policyOf(nounOf(`[${rows} sv]`, { names: (name) => formulaOf(name) }))

  test.each([
    ['another name', '[%u %in [0 2] [1 %db] 0 7]'],
    ['up without a pid', '[%u %in [0 2] [0 6] [1 1] [1 0]]'],
    ['a state that there is not', '[%u %in [0 2] [0 6] [1 2] [1 7]]'],
    ['no service', '[%u %in [0 2] [1 7]]'],
    ['no tape', '[%u %in 0 3]'],
    ['a crash', '[%u %in 0 0]'],
  ])('a product of %s fails, and changes nothing', (_what, row) => {
    const { life, decisions } = step(
      policy(row),
      decide,
      newLife(DOWN, false),
      { _tag: 'Letter', letter: 'u' },
      () => 0,
    )
    expect(decisions).toMatchObject([{ event: 'u', before: DOWN, after: DOWN, failure: {} }])
    expect(life.service).toBe(DOWN)
    // but for the supervised set: that it is to be up was said, and it is tried again
    expect(life.supervised).toBe(true)
  })

  test('says why the product is none', () => {
    const { decisions } = step(
      policy('[%u %in [0 2] [1 7]]'),
      decide,
      newLife(DOWN, false),
      { _tag: 'Letter', letter: 'u' },
      () => 0,
    )
    expect(decisions[0]!.failure).toEqual({
      why: 'product',
      message: 'the product is not [tape name state pid] of the same service',
    })
  })

  test('may do something else on a death, without another line of code', () => {
    const never = policy('[%supervise %keep observe]')
    expect(tell(never, newLife(UP, true), [['look', 1, 0, 1], ['look']])).toEqual([
      'look | [%alive 7] 1 | [%kill 9 7] 0 | [%finish %web 5000] 1 | supervise: up 7, down',
      'look | supervise: down, down',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { type Policy } from '../../../runtime/supervision/policy.js'
import { newLife, step } from '../../../runtime/supervision/step.js'
import { formulaOf } from '../../_kit/book.js'
import { DOWN, UP, decide, policyOf, runit, tell, throttled } from '../../_kit/story.js'
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
      'look | [%alive 7] 1 | [%kill 9 7] 0 | [%finish %web 5000] 1 | [%wait %web 1000] later | supervise: up 7, down',
      'look | ',
      '-> 0 | [%spawn %web] 8 | [%alive 8] 0 | supervise: down, up 8 | supervise: up 8, up 8',
      'look | [%alive 8] 1 | [%kill 9 8] 0 | [%finish %web 5000] 1 | [%wait %web 1000] later | supervise: up 8, down',
      'u | [%spawn %web] 9 | [%alive 9] 0 | supervise: down, down | u: down, up 9 | supervise: up 9, up 9',
      '-> 0 | ',
      'look | [%alive 9] 1 | [%kill 9 9] 0 | [%finish %web 5000] 1 | [%wait %web 1000] later | supervise: up 9, down',
      'd | supervise: down, down | d: down, down | observe: down, down',
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

describe('runit', () => {
  const FINISH = '[%finish %web 2147483647]'

  test('awaits finish, then the second, then control/u, and starts; a death is known at once', () => {
    expect(
      tell(runit, newLife(UP, true), [
        ['look', 1, 0, 0, 'later'],
        ['-> 0', 'later'],
        ['-> 0', 1, 8],
      ]),
    ).toEqual([
      `look | [%alive 7] 1 | [%kill 9 7] 0 | ${FINISH} 0 | [%finished %web] later | supervise: up 7, down`,
      '-> 0 | [%wait %web 1000] later',
      '-> 0 | [%control 117 %web 5000] 1 | [%spawn %web] 8 | supervise: down, up 8',
    ])
  })

  test('a command ends the wait for finish; down is TERM, unless control/t has seen to it, CONT, and control/d', () => {
    expect(
      tell(runit, newLife(DOWN, true), [
        ['look', 'later'],
        ['d'],
        ['look'],
        ['u', 0, 0, 0, 8],
        ['d', 1, 0, 0, 1],
        ['look', 0],
        ['u'],
        ['d', 0, 0, 1],
        ['look', 1, 0, 1],
      ]),
    ).toEqual([
      'look | [%finished %web] later',
      'd | supervise: down, down | d: down, down | observe: down, down',
      'look | observe: down, down',
      'u | [%finished %web] 0 | [%wait %web 1000] 0 | [%control 117 %web 5000] 0 | [%spawn %web] 8 | u: down, up 8',
      'd | [%control 116 %web 5000] 1 | [%signal 15 8] 0 | [%signal 18 8] 0 | [%control 100 %web 5000] 1 | d: up 8, up 8',
      'look | [%alive 8] 0 | observe: up 8, up 8',
      'u | u: up 8, up 8',
      'd | [%control 116 %web 5000] 0 | [%signal 18 8] 0 | [%control 100 %web 5000] 1 | d: up 8, up 8',
      `look | [%alive 8] 1 | [%kill 9 8] 0 | ${FINISH} 1 | observe: up 8, down`,
    ])
  })

  test('a letter that waits already ends a wait before it begins', () => {
    expect(tell(runit, newLife(UP, true), [['look', 1, 'later'], ['d'], ['-> 0', 0]])).toEqual([
      'look | [%alive 7] 1 | [%kill 9 7] later',
      'd | ',
      `-> 0 | ${FINISH} 0 | supervise: up 7, down | d: down, down | observe: down, down`,
    ])
    expect(
      tell(runit, newLife(DOWN, false), [
        ['u', 0, 'later'],
        ['h', 0, 'later'],
        ['-> 0', 1, 8],
      ]),
    ).toEqual([
      'u | [%finished %web] 0 | [%wait %web 1000] later',
      'h | [%finished %web] 0 | [%wait %web 1000] later | u: down, down | h: down, down',
      '-> 0 | [%control 117 %web 5000] 1 | [%spawn %web] 8 | supervise: down, up 8',
    ])
  })

  test('exit waits for its end, and does not ask twice; term and kill are signals, for their scripts to see to', () => {
    expect(
      tell(runit, newLife(UP, true), [
        ['t', 1, 0],
        ['k', 0],
        ['k', 1, 0],
        ['x', 1, 0, 0, 1],
        ['look', 0],
        ['look', 1, 0, 1],
      ]),
    ).toEqual([
      't | [%control 116 %web 5000] 1 | [%signal 15 7] 0 | t: up 7, up 7',
      'k | [%control 107 %web 5000] 0 | k: up 7, up 7',
      'k | [%control 107 %web 5000] 1 | [%signal 9 7] 0 | k: up 7, up 7',
      'x | [%control 116 %web 5000] 1 | [%signal 15 7] 0 | [%signal 18 7] 0 | [%control 120 %web 5000] 1 | x: up 7, up 7',
      'look | [%alive 7] 0 | observe: up 7, up 7',
      `look | [%alive 7] 1 | [%kill 9 7] 0 | ${FINISH} 1 | observe: up 7, down | left`,
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
      // what it left down is looked at again
      'look | [%alive 7] 1 | [%kill 9 7] 0 | [%finish %web 5000] 1 | supervise: up 7, down | supervise: down, down',
      'look | supervise: down, down',
    ])
  })
})

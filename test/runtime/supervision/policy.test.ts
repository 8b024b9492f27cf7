import { describe, expect, test } from 'vitest'
import { axis as at, equal, printNoun } from '../../../nock/index.js'
import { readPolicy } from '../../../runtime/supervision/policy.js'
import { formulaOf } from '../../_kit/book.js'
import { sv, throttled } from '../../_kit/story.js'
import { nounOf } from '../../_kit/text.js'

/** The rows of a policy as texts, or what is wrong with it. */
const read = (text: string): readonly string[] | string => {
  const policy = readPolicy(nounOf(text))
  if (policy._tag === 'Left') return policy.left
  return [...policy.right].map(([event, row]) => `${event} ${row.supervised} ${printNoun(row.formula)}`)
}

/** The rows that there must be. */
const NEEDED = '[%supervise %keep 0 1] [%observe %keep 0 2] [%x %exit 0 3]'

describe('a policy', () => {
  test('is a list of [event supervised formula]', () => {
    expect(read(`[${NEEDED} [%u %in 4 0 1] [%d %out 1 7] 0]`)).toEqual([
      'supervise keep [0 1]',
      'observe keep [0 2]',
      'x exit [0 3]',
      'u in [4 0 1]',
      'd out [1 7]',
    ])
  })

  test('the first row of an event counts', () => {
    expect(read(`[[%u %in 0 1] [%observe %out 0 9] ${NEEDED} [%u %out 0 2] [%u %exit 0 3] 0]`)).toEqual([
      'u in [0 1]',
      'observe out [0 9]',
      'supervise keep [0 1]',
      'x exit [0 3]',
    ])
  })

  test('a row put before a policy takes the place of its own', () => {
    expect(sv.size).toBe(19)
    expect([...throttled.keys()]).toEqual([...sv.keys()])
    expect(equal(throttled.get('supervise')!.formula, at(11, formulaOf('throttled'))!)).toBe(true)
    expect(equal(throttled.get('u')!.formula, sv.get('u')!.formula)).toBe(true)
  })

  test('an event may be any text', () => {
    expect(read(`[${NEEDED} ['an Event' %in 0 1] ['ß' %in 0 2] 0]`)).toEqual([
      'supervise keep [0 1]',
      'observe keep [0 2]',
      'x exit [0 3]',
      'an Event in [0 1]',
      'ß in [0 2]',
    ])
  })

  test('what a formula is, an evaluation will tell', () => {
    expect(read(`[${NEEDED} [%u %in 7] 0]`)).toContain('u in 7')
  })

  test('may have ten thousand rows', () => {
    expect(read(`[${NEEDED} ${'[%u %in 0 1] '.repeat(10_000)} 0]`)).toHaveLength(4)
  })
})

describe('no policy', () => {
  test.each([
    ['0', 'there is no row for %supervise'],
    ['[[%supervise %keep 0 1] 0]', 'there is no row for %observe'],
    ['[[%observe %keep 0 1] 0]', 'there is no row for %supervise'],
    ['[[%observe %keep 0 1] [%supervise %keep 0 1] 0]', 'there is no row for %x'],
    [`[${NEEDED} 1]`, 'a policy is a list, it ends in 0'],
    [NEEDED.replace(/^/, '[') + ']', 'row 3 is not [event supervised formula]'], // the list ends in the last row
    ['7', 'a policy is a list, it ends in 0'],
    ['[0 1]', 'row 1 is not [event supervised formula]'],
    [`[${NEEDED} %u 0]`, 'row 4 is not [event supervised formula]'],
    [`[${NEEDED} [%u %in] 0]`, 'row 4 is not [event supervised formula]'],
    [`[${NEEDED} [[%u 0] %in 0 1] 0]`, 'row 4: the event is no text'],
    [`[${NEEDED} [0xff %in 0 1] 0]`, 'row 4: the event is no text'],
    [`[${NEEDED} [%u %maybe 0 1] 0]`, 'row 4 (u): supervised must be %in, %out, %keep or %exit'],
    [`[${NEEDED} [%u 0 0 1] 0]`, 'row 4 (u): supervised must be %in, %out, %keep or %exit'],
    [`[${NEEDED} [%u [%in 0] 0 1] 0]`, 'row 4 (u): supervised must be %in, %out, %keep or %exit'],
    // also behind a row that counts
    [
      `[${NEEDED} [%supervise %sometimes 0 1] 0]`,
      'row 4 (supervise): supervised must be %in, %out, %keep or %exit',
    ],
  ])('%s: %s', (text, why) => expect(read(text)).toBe(why))

  test('a formula is not one', () => {
    expect(readPolicy(formulaOf('supervise'))).toMatchObject({ _tag: 'Left' })
    expect(readPolicy(formulaOf('start'))).toMatchObject({ _tag: 'Left' })
  })
})

import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { cord } from '../../nock/cord.js'
import { equal } from '../../nock/equal.js'
import { type Noun, cell } from '../../nock/noun.js'
import { printNoun } from '../../nock/print.js'
import { atoms, countdown, doubled, headward, nouns, sharedNouns } from '../_kit/nouns.js'
import { nounOf } from '../_kit/text.js'

const cords = fc
  .string({ unit: 'binary' })
  .filter((text) => !text.endsWith('\0'))
  .map(cord)

const textual: fc.Arbitrary<Noun> = fc.oneof(
  nouns,
  cords,
  fc.tuple(cords, nouns).map(([a, b]) => cell(a, b, a)),
)

test('parses back to the same noun', () => {
  fc.assert(
    fc.property(textual, fc.boolean(), fc.boolean(), (noun, withCords, dots) => {
      expect(equal(nounOf(printNoun(noun, { cords: withCords, dots })), noun)).toBe(true)
    }),
  )
})

test('an atom is its decimal digits', () => {
  fc.assert(
    fc.property(atoms, (a) => {
      expect(printNoun(a)).toBe(String(a))
    }),
  )
})

test.each<[Noun, string]>([
  [cell(1, 2), '[1 2]'],
  [cell(1, 2, 3), '[1 2 3]'],
  [cell(1, cell(2, 3)), '[1 2 3]'],
  [cell(cell(1, 2), 3), '[[1 2] 3]'],
  [cell(cell(1, 2), cell(3, 4), 5), '[[1 2] [3 4] 5]'],
  [cell(cell(cell(1, 2), 3), 4), '[[[1 2] 3] 4]'],
])('no more brackets than it takes: %#', (noun, text) => {
  expect(printNoun(noun)).toBe(text)
})

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [1234567, '1.234.567'],
  [10n ** 18n, '1.000.000.000.000.000.000'],
])('dots: %s', (a, text) => {
  expect(printNoun(a, { dots: true })).toBe(text)
})

test.each([
  ['stop', '%stop'],
  ['no-op2', '%no-op2'],
  ['ab', '%ab'],
  ['a', '97'],
  ['', '0'],
  ['Stop', "'Stop'"],
  ['2nd', "'2nd'"],
  ['two words', "'two words'"],
  ["it's \\", "'it\\'s \\\\'"],
  ['[]; %~', "'[]; %~'"],
  ['naïve 🙂', "'naïve 🙂'"],
  ['a\nb', '6425185'],
  ['a\u200bb', '423247274593'],
  ['a\u2028b', '423733813857'],
])('cords: %j', (text, printed) => {
  expect(printNoun(cord(text), { cords: true })).toBe(printed)
})

test('bytes that are not UTF-8 stay a number', () => {
  expect(printNoun(0xffff, { cords: true })).toBe('65535')
})

describe('a limit', () => {
  const noun = cell(100, cell(2, 3), cell(cell(4, 5), 60), 7)

  test.each([
    [0, '…'],
    [1, '…'],
    [2, '…'],
    [3, '[…]'],
    [4, '[1…]'],
    [5, '[10…]'],
    [6, '[10…]'],
    [7, '[100 …]'],
    [8, '[100 …]'],
    [9, '[100 […]]'],
    [11, '[100 [2 …]]'],
    [13, '[100 [2 3] …]'],
    [15, '[100 [2 3] […]]'],
    [17, '[100 [2 3] [[…]]]'],
    [19, '[100 [2 3] [[4 …]]]'],
    [21, '[100 [2 3] [[4 5] …]]'],
    [22, '[100 [2 3] [[4 5] 6…]]'],
    [23, '[100 [2 3] [[4 5] 6…]]'],
    [24, '[100 [2 3] [[4 5] 60] 7]'],
    [99, '[100 [2 3] [[4 5] 60] 7]'],
  ])('of %i characters', (limit, text) => {
    expect(printNoun(noun, { limit })).toBe(text)
  })

  test('is kept, and shows the start of the text', () => {
    fc.assert(
      fc.property(nouns, fc.nat(400), (one, limit) => {
        const whole = printNoun(one)
        const text = printNoun(one, { limit })
        const [start = '', end = ''] = text.split('…')
        const isStart = (start.includes('0x') || whole.startsWith(start)) && /^\]*$/.test(end)
        const isClosed = text.split('[').length === text.split(']').length
        expect(text.length).toBeLessThanOrEqual(Math.max(1, limit))
        expect(whole.length <= limit ? text === whole : text.includes('…') && isStart && isClosed).toBe(true)
      }),
    )
  })

  test('is kept whatever the options', () => {
    fc.assert(
      fc.property(
        fc.oneof(sharedNouns, textual),
        fc.nat(400),
        fc.boolean(),
        fc.boolean(),
        (one, limit, withCords, dots) => {
          const text = printNoun(one, { limit, cords: withCords, dots })
          expect(text.length).toBeLessThanOrEqual(Math.max(1, limit))
          expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
        },
      ),
    )
  })

  test('starts a long atom in decimal, and one too long for that in hexadecimal', () => {
    expect(printNoun(10n ** 20n, { limit: 20 })).toBe('1000000000000000000…')
    expect(printNoun(16n ** 20n, { limit: 20 })).toBe('0x10000000000000000…')
    expect(printNoun(2n ** 10_000_000n, { limit: 10 })).toBe('0x1000000…')
  })

  test('halves no character', () => {
    expect([4, 5, 6].map((limit) => printNoun(cord('ab🙂🙂'), { limit, cords: true }))).toEqual([
      "'ab…",
      "'ab…",
      "'ab🙂…",
    ])
  })

  test('of 2^1000 atoms', () => {
    expect(printNoun(doubled(1000), { limit: 20 })).toBe('[[[[[[[[[…]]]]]]]]]')
  })
})

test('a text that no string holds is an error', () => {
  const message = 'the text of this noun is longer than 2^28 characters; print it with a limit'
  expect(() => printNoun(doubled(1000))).toThrow(new RangeError(message))
  expect(() => printNoun(cell(countdown(200_000), doubled(30)))).toThrow(new RangeError(message))
})

describe('a million deep', { timeout: 60_000 }, () => {
  test('to the tail', () => {
    const text = printNoun(countdown(1_000_000))
    expect([text.length, text.slice(0, 24), text.slice(-8)]).toEqual([
      6_888_893,
      '[999999 999998 999997 99',
      '3 2 1 0 0]'.slice(-8),
    ])
  })

  test('to the head', () => {
    const text = printNoun(headward(1_000_000))
    expect([text.length, text.slice(999_998, 1_000_010), text.slice(-8)]).toEqual([
      8_888_891,
      '[[0 0] 1] 2]',
      ' 999999]',
    ])
  })
})

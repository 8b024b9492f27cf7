import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { at, deepest, peg, turns } from '../../nock/axis.js'
import { atom, cell, increment } from '../../nock/noun.js'
import { countdown, nouns } from '../_kit/nouns.js'

const axes = fc.oneof(fc.bigInt(1n, 31n), fc.bigInt(1n, 2n ** 33n), fc.bigInt(2n ** 52n, 2n ** 54n)).map(atom)

describe('at', () => {
  const noun = cell(cell(4, 5), cell(6, 14, 15))

  test.each([
    [1, noun],
    [2, cell(4, 5)],
    [3, cell(6, 14, 15)],
    [5, 5],
    [14, 14],
    [15, 15],
    [0, undefined],
    [8, undefined],
    [2 ** 31, undefined],
    [2n ** 64n, undefined],
  ])('axis %s', (axis, part) => {
    expect(at(axis, noun)).toEqual(part)
  })

  test('/[(peg a b) n] is /[b /[a n]]', () => {
    fc.assert(
      fc.property(axes, axes, nouns, (outer, inner, whole) => {
        const part = at(outer, whole)
        expect(at(peg(outer, inner), whole)).toBe(part === undefined ? undefined : at(inner, part))
      }),
    )
  })

  test('/[(a + a) n] is the head at a, /[(a + a + 1) n] the tail', () => {
    fc.assert(
      fc.property(axes, nouns, (axis, whole) => {
        const part = at(axis, whole)
        const even = atom(2n * BigInt(axis))
        const both = typeof part === 'object' ? [part.head, part.tail] : [undefined, undefined]
        expect([at(even, whole), at(increment(even), whole)]).toEqual(both)
      }),
    )
  })

  test.each([30, 31, 32, 52, 53, 54, 64, 1000, 1_000_000])('%s tails down', (depth) => {
    const long = countdown(depth)
    const last = 2n ** BigInt(depth + 1) - 1n
    const around = [last, last - 1n, last / 2n - 1n, last * 2n].map((n) => at(atom(n), long))
    expect(around).toEqual([0, 0, 1, undefined])
  })
})

test('turns are heads (0) and tails (1) from the top', () => {
  expect([turns(1), turns(6), turns(2n ** 60n)]).toEqual(['', '10', '0'.repeat(60)])
})

describe('peg', () => {
  test('as Hoon has it', () => {
    expect([peg(3, 2), peg(1, 7), peg(7, 1), peg(5, 6), peg(2n ** 60n, 3)]).toEqual([
      6,
      7,
      7,
      22,
      2n ** 61n + 1n,
    ])
  })

  test('of axis 0 there is none', () => {
    expect(() => peg(0, 1)).toThrow(new RangeError('0 is no axis'))
    expect(() => peg(1, 0)).toThrow(new RangeError('0 is no axis'))
  })
})

test('deepest is the axis itself if there is a part, otherwise the atom in the way', () => {
  fc.assert(
    fc.property(axes, nouns, (axis, noun) => {
      const last = deepest(axis, noun)
      const part = at(axis, noun)
      expect(at(last.axis, noun)).toBe(last.part)
      expect(
        part === undefined
          ? typeof last.part !== 'object' && turns(axis).startsWith(turns(last.axis))
          : last.axis === axis,
      ).toBe(true)
    }),
  )
})

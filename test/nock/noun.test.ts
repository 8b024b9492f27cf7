import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { type Atom, Cell, atom, cell, increment, isAtom, isCell, list } from '../../nock/noun.js'
import { atoms, nouns } from '../_kit/nouns.js'

describe('atom', () => {
  test('has one representation for each number', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 70n), (n) => {
        const a = atom(n)
        expect(BigInt(a)).toBe(n)
        expect(typeof a).toBe(n < 2n ** 53n ? 'number' : 'bigint')
      }),
    )
  })

  test('is the same from a number as from a bigint', () => {
    expect(atom(2 ** 53 - 1)).toBe(atom(2n ** 53n - 1n))
    expect(Object.is(atom(-0), 0)).toBe(true)
  })

  test.each([
    [-1, 'an atom is a natural number (give a bigint above 2^53 - 1), not -1'],
    [0.5, 'an atom is a natural number (give a bigint above 2^53 - 1), not 0.5'],
    [NaN, 'an atom is a natural number (give a bigint above 2^53 - 1), not NaN'],
    [2 ** 53, 'an atom is a natural number (give a bigint above 2^53 - 1), not 9007199254740992'],
    [-1n, 'an atom is a natural number, not -1'],
  ])('is no %s', (n, message) => {
    expect(() => atom(n)).toThrow(new RangeError(message))
  })
})

test('increment is one more, in its one representation', () => {
  fc.assert(
    fc.property(atoms, (a) => {
      expect(increment(a)).toBe(atom(BigInt(a) + 1n))
    }),
  )
})

test('increment crosses 2^53', () => {
  const below: Atom = 2 ** 53 - 1
  expect(increment(below)).toBe(2n ** 53n)
  expect(increment(2n ** 53n)).toBe(2n ** 53n + 1n)
})

test('cells associate to the right', () => {
  expect(cell(1, 2, 3, 4)).toEqual(new Cell(1, new Cell(2, new Cell(3, 4))))
})

test('a list ends in 0', () => {
  expect(list([])).toBe(0)
  expect(list([1, cell(2, 3)])).toEqual(cell(1, cell(2, 3), 0))
})

test('a noun is either an atom or a cell', () => {
  fc.assert(
    fc.property(nouns, (noun) => {
      expect(isAtom(noun)).toBe(!isCell(noun))
    }),
  )
})

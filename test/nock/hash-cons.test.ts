import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { equal } from '../../nock/equal.js'
import { HashCons, SMALL, WIDE } from '../../nock/hash-cons.js'
import { knownMug, mug } from '../../nock/mug.js'
import { Cell, type Noun, cell } from '../../nock/noun.js'
import { numbered } from '../../nock/numbering.js'
import { atomOfWords } from '../../nock/words.js'
import { copyOf, countdown, doubled, headward, nouns, sharedNouns, tree } from '../_kit/nouns.js'

/** The noun of a number, made anew. */
const nounOf = (n: number, numbers: HashCons): Noun => {
  if (n < 0) return ~n
  const { all } = numbers.words
  const left = numbers.sides[2 * n]!
  const right = numbers.sides[2 * n + 1]!
  return left === WIDE
    ? atomOfWords(all, right + 1, right + 1 + all[right]!)
    : new Cell(nounOf(left, numbers), nounOf(right, numbers))
}

/** Every cell of a noun, once. */
const cellsOf = (noun: Noun): Set<Cell> => {
  const seen = new Set<Cell>()
  const pending = [noun]
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (typeof one !== 'object' || seen.has(one)) continue
    seen.add(one)
    pending.push(one.head, one.tail)
  }
  return seen
}

test('a number stands for its noun', () => {
  fc.assert(
    fc.property(fc.array(nouns, { minLength: 1, maxLength: 8 }), (some) => {
      const numbers = new HashCons()
      for (const noun of some) expect(equal(nounOf(numbered(noun, numbers), numbers), noun)).toBe(true)
    }),
  )
})

test('equal nouns have one number, others another', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(nouns, sharedNouns), { maxLength: 8 }), (some) => {
      const numbers = new HashCons()
      const all = [...some, ...some.map(copyOf)]
      const given = all.map((noun) => numbered(noun, numbers))
      for (let i = 0; i < all.length; i++) {
        for (let j = 0; j < i; j++) expect(given[i] === given[j]).toBe(equal(all[i]!, all[j]!))
      }
    }),
  )
})

test('of atoms', () => {
  const numbers = new HashCons()
  expect([0, 1, SMALL - 1].map((a) => numbers.atom(a))).toEqual([-1, -2, -(2 ** 31) + 1])
  expect([SMALL, 2 ** 31, 2 ** 32, 2n ** 60n, 2n ** 5000n].map((a) => numbers.atom(a))).toEqual([
    1, 2, 3, 4, 5,
  ])
  expect([SMALL, 2 ** 31, 2 ** 32, 2n ** 60n, 2n ** 5000n].map((a) => numbers.atom(a))).toEqual([
    1, 2, 3, 4, 5,
  ])
  expect(numbers.count).toBe(5)
})

test('of as many parts as are different', () => {
  const numbers = new HashCons()
  numbered(doubled(1000), numbers)
  expect(numbers.count).toBe(1000)
  numbered(cell(doubled(500), tree(10)), numbers)
  expect(numbers.count).toBe(1000 + 1 + 1023)
})

describe('the cells keep their mugs and their code', () => {
  test.each<[string, () => Noun]>([
    ['a list', () => countdown(2000)],
    ['to the head', () => headward(2000)],
    ['a tree', () => tree(10)],
    ['shared', () => doubled(300)],
  ])('%s', (_, make) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 10 }), (places) => {
        const noun = make()
        const cells = [...cellsOf(noun)]
        places.forEach((place, i) => {
          const one = cells[place % cells.length]!
          if (i % 2 === 0) mug(one)
          else one.memo = { mug: 0, code: i }
        })
        const memos = cells.map(({ memo }) => memo)
        const mugs = cells.map(knownMug)
        numbered(noun, new HashCons())
        expect(cells.map(({ memo }) => memo)).toEqual(memos)
        expect(cells.map(knownMug)).toEqual(mugs)
      }),
      { numRuns: 20 },
    )
  })

  test('where it fails, too', () => {
    const noun = cell(countdown(3000), headward(3000))
    const cells = [...cellsOf(noun)]
    const broken = new HashCons()
    let left = 2000
    broken.cell = (head, tail) => {
      if (left-- === 0) throw new RangeError('no more memory')
      return HashCons.prototype.cell.call(broken, head, tail)
    }
    expect(() => numbered(noun, broken)).toThrow('no more memory')
    expect(cells.every((one) => knownMug(one) === 0)).toBe(true)
  })
})

test('whoever chooses the nouns cannot make it slow', () => {
  // A million pairs whose bits are in the same place, and a hundred thousand cells that hold one atom of a megabyte.
  let noun: Noun = 0
  for (let i = 0; i < 1000; i++) {
    for (let j = 0; j < 1000; j++) noun = new Cell(new Cell(i * 2 ** 20, j * 2 ** 20), noun)
  }
  const long = 1n << 8_000_000n
  for (let i = 0; i < 100_000; i++) noun = new Cell(long, noun)
  const numbers = new HashCons()
  numbered(noun, numbers)
  expect(numbers.count).toBe(2_100_001)
})

import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { Cell, type Noun, atom, cell, equal, isAtom, isCell, printNoun } from '../../../nock/index.js'
import { copyOf, sharedCopyOf, unsharedCopyOf } from '../../../runtime/verify/copies.js'
import { smallerNouns } from '../../../runtime/verify/smaller.js'
import { whyNoNoun } from '../../../runtime/verify/why-no-noun.js'
import { atoms, countdown, doubled, headward, nouns, sharedNouns } from '../../_kit/nouns.js'

/** The cells of a noun, each once. */
const cellsOf = (noun: Noun): ReadonlySet<Cell> => {
  const cells = new Set<Cell>()
  const pending = [noun]
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (!isCell(part) || cells.has(part)) continue
    cells.add(part)
    pending.push(part.head, part.tail)
  }
  return cells
}

const disjoint = (one: Noun, other: Noun): boolean => {
  const cells = cellsOf(other)
  return [...cellsOf(one)].every((each) => !cells.has(each))
}

describe('copies', () => {
  test('are equal, of new cells, and leave the noun alone', () => {
    fc.assert(
      fc.property(fc.oneof(nouns, sharedNouns), (noun) => {
        const before = cellsOf(noun).size
        for (const copy of [copyOf(noun), sharedCopyOf(noun), unsharedCopyOf(noun, 10_000) ?? copyOf(noun)]) {
          expect(disjoint(copy, noun)).toBe(true)
          expect(cellsOf(noun).size).toBe(before)
          expect(equal(copyOf(noun), copyOf(copy))).toBe(true)
        }
      }),
    )
  })

  test('share what the noun shares', () => {
    fc.assert(
      fc.property(sharedNouns, (noun) => {
        expect(cellsOf(copyOf(noun)).size).toBe(cellsOf(noun).size)
      }),
    )
  })

  test('share all equal parts', () => {
    fc.assert(
      fc.property(fc.oneof(nouns, sharedNouns), (noun) => {
        const cells = [...cellsOf(sharedCopyOf(noun))]
        const pairs = new Map<Noun, Set<Noun>>()
        for (const { head, tail } of cells) pairs.set(head, (pairs.get(head) ?? new Set()).add(tail))
        expect([...pairs.values()].reduce((sum, tails) => sum + tails.size, 0)).toBe(cells.length)
      }),
    )
  })

  test('share nothing, or are too large for that', () => {
    expect(cellsOf(unsharedCopyOf(doubled(8), 255)!).size).toBe(255)
    expect(unsharedCopyOf(doubled(8), 254)).toBeUndefined()
    expect(unsharedCopyOf(doubled(1_000), 10_000)).toBeUndefined()
    expect(unsharedCopyOf(7, 0)).toBe(7)
  })

  test('of deep nouns', () => {
    for (const noun of [countdown(100_000), headward(100_000)]) {
      for (const copy of [copyOf(noun), sharedCopyOf(noun), unsharedCopyOf(noun, 100_000)!]) {
        expect(equal(noun, copy)).toBe(true)
      }
    }
  })
})

describe('whyNoNoun', () => {
  test('has nothing to say of nouns', () => {
    fc.assert(
      fc.property(fc.oneof(nouns, sharedNouns), (noun) => {
        expect(whyNoNoun(noun)).toBeUndefined()
      }),
    )
  })

  test('looks at large, deep and shared nouns, each cell once', () => {
    for (const noun of [countdown(100_000), headward(100_000), doubled(1_000)]) {
      expect(whyNoNoun(noun)).toBeUndefined()
      expect(whyNoNoun(cell(noun, cell(5, -1)))).toBe('-1, which is below 0')
    }
  })

  test('finds a cell that is a part of itself, however far down', () => {
    const end = cell(0, 0)
    let noun: Cell = end
    for (let i = 0; i < 5_000; i++) noun = i % 2 ? new Cell(noun, i) : new Cell(i, noun)
    expect(whyNoNoun(noun)).toBeUndefined()
    end.tail = noun
    expect(whyNoNoun(noun)).toBe('a cell that is a part of itself')
  })

  test('takes one representation of each number', () => {
    fc.assert(
      fc.property(atoms, (n) => {
        expect(whyNoNoun(n)).toBeUndefined()
        const other = typeof n === 'number' ? BigInt(n) : Number(n)
        expect(whyNoNoun(other)).toMatch(/small enough|too large|no whole number/)
      }),
    )
  })
})

describe('smallerNouns', () => {
  test('are nouns, and others', () => {
    fc.assert(
      fc.property(fc.oneof(nouns, sharedNouns), (noun) => {
        let seen = 0
        for (const smaller of smallerNouns(noun)) {
          if (++seen > 200) break
          expect(whyNoNoun(smaller)).toBeUndefined()
          expect(equal(smaller, copyOf(noun))).toBe(false)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('lead down to 0 and to the one below', () => {
    fc.assert(
      fc.property(atoms, (n) => {
        const smaller = [...smallerNouns(n)]
        expect(smaller.every((each) => isAtom(each) && each < n)).toBe(true)
        expect(smaller.includes(0)).toBe(n > 0)
        expect(n === 0 || smaller.includes(atom(BigInt(n) - 1n))).toBe(true)
      }),
    )
  })

  test('of a cell are its sides, and itself with a smaller one', () => {
    expect([...smallerNouns(cell(1, 2))]).toEqual([0, 1, 2, cell(0, 2), cell(1, 0), cell(1, 1)])
  })

  test('change equal parts together, too', () => {
    const smaller = [...smallerNouns(cell(cell(3, 4), cell(3, 4)))].map((noun) => printNoun(noun))
    expect(smaller).toContain('[0 0]')
    expect(smaller).toContain('[[0 4] 0 4]')
    expect(smaller).toContain('[[0 4] 3 4]')
  })
})

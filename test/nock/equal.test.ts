import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { equal } from '../../nock/equal.js'
import { mug } from '../../nock/mug.js'
import { Cell, type Noun, cell, isCell } from '../../nock/noun.js'
import { printNoun } from '../../nock/print.js'
import { copyOf, countdown, doubled, headward, nouns, sharedNouns, tree } from '../_kit/nouns.js'

/** A copy that differs in the last atom of the way that the turns lead. */
const changed = (noun: Noun, turns: readonly boolean[], at = 0): Noun => {
  if (!isCell(noun)) return typeof noun === 'bigint' ? noun + 1n : noun === 0 ? 1 : noun - 1
  const { head, tail } = noun
  return turns[at % turns.length]
    ? new Cell(copyOf(head), changed(tail, turns, at + 1))
    : new Cell(changed(head, turns, at + 1), copyOf(tail))
}

const turns = fc.array(fc.boolean(), { minLength: 1, maxLength: 50 })
const anyNoun = fc.oneof(nouns, sharedNouns)

test('a noun equals its copy', () => {
  fc.assert(
    fc.property(anyNoun, (noun) => {
      expect(equal(noun, copyOf(noun))).toBe(true)
    }),
  )
})

test('an atom makes the difference', () => {
  fc.assert(
    fc.property(anyNoun, turns, fc.boolean(), fc.boolean(), (noun, way, mugA, mugB) => {
      const other = changed(noun, way)
      if (mugA) mug(noun)
      if (mugB) mug(other)
      expect(equal(noun, other)).toBe(false)
      expect(equal(other, noun)).toBe(false)
    }),
  )
})

test('nouns are equal that print the same', () => {
  fc.assert(
    fc.property(nouns, nouns, (a, b) => {
      expect(equal(a, b)).toBe(printNoun(a) === printNoun(b))
    }),
  )
})

test('an atom equals no cell', () => {
  expect([equal(0, cell(0, 0)), equal(cell(0, 0), 0), equal(cell(0, 0), cell(0, cell(0, 0)))]).toEqual([
    false,
    false,
    false,
  ])
})

describe('sharing', () => {
  test('changes no noun', () => {
    fc.assert(
      fc.property(nouns, turns, (noun, way) => {
        const copy = copyOf(noun)
        const other = changed(noun, way)
        const texts = [noun, copy, other].map((one) => printNoun(one))
        equal(noun, other)
        equal(noun, copy)
        equal(other, copy)
        expect([noun, copy, other].map((one) => printNoun(one))).toEqual(texts)
      }),
    )
  })

  test('the second takes over what the first has', () => {
    const first = cell(cell(1, 2), cell(3, 4), 5)
    const second = cell(cell(1, 2), cell(3, 4), 5)
    equal(first, second)
    expect([second.head === first.head, second.tail === first.tail]).toEqual([true, true])
  })

  test('what is equal in nouns that differ is shared too', () => {
    const first = cell(cell(1, 2), 3)
    const second = cell(cell(1, 2), 4)
    expect(equal(first, second)).toBe(false)
    expect(second.head).toBe(first.head)
  })
})

describe('a million cells', { timeout: 60_000 }, () => {
  test.each<[string, (n: number) => Noun]>([
    ['to the head', headward],
    ['to the tail', countdown],
  ])('deep %s', (_, deep) => {
    const a = deep(1_000_000)
    const b = deep(1_000_000)
    expect(equal(cell(a, 1), cell(b, 2))).toBe(false)
    expect(equal(a, b)).toBe(true)
  })

  test('in a tree', () => {
    expect(equal(tree(20), tree(20))).toBe(true)
  })

  test('and what is shared after them', () => {
    const shared = () => cell(countdown(1_100_000), doubled(1000))
    expect(equal(shared(), shared())).toBe(true)
    expect(equal(cell(shared(), 1), cell(shared(), 2))).toBe(false)
    expect(equal(shared(), cell(countdown(1_100_000), doubled(1000, 1)))).toBe(false)
  })
})

test('2^1000 atoms, shared', () => {
  fc.assert(
    fc.property(fc.boolean(), (mugged) => {
      const [a, b, c] = [doubled(1000), doubled(1000), doubled(1000, 1)]
      if (mugged) [a, b, c].forEach(mug)
      expect(equal(a, b)).toBe(true)
      expect(equal(a, c)).toBe(false)
    }),
  )
})

test('shared in many ways', () => {
  // Each level has four nouns, all equal, made of two of the level below as it comes.
  let level: Noun[] = [cell(0, 0), cell(0, 0), cell(0, 0), cell(0, 0)]
  for (let i = 0; i < 1000; i++) {
    level = level.map((_, j) => new Cell(level[(i * 7 + j * 3) % 4]!, level[(i * 5 + j + 1) % 4]!))
  }
  expect(level.every((one) => equal(level[0]!, one))).toBe(true)
})

test('a long atom in many places is looked at once', () => {
  const long = 1n << 8_000_000n
  const many = () => {
    let noun: Noun = 0
    for (let i = 0; i < 200_000; i++) noun = new Cell(long, noun)
    return noun
  }
  expect(equal(many(), many())).toBe(true)
  expect(equal(cell(many(), 0), cell(many(), 1))).toBe(false)
})

import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Noun, axis, cell, edit, equal, isAtom, printNoun } from '../../../nock/index.js'
import { differences } from '../../../runtime/replay/difference.js'
import { copyOf, countdown, doubled, headward, nouns } from '../../_kit/nouns.js'
import { nounOf } from '../../_kit/text.js'
import { within } from '../../_kit/within.js'

const ALL = 1e6

const shown = (a: string, b: string, limit = ALL): string[] =>
  differences(nounOf(a), nounOf(b), limit).map(
    ({ axis, a, b }) => `${printNoun(axis)}: ${printNoun(a)} ${printNoun(b)}`,
  )

test.each([
  ['1', '1', []],
  ['1', '2', ['1: 1 2']],
  ['[1 2]', '2', ['1: [1 2] 2']],
  ['[0 %web 1 42]', '[0 %web 1 43]', ['15: 42 43']],
  ['[0 %web 1 42]', '[0 %web 0 0]', ['14: 1 0', '15: 42 0']],
  ['[[1 2] 3]', '[[1 4] 5 6]', ['5: 2 4', '3: 3 [5 6]']],
  ['[1 2 3 4]', '[1 2 3 4 5]', ['15: 4 [4 5]']],
])('%s and %s', (a, b, expected) => expect(shown(a, b)).toEqual(expected))

test('as many as one likes, from the left', () => {
  expect(shown('[1 2 3 4]', '[5 6 7 8]', 2)).toEqual(['2: 1 5', '6: 2 6'])
  expect(shown('[1 2]', '[5 6]', 0)).toEqual([])
})

/** The noun with one of its parts replaced. */
const pairs = fc
  .tuple(nouns, nouns, fc.array(fc.boolean(), { maxLength: 12 }))
  .map(([noun, part, way]): readonly [Noun, Noun] => {
    let at = 1
    let deepest = 1
    for (const toTail of way) {
      at = 2 * at + (toTail ? 1 : 0)
      if (axis(at, noun) === undefined) break
      deepest = at
    }
    return [noun, edit(deepest, part, noun)!]
  })

test('each is smallest, and all together make the one noun the other', () => {
  fc.assert(
    fc.property(fc.oneof(pairs, fc.tuple(nouns, nouns)), ([a, b]) => {
      let made = copyOf(a)
      for (const part of differences(a, b, ALL)) {
        expect(equal(axis(part.axis, a)!, part.a)).toBe(true)
        expect(equal(axis(part.axis, b)!, part.b)).toBe(true)
        expect(isAtom(part.a) || isAtom(part.b)).toBe(true)
        expect(equal(part.a, part.b)).toBe(false)
        made = edit(part.axis, part.b, made)!
      }
      expect(equal(made, b)).toBe(true)
    }),
  )
})

test('none between equal nouns', () => {
  fc.assert(
    fc.property(nouns, (noun) => {
      expect(differences(noun, copyOf(noun), 1)).toEqual([])
    }),
  )
})

describe('a million deep', () => {
  test.each([
    ['to the tail', countdown(1_000_000), edit((2n << 1_000_000n) - 1n, 7, countdown(1_000_000))!],
    ['to the head', headward(1_000_000), edit(1n << 1_000_000n, 7, headward(1_000_000))!],
  ])('%s', (_, a, b) => {
    const found = within(20, () => differences(a, b, 3))
    expect(found.map(({ a, b }) => [a, b])).toEqual([[0, 7]])
    expect(found[0]!.axis.toString(2).length).toBe(1_000_001)
  })
})

test('nouns that share their parts, of 2^60 atoms when written out', () => {
  const found = within(20, () => differences(cell(doubled(60), 1), cell(doubled(60, 5), 2), 3))
  expect(found.map(({ a, b }) => [a, b])).toEqual([
    [0, 5],
    [0, 5],
    [0, 5],
  ])
  expect(within(20, () => differences(doubled(60), doubled(60), 3))).toEqual([])
})

import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { tags } from '../../../jets/questions.js'
import { type Noun, cord, isAtom, isCell, nock, parseNoun } from '../../../nock/index.js'
import { draw } from '../../../runtime/verify/index.js'
import { whyNoNoun } from '../../../runtime/verify/why-no-noun.js'

const { atoms, edges, large, small, trees, deep, shared, nouns } = draw

/** What share of what is drawn is such. */
const share = <A>(arbitrary: fc.Arbitrary<A>, is: (value: A) => boolean): number => {
  const drawn = fc.sample(arbitrary, { numRuns: 500, seed: 1 })
  return drawn.filter(is).length / drawn.length
}

/** Levels, the longest way down; on no stack. */
const levels = (noun: Noun): number => {
  let most = 0
  const pending: [Noun, number][] = [[noun, 0]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [part, depth] = next
    most = Math.max(most, depth)
    if (isCell(part)) pending.push([part.head, depth + 1], [part.tail, depth + 1])
  }
  return most
}

test.each(Object.entries({ atoms, edges, large, small, trees, deep, shared, nouns }))(
  '%s are nouns',
  (_name, all) => {
    fc.assert(
      fc.property(all as fc.Arbitrary<Noun>, (noun) => whyNoNoun(noun) === undefined),
      { numRuns: 200 },
    )
  },
)

test.each(Object.entries({ atoms, edges, large, small }))('%s are atoms', (_name, all) => {
  fc.assert(fc.property(all as fc.Arbitrary<Noun>, isAtom))
})

describe('what is drawn', () => {
  const bits = (n: Noun): number => (isAtom(n) ? n.toString(2).length : 0)

  test.each([31, 53, 64])('around 2^%i: each of the five', (power) => {
    for (let off = -2n; off <= 2n; off++) {
      expect(share(edges, (n) => BigInt(n) === 2n ** BigInt(power) + off)).toBeGreaterThan(0.02)
    }
  })

  test('atoms of thousands of bits', () => {
    expect(share(large, (n) => bits(n) > 1_000)).toBeGreaterThan(0.5)
    expect(share(large, (n) => bits(n) > 4_800 || bits(n) < 65)).toBe(0)
    expect(share(atoms, (n) => bits(n) > 1_000)).toBeGreaterThan(0.01)
    expect(share(atoms, (n) => bits(n) < 10)).toBeGreaterThan(0.4)
  })

  test('nouns that are thousands of levels deep', () => {
    expect(share(deep, (noun) => levels(noun) > 2_000)).toBeGreaterThan(0.5)
    expect(share(nouns, (noun) => isCell(noun) && isAtom(noun.tail))).toBeGreaterThan(0.05)
  })

  test('nouns with two equal sides', () => {
    expect(share(nouns, (noun) => isCell(noun) && noun.head === noun.tail)).toBeGreaterThan(0.1)
  })

  test('lists end in 0, and pairs are cells', () => {
    const end = (noun: Noun): Noun => (isCell(noun) ? end(noun.tail) : noun)
    expect(share(draw.list(small), (noun) => end(noun) === 0)).toBe(1)
    expect(share(draw.pair(small, edges), ({ head, tail }) => isAtom(head) && bits(tail) > 30)).toBe(1)
  })

  test('mutated nouns, most of them others', () => {
    const pairs = draw.pair(small, small)
    const isPair = (noun: Noun) => isCell(noun) && isAtom(noun.head) && isAtom(noun.tail)
    expect(share(draw.mutated(pairs), isPair)).toBeLessThan(0.6)
    expect(share(draw.mutated(deep), (noun) => whyNoNoun(noun) === undefined)).toBe(1)
  })

  test('tapes on which the formula has a value, and others', () => {
    const ask = '[7 [[0 2] [1 %alive] 0 3] 6 [5 [0 8] 0 3] [[0 5] 0 9] [0 0]]'
    const formula = parseNoun(ask)
    if (formula._tag === 'Left') throw new Error('it does not read')
    const taped = draw.taped('alive', small, fc.constantFrom(0, 1))
    const hasValue = share(taped, (subject) => nock(subject, formula.right)._tag === 'Right')
    expect(hasValue).toBeGreaterThan(0.4)
    expect(hasValue).toBeLessThan(0.9)
    expect(share(taped, ({ head }) => head === 0)).toBeGreaterThan(0.03) // missing
    expect(share(taped, ({ head }) => isCell(head) && isCell(head.tail))).toBeGreaterThan(0.2) // surplus
    const tagOf = ({ head }: { head: Noun }) =>
      isCell(head) && isCell(head.head) && isCell(head.head.head) ? head.head.head.head : undefined
    expect(share(taped, (subject) => tagOf(subject) === cord('alive'))).toBeGreaterThan(0.5) // right
    const others = [...tags].filter((tag) => tag !== cord('alive'))
    expect(share(taped, (subject) => others.some((tag) => tag === tagOf(subject)))).toBeGreaterThan(0) // wrong
  })
})

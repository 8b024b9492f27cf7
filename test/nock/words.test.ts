import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'

import { bytesOfAtom } from '../../nock/cord.js'
import { type Atom, atom } from '../../nock/noun.js'
import { Words, atomOfWords } from '../../nock/words.js'
import { atoms } from '../_kit/nouns.js'

const wordsOf = (a: Atom): number[] => {
  const words = new Words()
  words.put(a)
  return [...words.all.subarray(0, words.length)]
}

/** The same by an atom's bytes. */
const plainly = (a: Atom): number[] => {
  const bytes = bytesOfAtom(a)
  return Array.from({ length: Math.ceil(bytes.length / 4) }, (_, i) =>
    bytes.slice(4 * i, 4 * i + 4).reduceRight((word, byte) => word * 256 + byte, 0),
  )
}

/** Atoms of many sizes, most of them with long runs of 0 or 1. */
const longAtoms = fc
  .tuple(fc.nat({ max: 20_000 }), fc.nat({ max: 20_000 }), atoms, fc.boolean())
  .map(([high, low, a, minus]) => {
    const one = (1n << BigInt(high)) + (BigInt(a) << BigInt(low))
    return atom(minus ? one - 1n : one)
  })

test('are its bytes, four and four', () => {
  fc.assert(
    fc.property(fc.oneof(atoms, longAtoms), (a) => {
      expect(wordsOf(a)).toEqual(plainly(a))
    }),
  )
})

test('make it again', () => {
  fc.assert(
    fc.property(fc.oneof(atoms, longAtoms), fc.nat({ max: 5 }), (a, zeros) => {
      const words = Uint32Array.of(...wordsOf(a), ...Array.from({ length: zeros }, () => 0))
      expect(atomOfWords(words, 0, words.length)).toBe(a)
    }),
  )
})

test('none are 0', () => {
  expect(wordsOf(0)).toEqual([])
  expect(atomOfWords(Uint32Array.of(7), 0, 0)).toBe(0)
})

test('one after another, and anew', () => {
  fc.assert(
    fc.property(fc.array(longAtoms, { maxLength: 5 }), longAtoms, (before, a) => {
      const words = new Words()
      for (const one of before) words.put(one)
      const start = words.length
      words.put(a)
      expect(atomOfWords(words.all, start, words.length)).toBe(a)
      words.clear()
      words.put(a)
      expect(atomOfWords(words.all, 0, words.length)).toBe(a)
    }),
  )
})

test('around each power of two', () => {
  for (let bits = 1; bits < 9000; bits += bits < 300 ? 1 : 97) {
    for (const n of [(1n << BigInt(bits)) - 1n, 1n << BigInt(bits), (1n << BigInt(bits)) + 1n]) {
      const words = wordsOf(atom(n))
      expect(words).toEqual(plainly(atom(n)))
      expect(atomOfWords(Uint32Array.from(words), 0, words.length)).toBe(atom(n))
    }
  }
})

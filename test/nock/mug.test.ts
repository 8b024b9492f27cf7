import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { bytesOfAtom, cord } from '../../nock/cord.js'
import { equal } from '../../nock/equal.js'
import { knownMug, mug } from '../../nock/mug.js'
import { type Atom, type Noun, atom, cell } from '../../nock/noun.js'
import { atoms, copyOf, countdown, doubled, headward, nouns, sharedNouns, tree } from '../_kit/nouns.js'
import { nounOf } from '../_kit/text.js'

/** Hoon's `++mug`, its arithmetic in natural numbers as Hoon has it. */
const hoonMug = (noun: Noun): number => {
  const mod = (n: bigint) => BigInt.asUintN(32, n)
  const rol = (n: bigint, by: bigint) => mod(n << by) | (n >> (32n - by))

  const murmur3 = (seed: bigint, key: Uint8Array): bigint => {
    let h = seed
    for (let i = 0; i < key.length; i += 4) {
      const word = key.slice(i, i + 4)
      const k = word.reduceRight((n, byte) => n * 256n + BigInt(byte), 0n)
      h ^= mod(rol(mod(k * 0xcc9e2d51n), 15n) * 0x1b873593n)
      if (word.length === 4) h = mod(rol(h, 13n) * 5n + 0xe6546b64n)
    }
    h ^= BigInt(key.length)
    h = mod((h ^ (h >> 16n)) * 0x85ebca6bn)
    h = mod((h ^ (h >> 13n)) * 0xc2b2ae35n)
    return h ^ (h >> 16n)
  }

  const mum = (seed: bigint, otherwise: number, key: Atom): number => {
    for (let i = 0n; i < 8n; i++) {
      const haz = murmur3(seed + i, bytesOfAtom(key))
      const ham = (haz >> 31n) ^ (haz & 0x7fffffffn)
      if (ham !== 0n) return Number(ham)
    }
    return otherwise
  }

  if (typeof noun !== 'object') return mum(0xcafebaben, 0x7fff, noun)
  const pair = BigInt(hoonMug(noun.head)) | (BigInt(hoonMug(noun.tail)) << 32n)
  return mum(0xdeadbeefn, 0xfffe, atom(pair))
}

describe('what Urbit computes', { timeout: 60_000 }, () => {
  // The vectors of its runtime in C, vere.
  test.each([
    ['0', 0x79ff04e8],
    ['1', 0x715c2a60],
    ['2', 0x718b9468],
    ["'Hello, world!'", 0x4d441035],
    ["'xxxxxxxxxxxxxxxxxxxxxxxxxxxx'", 0x64dfda5c],
    ['0x1.0000.0000.0000.0000.0000.0000', 0x519bd45c],
    ['0xffff.0000.0000.0000.0000.0000.0000', 0x5230a260],
    ['[0 0]', 0x192f5588],
    ['[1 1]', 0x6b32ec46],
    ['[2 2]', 0x2effe10],
    ['[1 2 3]', 0x3a811aec],
    ['[0 0x1.0000.0000]', 0x7cefb7f],
    ['[0xffff.ffff.ffff.ffff.ffff.ffff.ffff.ffff 1]', 0x2aa06bfc],
  ])('%s', (text, hash) => {
    expect(mug(nounOf(text))).toBe(hash)
  })

  test('of an atom with zero bytes', () => {
    const a = (2n ** 212n) ^ BigInt(cord('abcdefjhijklmnopqrstuvwxyz'))
    expect(mug(a << 8n)).toBe(0x34d08717)
  })

  test('of a list of a million', () => {
    expect(mug(countdown(1_000_000))).toBe(0x54239702)
  })

  test('of a tree of a million', () => {
    expect(mug(tree(20))).toBe(0x293b3cfe)
  })
})

test("is Hoon's", () => {
  fc.assert(
    fc.property(fc.oneof(nouns, atoms), (noun) => {
      expect(mug(noun)).toBe(hoonMug(noun))
    }),
  )
})

// Of all numbers of four bytes, these are the two whose first hash is 0.
test.each([0x6ddb5cd6, 0xb33b0b40])("is the next seed's if it would be 0: %s", (a) => {
  expect(mug(a)).toBe(hoonMug(a))
  expect(mug(a)).not.toBe(0)
})

test('of equal nouns is equal', () => {
  fc.assert(
    fc.property(sharedNouns, (noun) => {
      const copy = copyOf(noun)
      expect(mug(copy)).toBe(mug(noun))
      expect(equal(copy, noun)).toBe(true)
    }),
  )
})

test('stays with the cell', () => {
  const noun = cell(1, 2)
  expect(knownMug(noun)).toBe(0)
  const hash = mug(noun)
  expect(knownMug(noun)).toBe(hash)
})

test('leaves a compiled formula its code', () => {
  const formula = cell(0, 1)
  const memo = { mug: 0, code: 'the code' }
  formula.memo = memo
  expect(mug(formula)).toBe(mug(cell(0, 1)))
  expect(formula.memo).toBe(memo)
  expect(memo).toEqual({ mug: mug(cell(0, 1)), code: 'the code' })
})

test('of a noun a million deep to the head', () => {
  expect(mug(headward(1_000_000))).toBe(mug(headward(1_000_000)))
})

test('looks at a shared part once', () => {
  expect(mug(doubled(1000))).toBe(mug(doubled(1000)))
})

import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { cord } from '../../nock/cord.js'
import { cueBytes } from '../../nock/cue.js'
import { equal } from '../../nock/equal.js'
import { jam, jamBytes } from '../../nock/jam.js'
import { type Atom, Cell, type Noun, atom, cell } from '../../nock/noun.js'
import { printNoun } from '../../nock/print.js'
import { copyOf, countdown, doubled, headward, nouns, sharedNouns, tree } from '../_kit/nouns.js'
import { nounOf } from '../_kit/text.js'

/** Hoon's `++jam` as it is written, but for the bits, which are characters here, the lowest first. */
const hoonJam = (noun: Noun): Atom => {
  const bitsOf = (a: Atom) => (a === 0 ? '' : [...a.toString(2)].reverse().join(''))
  const met = (a: Atom) => bitsOf(a).length
  const mat = (a: Atom) => {
    const b = met(a)
    const c = met(b)
    return a === 0 ? '1' : '0'.repeat(c) + '1' + bitsOf(b).slice(0, -1) + bitsOf(a)
  }
  const seen = new Map<string, number>()
  const write = (part: Noun, at: number): string => {
    const place = seen.get(printNoun(part))
    if (place !== undefined && (typeof part === 'object' || met(place) < met(part))) return '11' + mat(place)
    if (place === undefined) seen.set(printNoun(part), at)
    if (typeof part !== 'object') return '0' + mat(part)
    const head = write(part.head, at + 2)
    return '10' + head + write(part.tail, at + 2 + head.length)
  }
  const bits = BigInt('0b' + [...write(noun, 0)].reverse().join(''))
  return bits < 2n ** 53n ? Number(bits) : bits
}

/** A noun with every leaf taken modulo a number. */
const leavesOf = (noun: Noun, modulus: number): Noun =>
  typeof noun === 'object'
    ? new Cell(leavesOf(noun.head, modulus), leavesOf(noun.tail, modulus))
    : Number(noun) % modulus

const run = (next: (noun: Noun) => Noun): Noun => {
  let noun: Noun = 1
  for (let i = 0; i < 1_000_000; i++) noun = next(noun)
  return noun
}

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g)!, (byte) => parseInt(byte, 16))

describe('what Urbit computes', () => {
  test.each([
    ['0', 2],
    ['1', 12],
    ['[0 0]', 41],
    ['[1 1]', 817],
  ])('jam of %s', (text, jammed) => {
    expect(jam(nounOf(text))).toBe(jammed)
  })

  // The vectors of its runtime in C, vere.
  test.each([
    ['0', '02'],
    ['1', '0c'],
    ['2', '48'],
    ['%fast', 'c0370b9ba303'],
    ['%full', 'c037ab636303'],
    ['[0 0]', '29'],
    ['[1 1]', '3103'],
    ['[1 2]', '3112'],
    ['[2 3]', '21d1'],
    ['[%fast %full]', '01df2c6c8e0e7cb33a3636'],
    ['[1 1 1]', '71cc'],
    ['[1 2 3]', '714834'],
    ['[%fast %full %fast]', '01df2c6c8e1ef0cdead8d893'],
    ['[[1 2] 3]', 'c54834'],
    ['[[1 2] [1 2] 1 2]', 'c5c8262701'],
    ['[[0 0] [[0 0] 1 1] 1 1]', 'a53519f31805'],
    ['[[[1 [2 [3 [4 [5 6 7 [8 0] 0] 0] 0] 0] 0] 0] 0]', '1517b2d08559b861875f10545505'],
    ['0x1.' + '0000.'.repeat(15) + '0000', '000c' + '00'.repeat(32) + '08'],
    ['0x8000.000d.2def.60ab.a80c.0000.0000.0000', '0002000000000000185057c1de5b1a00000001'],
    [
      "['abcdefjhijklmnopqrstuvwxyz' 2 3 'abcdefjhijklmnopqrstuvwxyz']",
      '01f80c131b232b3353434b535b636b737b838b939ba3abb3bbc3cbd3870c3d09',
    ],
  ])('%s', (text, hex) => {
    expect(jamBytes(nounOf(text))).toEqual(bytes(hex))
    expect(cueBytes(bytes(hex))).toMatchObject({ right: nounOf(text) })
  })
})

test("is Hoon's", () => {
  fc.assert(
    fc.property(nouns, (noun) => {
      expect(jam(noun)).toBe(hoonJam(noun))
    }),
  )
})

test('cue makes it the noun again', () => {
  fc.assert(
    fc.property(fc.oneof(nouns, sharedNouns), (noun) => {
      const cued = cueBytes(jamBytes(noun))
      expect(cued._tag === 'Right' && equal(cued.right, noun)).toBe(true)
    }),
  )
})

test('equal nouns have one jam, however they are shared', () => {
  fc.assert(
    fc.property(fc.oneof(nouns, sharedNouns), (noun) => {
      const jammed = jamBytes(noun)
      const cued = cueBytes(jammed)
      expect(jamBytes(copyOf(noun))).toEqual(jammed)
      expect(cued._tag === 'Right' && jamBytes(cued.right)).toEqual(jammed)
    }),
  )
})

test('an atom is written again where the reference is as long', () => {
  const times = (n: number, a: Atom) => cell(0, cell(...(Array(n).fill(a) as [Noun, Noun, ...Noun[]])))
  for (const a of [1, 2, 5, 31, 32, 1000, 2 ** 31, 2 ** 53, 2n ** 53n, 2n ** 64n]) {
    expect(jam(times(9, a))).toBe(hoonJam(times(9, a)))
  }
})

test('atoms and references of every length', () => {
  const sizes = [
    1, 7, 29, 30, 31, 32, 33, 52, 53, 54, 63, 64, 65, 127, 128, 500, 2047, 2048, 2049, 4096, 5000, 70_000,
  ]
  const sized = sizes.flatMap((bits) => [2n ** BigInt(bits) - 1n, 2n ** BigInt(bits)].map(atom))
  let noun: Noun = 0
  for (const a of sized) {
    noun = cell(cell(a, noun), a, a)
    expect(jamBytes(noun)).toEqual(jamBytes(copyOf(noun)))
  }
  expect(jam(noun)).toBe(hoonJam(noun))
  expect(cueBytes(jamBytes(noun))).toEqual({ _tag: 'Right', right: noun })
})

test('many atoms that start with the same bytes', () => {
  const item = (i: number) => cord(`/etc/service/${i}`)
  const noun = Array.from({ length: 20_000 }, (_, i) => item(i)).reduce<Noun>(
    (tail, head) => cell(head, tail),
    0,
  )
  const cued = cueBytes(jamBytes(cell(noun, copyOf(noun))))
  expect(cued._tag === 'Right' && equal(cued.right, cell(noun, noun))).toBe(true)
})

describe('a million cells', { timeout: 60_000 }, () => {
  test.each<[string, () => Noun, number]>([
    ['to the tail', () => countdown(1_000_000), 3_985_702],
    ['to the head', () => headward(1_000_000), 3_985_702],
    ['in a tree', () => tree(20), 4_186_078],
    ['in a tree of a thousand leaves', () => leavesOf(tree(20), 1000), 6_811],
    // All parts differ, but their mugs soon come round again.
    ['in a run to the head', () => run((noun) => new Cell(noun, 1)), 750_001],
    ['in a run to the tail', () => run((noun) => new Cell(1, noun)), 750_001],
  ])('%s', (_, make, length) => {
    const noun = make()
    const jammed = jamBytes(noun)
    expect(jammed.length).toBe(length)
    const cued = cueBytes(jammed)
    expect(cued._tag === 'Right' && equal(cued.right, noun)).toBe(true)
  })
})

test('2^1000 atoms, shared', () => {
  const jammed = jamBytes(doubled(1000))
  expect(jammed.length).toBeLessThan(3000)
  const cued = cueBytes(jammed)
  expect(cued._tag === 'Right' && equal(cued.right, doubled(1000))).toBe(true)
})

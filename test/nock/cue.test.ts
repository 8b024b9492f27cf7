import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { atomOfBytes } from '../../nock/cord.js'
import { cue, cueBytes } from '../../nock/cue.js'
import { equal } from '../../nock/equal.js'
import { jam, jamBytes } from '../../nock/jam.js'
import { cell } from '../../nock/noun.js'
import { atoms, nouns, sharedNouns } from '../_kit/nouns.js'

/** Bytes of bits that are written in the order in which they are read; blanks are for the reader. */
const bits = (text: string): Uint8Array => {
  const all = text.replaceAll(' ', '')
  const taken = Array.from({ length: Math.ceil(all.length / 8) }, (_, i) => all.slice(8 * i, 8 * i + 8))
  return Uint8Array.from(taken, (byte) => parseInt([...byte].reverse().join(''), 2))
}

test('as Urbit does', () => {
  expect([2, 12, 41, 817].map((jammed) => cue(jammed))).toEqual(
    [0, 1, cell(0, 0), cell(1, 1)].map((right) => ({ _tag: 'Right', right })),
  )
})

test('of an atom or of its bytes', () => {
  fc.assert(
    fc.property(fc.oneof(nouns, sharedNouns), (noun) => {
      const cued = cue(jam(noun))
      expect(cued._tag === 'Right' && equal(cued.right, noun)).toBe(true)
    }),
  )
})

test('what follows the noun is ignored', () => {
  fc.assert(
    fc.property(nouns, fc.uint8Array({ maxLength: 20 }), (noun, rest) => {
      const cued = cueBytes(Uint8Array.of(...jamBytes(noun), ...rest))
      expect(cued._tag === 'Right' && equal(cued.right, noun)).toBe(true)
    }),
  )
})

test('what is referred to is shared', () => {
  const cued = cueBytes(jamBytes(cell(cell(1, 2), cell(1, 2))))
  expect(cued._tag === 'Right' && typeof cued.right === 'object' && cued.right.head === cued.right.tail).toBe(
    true,
  )
})

test('a number may be written with zeros on top', () => {
  expect(cueBytes(bits('0 0001 00 1000'))).toEqual({ _tag: 'Right', right: 1 })
  expect(cueBytes(bits('0 00000001 100000 0111' + '0'.repeat(61)))).toEqual({ _tag: 'Right', right: 14 })
})

describe('errors', () => {
  test.each([
    ['', 'the jam ends inside a noun', 0],
    ['0000 0000', 'the jam ends inside a noun', 8],
    ['10 01 10 01', 'the jam ends inside a noun', 8],
    ['0 0000001', 'the jam ends inside a noun', 8],
    ['0 00001 01', 'the jam ends inside a noun', 8],
    ['0 00001 010 0000000', 'an atom of 10 bits, with 7 left', 1],
    ['10 0 00001 111 11111', 'an atom of 15 bits, with 5 left', 3],
    ['0 ' + '0'.repeat(31) + '1' + '1'.repeat(31), 'an atom of 2147483647 bits, with 1 left', 1],
    ['0 ' + '0'.repeat(32) + '1 ' + '1'.repeat(38), 'an atom of 4294967295 bits, with 7 left', 1],
    ['0 ' + '0'.repeat(45) + '1 0', 'an atom of 2^44 bits or more, with 1 left', 1],
    ['11 1 00000', 'a reference to bit 0, where no noun has started', 0],
    ['10 0 1 11 0 1 1 0', 'a reference to bit 1, where no noun has started', 4],
    ['10 0 1 11 1 0', 'a reference to bit 0, the cell that it is in', 4],
    ['10 0 1 11 001 0 11', 'a reference to bit 3, where no noun has started', 4],
    ['10 0 1 11 001 1 001', 'a reference to bit 4, where no noun has started', 4],
    [
      '11 0000001 01101 ' + '0'.repeat(53) + '1',
      'a reference to a bit beyond 2^53, where no noun has started',
      0,
    ],
  ])('%s', (text, message, bit) => {
    expect(cueBytes(bits(text))).toEqual({ _tag: 'Left', left: { message, bit } })
  })

  test('of an atom of zeros', () => {
    expect(cue(0)).toEqual({ _tag: 'Left', left: { message: 'the jam ends inside a noun', bit: 0 } })
  })

  test('part of a jam is none', () => {
    fc.assert(
      fc.property(fc.oneof(nouns, sharedNouns), fc.nat(), (noun, n) => {
        const jammed = jamBytes(noun)
        expect(cueBytes(jammed.subarray(0, n % jammed.length))).toMatchObject({ _tag: 'Left' })
      }),
    )
  })
})

describe('whatever the bytes', () => {
  /** An error with its place, or a noun that jam and cue agree on. */
  const isSettled = (bytes: Uint8Array): boolean => {
    const cued = cueBytes(bytes)
    if (cued._tag === 'Left') return cued.left.bit <= 8 * bytes.length
    const again = cueBytes(jamBytes(cued.right))
    return again._tag === 'Right' && equal(again.right, cued.right)
  }

  test('of chance', () => {
    fc.assert(
      fc.property(fc.uint8Array({ size: 'large', maxLength: 4000 }), (bytes) => {
        expect(isSettled(bytes)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('of a jam with bits changed', () => {
    fc.assert(
      fc.property(
        fc.oneof(nouns, sharedNouns),
        fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
        (noun, places) => {
          const bytes = jamBytes(noun)
          for (const place of places) bytes[(place >> 3) % bytes.length]! ^= 1 << (place & 7)
          expect(isSettled(bytes)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  test.each([
    ['zeros', 0b00000000],
    ['ones', 0b11111111],
    ['cells', 0b01010101],
    ['atoms', 0b10101010],
  ])('a megabyte of %s', (_, byte) => {
    expect(isSettled(new Uint8Array(1_000_000).fill(byte))).toBe(true)
  })

  test('an atom of a megabyte', () => {
    const bytes = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * 7 + 1) & 0xff)
    const cued = cueBytes(jamBytes(atomOfBytes(bytes)))
    expect(cued).toEqual({ _tag: 'Right', right: atomOfBytes(bytes) })
  })
})

test('atoms come in their one representation', () => {
  fc.assert(
    fc.property(atoms, atoms, (a, b) => {
      expect(cueBytes(jamBytes(cell(a, b)))).toMatchObject({ right: { head: a, tail: b } })
    }),
  )
})

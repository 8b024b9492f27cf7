import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'

import { BitReader, Unreadable } from '../../nock/bit-reader.js'
import { BitWriter } from '../../nock/bit-writer.js'

// Bits as characters, the lowest first.
const lowestFirst = (n: number, count: number) =>
  Array.from({ length: count }, (_, i) => (Math.floor(n / 2 ** i) % 2 === 1 ? '1' : '0')).join('')

const bytesOf = (bits: string) =>
  Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
    parseInt(
      Array.from(bits.slice(8 * i, 8 * i + 8))
        .reverse()
        .join(''),
      2,
    ),
  )

/** A number with a count of bits that it has at most. */
const counted = fc
  .nat({ max: 32 })
  .chain((count) => fc.tuple(fc.integer({ min: 0, max: 2 ** count - 1 }), fc.constant(count)))

test('are written one after another', () => {
  fc.assert(
    fc.property(fc.array(counted, { size: 'large', maxLength: 1000 }), (parts) => {
      const out = new BitWriter()
      let bits = ''
      for (const [n, count] of parts) {
        expect(out.length).toBe(bits.length)
        out.put(n, count)
        bits += lowestFirst(n, count)
      }
      expect(out.bytes()).toEqual(bytesOf(bits))
    }),
  )
})

test('are read at any place, and are zeros after the end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '1'), maxLength: 200 }), (bits) => {
      // inside a larger buffer, whose other bytes are not read
      const bytes = new Uint8Array(50).fill(0xff)
      bytes.set(bytesOf(bits), 7)
      const reader = new BitReader(bytes.subarray(7, 7 + Math.ceil(bits.length / 8)))
      const padded = bits.padEnd(reader.end, '0')
      for (reader.at = 0; reader.at < reader.end; reader.at++) {
        const { at } = reader
        expect(lowestFirst(reader.ahead() % 2 ** 25, 25)).toBe(padded.slice(at, at + 25).padEnd(25, '0'))
        expect(lowestFirst(reader.two(at), 2)).toBe(padded.slice(at, at + 2).padEnd(2, '0'))
      }
    }),
  )
})

test('are not passed beyond the end', () => {
  const reader = new BitReader(Uint8Array.of(0))
  reader.skip(8)
  expect(reader.at).toBe(8)
  expect(() => reader.skip(1)).toThrow(
    expect.objectContaining(new Unreadable('the jam ends inside a noun', 8)),
  )
})

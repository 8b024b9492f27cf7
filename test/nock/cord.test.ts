import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'

import { atomOfBytes, bytesOfAtom, cord, cordText } from '../../nock/cord.js'
import { cell } from '../../nock/noun.js'
import { atoms } from '../_kit/nouns.js'

const texts = fc.string({ unit: 'binary' }).filter((text) => !text.endsWith('\0'))

test('a text is the text of its cord', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(cordText(cord(text))).toBe(text)
    }),
  )
})

test('the first byte is the least significant', () => {
  expect(cord('')).toBe(0)
  expect(cord('ab')).toBe(0x6261)
  expect(cord('é')).toBe(0xa9c3)
  expect(cord('stopping')).toBe(0x676e6970706f7473n)
  expect(cord('\ufeffa')).toBe(0x61bfbbef)
})

test('no cord ends in the character 0', () => {
  expect(() => cord('a\0')).toThrow(new RangeError('a cord cannot end in the character 0'))
  expect(cordText(cord('\0a'))).toBe('\0a')
})

test.each([0x80, 0xff, 0xc361n << 64n, 0xbfbfbf, 0xafc0, 0x80a0ed])(
  'bytes that are not UTF-8 are no text: %s',
  (a) => {
    expect(cordText(a)).toBe(undefined)
  },
)

test('the character that stands for bad bytes is text like any other', () => {
  expect(cordText(cord('a\ufffdb'))).toBe('a\ufffdb')
})

test('a cell is no text', () => {
  expect(cordText(cell(1, 2))).toBe(undefined)
})

test('an atom is the atom of its bytes, and of them with zeros behind', () => {
  fc.assert(
    fc.property(atoms, (a) => {
      const bytes = bytesOfAtom(a)
      expect(bytes.at(-1)).not.toBe(0)
      expect(atomOfBytes(bytes)).toBe(a)
      expect(atomOfBytes(Uint8Array.of(...bytes, 0, 0))).toBe(a)
    }),
  )
})

test('bytes are digits to the base 256', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const number = bytes.reduceRight((n, byte) => n * 256n + BigInt(byte), 0n)
      expect(BigInt(atomOfBytes(bytes))).toBe(number)
    }),
  )
})

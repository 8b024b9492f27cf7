import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { cell, equal } from '../../../nock/index.js'
import { sharedCopyOf } from '../../../runtime/verify/copies.js'
import { subjects } from '../../_kit/subjects.js'
import { readNoun, written } from './wire.js'

test('atoms in hexadecimal, a dot for a cell', () => {
  expect(written(0)).toBe('0')
  expect(written(2n ** 64n)).toBe('10000000000000000')
  expect(written(cell(1, 255, cell(2, 3)))).toBe('1 ff 2 3 . . .')
})

test('what is shared is written once', () => {
  const one = cell(1, 2)
  expect(written(cell(one, one, one))).toBe('1 2 . @0 @0 . .')
  let noun = one
  for (let i = 0; i < 200; i++) noun = cell(noun, noun)
  expect(equal(readNoun(written(noun)), noun)).toBe(true)
})

test('nested however deep', () => {
  let noun = cell(1, 2)
  for (let i = 0; i < 100_000; i++) noun = cell(0, noun)
  expect(equal(readNoun(written(noun)), noun)).toBe(true)
})

test('it is read as it was written', () => {
  fc.assert(
    fc.property(fc.oneof(subjects, subjects.map(sharedCopyOf)), (noun) => {
      expect(equal(readNoun(written(noun)), noun)).toBe(true)
    }),
  )
})

test.each(['', '.', '1 .', '1 2', '@0', '1 2 . @1 .', 'crash', '1  2 .', '-1'])('%j says no noun', (line) => {
  expect(() => readNoun(line)).toThrow('the oracle answers')
})

import { describe, expect, test } from 'vitest'
import { axis as at, cell } from '../../nock/index.js'
import { placeOf } from '../../nock/place-of.js'
import { noun } from '../_kit/programs.js'

describe('where a formula stands in another', () => {
  test('the very same one, though an equal one comes before it', () => {
    const whole = noun('[[0 6] 0 6]')
    expect(placeOf(at(3, whole)!, whole)).toBe(3)
    expect(placeOf(at(2, whole)!, whole)).toBe(2)
  })

  test('an equal one, if it is not there itself', () =>
    expect(placeOf(noun('[0 6]'), noun('[7 [0 6] 4 0 6]'))).toBe(6))

  test('an arm of a constant core', () =>
    expect(placeOf(noun('[4 0 3]'), noun('[8 [1 [4 0 3] 0] 9 2 0 2]'))).toBe(26))

  test('as a formula first, then as a part of a constant', () =>
    expect(placeOf(noun('[0 6]'), noun('[[1 0 6] 0 6]'))).toBe(3))

  test('an atom only as a formula', () => {
    expect(placeOf(5, noun('[7 [0 5] 5]'))).toBe(7)
    expect(placeOf(5, noun('[7 [0 1] 4 0 5]'))).toBeUndefined()
  })

  test('nowhere, if it came out of the subject', () =>
    expect(placeOf(noun('[0 6]'), noun('[2 [0 1] 0 1]'))).toBeUndefined())

  test('a hundred thousand levels down, or nearly', () => {
    const levels = 99_000
    let deep = noun('[0 2]')
    const part = deep
    for (let i = 0; i < levels; i++) deep = cell(4, deep)
    expect(placeOf(part, deep)).toBe(2n ** BigInt(levels + 1) - 1n)
  })

  test('a formula that shares and shares is not gone through to its end', () => {
    let wide = noun('[0 1]')
    for (let i = 0; i < 64; i++) wide = cell(wide, wide)
    expect(placeOf(noun('[0 6]'), wide)).toBeUndefined()
  })
})

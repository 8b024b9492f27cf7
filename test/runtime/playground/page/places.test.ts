import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Cell, type Noun, axis, cell, isCell } from '../../../../nock/index.js'
import { placesOf } from '../../../../runtime/playground/page/places.js'
import { nouns } from '../../../_kit/nouns.js'

test('each cell of a formula stands where it is said to, and what is not far down stands somewhere', () => {
  fc.assert(
    fc.property(nouns, (formula) => {
      const placeOf = placesOf(formula)
      const left: (readonly [Noun, depth: number])[] = [[formula, 0]]
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const [part, depth] = next
        if (!isCell(part) || depth > 100) continue
        expect(axis(placeOf(part)!, formula)).toBe(part)
        left.push([part.head, depth + 1], [part.tail, depth + 1])
      }
    }),
  )
})

test('what is no part of it, and an atom, stand nowhere', () => {
  const placeOf = placesOf(cell(4, 0, 1))
  expect(placeOf(cell(0, 1))).toBeUndefined()
  expect(placeOf(4)).toBeUndefined()
  expect(placeOf(undefined)).toBeUndefined()
})

test('a formula that is very deep is looked at as far as it is worth', () => {
  let deep = new Cell(0, 1)
  for (let i = 0; i < 1e6; i++) deep = new Cell(4, deep)
  expect(placesOf(deep)(deep)).toBe(1)
})

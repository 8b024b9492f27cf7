import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Noun, axis as at, cell, isCell } from '../../../nock/index.js'
import { type Part, partsOf } from '../../../nock/tree/part.js'
import { nouns } from '../../_kit/nouns.js'

/** All parts, each with the noun that is there. */
const all = (root: Part, noun: Noun): readonly (readonly [Part, Noun])[] => {
  const order: Part[] = [root]
  for (const { parts } of order) order.push(...(parts ?? []))
  return order.map((part) => [part, at(part.axis, noun)!])
}

describe('the parts of a noun', () => {
  test('each stands at its axis; where there is room, all of them', () => {
    fc.assert(
      fc.property(nouns, (noun) => {
        for (const [{ parts, text }, there] of all(partsOf(noun, { most: 10_000 }), noun)) {
          const wanted = isCell(there) ? (text === '' ? 'its parts' : '…') : 'its text' // … where it is too deep
          expect(parts !== undefined ? 'its parts' : text === '…' ? '…' : 'its text').toBe(wanted)
        }
      }),
    )
  })

  test('no more than wanted', () => {
    fc.assert(
      fc.property(nouns, fc.integer({ min: 1, max: 40 }), (noun, most) => {
        expect(all(partsOf(noun, { most }), noun).length).toBeLessThanOrEqual(most)
      }),
    )
  })

  test('one that is told by its axis is what is there', () => {
    fc.assert(
      fc.property(nouns, (noun) => {
        for (const [{ text }, there] of all(partsOf(noun, { shared: true }), noun)) {
          const first = /^= (\d+)$/.exec(text)
          expect(first === null ? there : at(Number(first[1]), noun)).toEqual(there)
        }
      }),
    )
  })

  test('the way to an axis is shown, however little else is', () => {
    const lit = all(partsOf(cell(1, 2, 3, 4, 5), { most: 1, lit: 30 }), 0).filter(([part]) => part.isLit)
    expect(lit.map(([part]) => part.axis)).toEqual([1, 3, 7, 15, 30])
  })

  test('of a way that is too long its beginning', () => {
    let deep: Noun = 0
    for (let i = 0; i < 10_000; i++) deep = cell(0, deep)
    const shown = all(partsOf(deep, { lit: 2n ** 5_001n - 1n }), 0)
    expect(shown.length).toBeLessThan(1_000)
  })
})

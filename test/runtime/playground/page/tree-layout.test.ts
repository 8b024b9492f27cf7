import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Noun, Cell, axis, isCell, printNoun } from '../../../../nock/index.js'
import { cord } from '../../../../nock/cord.js'
import { layout, widthOf } from '../../../../runtime/playground/page/tree-layout.js'
import { nouns } from '../../../_kit/nouns.js'
import { nounOf } from '../../../_kit/text.js'

const NONE = new Set<never>()

describe('the layout of a tree', () => {
  test('a cell is over the middle of its parts, which are a level below', () => {
    const { placed } = layout(nounOf('[1 2 3]'), NONE)
    expect(placed.map(({ axis: at, text }) => `${at} ${text}`)).toEqual(['1 ', '2 1', '3 ', '6 2', '7 3'])
    const [whole, head, tail] = placed
    expect(whole!.x).toBe((head!.x + tail!.x) / 2)
    expect(head!.y).toBe(tail!.y)
    expect(head!.above).toBe(whole)
  })

  test('atoms are text where they are to be', () => {
    const { placed } = layout(cord('web'), new Set([cord('web')]))
    expect(placed.map(({ text }) => text)).toEqual(['%web'])
  })

  test('each place has the axis of its part; no two lie over each other; all are on the sheet', () => {
    fc.assert(
      fc.property(nouns, (noun) => {
        const { placed, width, height } = layout(noun, NONE)
        expect(placed.length).toBeLessThanOrEqual(150)
        const rows = new Map<number, number>()
        for (const { axis: at, text, x, y } of [...placed].sort((a, b) => a.x - b.x)) {
          const part = axis(at, noun)!
          expect([printNoun(part, { limit: 14 }), '…', '']).toContain(text)
          expect(text === '' || text === '…').toBe(isCell(part))
          const half = text === '' ? 6 : widthOf(text) / 2
          expect(x - half).toBeGreaterThanOrEqual(rows.get(y) ?? 0)
          rows.set(y, x + half)
          expect(x + half).toBeLessThanOrEqual(width)
          expect(y + 11).toBeLessThanOrEqual(height)
        }
      }),
    )
  })

  test('of a noun that is deep, or shares its parts, no more is drawn than can be looked at', () => {
    let [deep, wide]: Noun[] = [0, 0]
    for (let i = 0; i < 100_000; i++) deep = new Cell(i, deep!)
    for (let i = 0; i < 60; i++) wide = new Cell(wide!, wide!)
    for (const noun of [deep!, wide!]) {
      const { placed } = layout(noun, NONE)
      expect(placed.length).toBeLessThanOrEqual(150)
      expect(placed.some(({ text }) => text === '…')).toBe(true)
    }
  })
})

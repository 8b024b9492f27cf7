import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldWidth, layout } from '../../../nock/tree/layout.js'
import { partsOf } from '../../../nock/tree/part.js'
import { nouns } from '../../_kit/nouns.js'

describe('a tree that is drawn', () => {
  test('nothing lies on anything else, or outside', () => {
    fc.assert(
      fc.property(nouns, (noun) => {
        const { placed, width, height } = layout(partsOf(noun))
        const levels = new Map<number, { readonly from: number; readonly to: number }[]>()
        for (const { x, y, text, level } of placed) {
          const half = text === '' ? 6 : fieldWidth(text) / 2
          expect(x - half).toBeGreaterThanOrEqual(0)
          expect(x + half).toBeLessThanOrEqual(width)
          expect(y).toBeLessThan(height)
          const others = levels.get(level) ?? []
          for (const other of others) expect(other.to < x - half || other.from > x + half).toBe(true)
          levels.set(level, [...others, { from: x - half, to: x + half }])
        }
      }),
    )
  })

  test('a cell is over the middle of its parts', () => {
    fc.assert(
      fc.property(nouns, (noun) => {
        const { placed } = layout(partsOf(noun))
        const byAxis = new Map(placed.map((one) => [String(one.axis), one]))
        for (const { parts, x, y } of placed) {
          if (parts === undefined) continue
          const [head, tail] = parts.map(({ axis }) => byAxis.get(String(axis))!)
          expect([(head!.x + tail!.x) / 2, head!.y > y, head!.x < tail!.x]).toEqual([x, true, true])
          expect(head!.above?.axis).toBe(byAxis.get(String(head!.above!.axis))!.axis)
        }
      }),
    )
  })
})

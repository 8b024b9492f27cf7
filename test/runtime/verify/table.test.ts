import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { shares } from '../../../runtime/verify/table.js'

const counts = fc
  .array(fc.nat(100_000), { minLength: 1, maxLength: 5 })
  .filter((all) => all.some((n) => n > 0))

describe('shares', () => {
  test('sum to 100, and each is less than 1 % from the truth', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const sum = all.reduce((a, b) => a + b, 0)
        const given = shares(all).map(Number)
        expect(given.reduce((a, b) => a + b, 0)).toBe(100)
        for (const [i, share] of given.entries()) {
          expect(Math.abs(share - (100 * all[i]!) / sum)).toBeLessThan(1)
        }
      }),
    )
  })

  test('of nothing there are none', () => expect(shares([0, 0])).toEqual([undefined, undefined]))

  // rounded by themselves they would be 99 and 101
  test.each([
    { all: [1, 1, 1], wanted: [34, 33, 33] },
    { all: [5, 3, 0], wanted: [63, 37, 0] },
    { all: [129, 870, 1], wanted: [13, 87, 0] },
  ])('of $all are $wanted', ({ all, wanted }) => expect(shares(all)).toEqual(wanted))
})

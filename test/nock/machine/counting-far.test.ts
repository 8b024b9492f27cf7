import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Noun, NO, YES, atom, cell } from '../../../nock/noun.js'
import { hoonDec, hoonOfTwo } from '../../_kit/counting/hoon.js'
import { machineWithin } from '../../_kit/machines.js'
import { A, D, noun } from '../../_kit/programs.js'

const [add, sub, mul, lth] = hoonOfTwo

/** `bex`: 2 to the power of the subject, by adding what its own call gives to itself. */
const BEX = noun(`
  [8 [1 6 [5 [1 0] 0 3] [1 1] 7 [9 2 [0 2] 7 [0 3] ${D.text.slice(1, -1)}] 7 [[0 1] 0 1] ${A.text.slice(1, -1)}]
     9 2 0 1]`)

/** `lth` as Hoon compiles `?&`: it tests what its own call gives, and says it once more. */
const LTH = noun(`
  [8 [1 6 [5 [1 0] 0 6] [6 [5 [1 0] 0 7] [1 1] 1 0]
       6 [5 [1 0] 0 7] [1 1]
       6 [9 2 [0 2] [7 [0 6] ${D.text.slice(1, -1)}] 7 [0 7] ${D.text.slice(1, -1)}] [1 0] 1 1]
     9 2 0 1]`)

/** The product, of a machine that has translated the formula; so many seconds are plenty where no turn is taken. */
const product = (subject: Noun, formula: Noun): Noun => {
  const outcome = machineWithin(20, subject, formula, { hot: 1 })
  if (outcome?._tag !== 'Right') throw new Error(outcome === undefined ? 'no end' : outcome.left.why)
  return outcome.right
}

/** Nearly every one is far beyond what could be counted to. */
const numbers = fc.bigInt(1n, 2n ** 90n)

describe('what loops come to, that count far beyond what could be counted', () => {
  const holds = (property: fc.IRawProperty<unknown>): void => void fc.assert(property, { numRuns: 200 })

  test('dec', () => {
    holds(
      fc.property(numbers, (a) => {
        expect(product(atom(a), hoonDec)).toBe(atom(a - 1n))
      }),
    )
  })

  test.each([
    ['add', add, (a: bigint, b: bigint) => atom(a + b)],
    ['sub', sub, (a: bigint, b: bigint) => atom(a + b - b)],
    ['mul', mul, (a: bigint, b: bigint) => atom(a * b)],
    ['lth', lth, (a: bigint, b: bigint) => (a < b ? YES : NO)],
    ['lth, by ?&', LTH, (a: bigint, b: bigint) => (a < b ? YES : NO)],
  ])('%s', (name, formula, wanted) => {
    holds(
      fc.property(numbers, numbers, (a, b) => {
        const subject = name === 'sub' ? cell(atom(a + b), atom(b)) : cell(atom(a), atom(b))
        expect(product(subject, formula)).toBe(wanted(a, b))
      }),
    )
  })

  test('bex', () => {
    for (let a = 0; a < 2_000; a += 7) expect(product(a, BEX)).toBe(atom(2n ** BigInt(a)))
  })

  test('on numbers beside 2^53, where one is a JavaScript number and the other is not', () => {
    const near = fc.bigInt(2n ** 53n - 3n, 2n ** 53n + 3n)
    holds(
      fc.property(near, near, (a, b) => {
        expect(product(cell(atom(a), atom(b)), lth)).toBe(a < b ? YES : NO)
        expect(product(cell(atom(a), atom(b)), add)).toBe(atom(a + b))
        expect(product(cell(atom(a + b), atom(b)), sub)).toBe(atom(a))
        expect(product(atom(a), hoonDec)).toBe(atom(a - 1n))
      }),
    )
  })

  test('a number that JavaScript has no room for is counted up to, as ever', () => {
    expect(
      machineWithin(0.2, cell(atom(2n ** (2n ** 29n)), atom(2n ** (2n ** 29n + 5n))), mul, { hot: 1 }),
    ).toBe(undefined)
  })
})

import { fc } from '@fast-check/vitest'
import { afterAll, describe, expect, test } from 'vitest'
import { equal } from '../../../nock/equal.js'
import { reference } from '../../../nock/reference.js'
import { copyOf } from '../../../runtime/verify/copies.js'
import { linears } from '../../_kit/counting/linear.js'
import { machineWithin } from '../../_kit/machines.js'
import { type Outcome, kindOf, printOutcome } from '../../_kit/outcome.js'
import { agreeSeed } from '../../_kit/seed.js'
import { Tally } from '../../_kit/tally.js'

const seed = agreeSeed()

/** So long the machine has; what is worked out without counting takes far less. */
const SECONDS = 0.05

/** Few enough to be counted. */
const FEW = 200n

describe(
  `loops of which it is known what they come to, however far they count, seed ${seed}`,
  { timeout: 300_000 },
  () => {
    const tally = new Tally()

    const expectProduct = (outcome: Outcome, product: unknown): void => {
      expect(outcome._tag === 'Right' ? '' : printOutcome(outcome)).toBe('')
      if (outcome._tag === 'Right')
        expect(product !== undefined && equal(outcome.right, product as never)).toBe(true)
    }

    test('the reference comes to that, where it comes to an end', () => {
      let ended = 0
      const agrees = fc.property(linears, ({ formula, subjects, products }) => {
        subjects.forEach((subject, i) => {
          const outcome = reference(subject, formula, { budget: { steps: 5_000 } })
          if (kindOf(outcome) !== 'budget') {
            ended++
            expectProduct(outcome, products[i])
          }
        })
      })
      fc.assert(agrees, { numRuns: 500, seed })
      expect(ended).toBeGreaterThan(500)
    })

    test('the machine comes to that, or to no end', () => {
      const agrees = fc.property(linears, ({ formula, subjects, products, turns }) => {
        const own = copyOf(formula)
        subjects.forEach((subject, i) => {
          const outcome = machineWithin(SECONDS, copyOf(subject), own, { hot: 1 })
          if (outcome === undefined) {
            tally.add(products[i] === undefined ? 'endless' : turns[i]! > FEW ? 'far' : 'not far')
            return
          }
          tally.add(turns[i] !== undefined && turns[i] > FEW ? 'far, and back' : 'back')
          expectProduct(outcome, products[i])
        })
      })
      fc.assert(agrees, { numRuns: 400, seed })
      expect(tally.seen('back')).toBeGreaterThan(60)
      expect(tally.seen('far, and back')).toBeGreaterThan(50)
    })

    afterAll(() => console.info(`seed ${seed}: ${tally.text()}`))
  },
)

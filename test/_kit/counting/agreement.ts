import { fc } from '@fast-check/vitest'
import { afterAll, describe, expect, test } from 'vitest'
import { arithmeticJets } from '../../../jets/arithmetic/index.js'
import { type Noun } from '../../../nock/noun.js'
import { reference } from '../../../nock/reference.js'
import { copyOf } from '../../../runtime/verify/copies.js'
import { type Repeated, repeated } from './repeated.js'
import { machine } from '../machines.js'
import { type Outcome, kindOf, printOutcome, sameOutcome } from '../outcome.js'
import { Tally } from '../tally.js'

/** How many formulas, each on a few subjects, and with which seed. */
export interface Counting {
  readonly formulas: number
  readonly chunks: number
  readonly seed: number
}

/** How far the reference goes. */
const STEPS = 6_000

/** Tests that the machine comes to what the reference comes to, on formulas that count, and prints how they ended. */
export const counting = ({ formulas, chunks, seed }: Counting): void => {
  describe(`the machine agrees with the reference on what counts, seed ${seed}`, () => {
    const ended = new Tally()

    test.each(Array.from({ length: chunks }, (_, chunk) => chunk))(
      'chunk %s',
      { timeout: 600_000 },
      (chunk) => {
        const agrees = fc.property(repeated, (each) => agreeAgain(each, ended))
        fc.assert(agrees, { numRuns: Math.ceil(formulas / chunks), seed: seed + chunk })
      },
    )

    test.runIf(formulas >= 1_000)('which mostly has a value, or a crash', () => {
      expect(ended.seen('value')).toBeGreaterThan(ended.all * 0.4)
      expect(ended.seen('budget')).toBeLessThan(ended.all * 0.4)
    })

    afterAll(() => console.info(`seed ${seed}\n${formulas} counting formulas: ${ended.text()}`))
  })
}

/** What the reference came to, and in how many steps. */
interface Wanted {
  readonly outcome: Outcome
  readonly steps: number
}

/**
 * Evaluates a formula on one subject after another, and on all of them once more: what was translated for the first
 * is there for the next. The machine is to come to what the reference comes to; on a budget to that, or to the
 * budget's end, which the machine may reach later, and not sooner.
 */
const agreeAgain = ({ formula, subjects }: Repeated, tally: Tally): void => {
  const wanted = subjects.map((subject) => wantedOf(copyOf(subject), copyOf(formula)))
  for (const { outcome } of wanted) tally.add(kindOf(outcome))

  for (const [evaluate, hot] of [
    [free, 1],
    [free, 2],
    [enough, 1],
    [short, 2],
  ] as const) {
    const own = copyOf(formula)
    for (const _round of [1, 2]) {
      subjects.forEach((subject, i) => {
        const { outcome } = wanted[i]!
        evaluate(copyOf(subject), own, hot, wanted[i]!, (found, right) => {
          const how = `${evaluate.name}, hot ${hot}, subject ${i}`
          if (!right)
            expect.fail(
              `the reference: ${printOutcome(outcome)}\nthe machine, ${how}: ${printOutcome(found)}`,
            )
        })
      })
    }
  }
}

type Check = (found: Outcome, right: boolean) => void

type Way = (subject: Noun, formula: Noun, hot: number, wanted: Wanted, check: Check) => void

/** Without a budget; what the reference comes to no end with is left out. */
const free: Way = (subject, formula, hot, { outcome }, check) => {
  if (kindOf(outcome) === 'budget') return
  const found = machine(subject, formula, { hot })
  check(found, sameOutcome(found, outcome))
  if (outcome._tag === 'Left') return // where a formula has no value, its jet may have one
  const jetted = machine(subject, formula, { hot, jets: arithmeticJets })
  check(jetted, sameOutcome(jetted, outcome))
}

/** On the budget that the reference needs. */
const enough: Way = (subject, formula, hot, { outcome, steps }, check) => {
  const found = machine(subject, formula, { hot, budget: { steps } })
  if (kindOf(outcome) !== 'budget') check(found, sameOutcome(found, outcome))
}

/** On budgets that may not suffice. */
const short: Way = (subject, formula, hot, { outcome, steps }, check) => {
  for (const share of [0.9, 0.3]) {
    const found = machine(subject, formula, { hot, budget: { steps: Math.floor(steps * share) } })
    const ended = kindOf(found) === 'budget'
    check(found, ended || kindOf(outcome) === 'budget' || sameOutcome(found, outcome))
  }
}

const wantedOf = (subject: Noun, formula: Noun): Wanted => {
  let steps = 0
  const watch = { begin: () => void steps++, end: () => undefined }
  return { outcome: reference(subject, formula, { budget: { steps: STEPS }, watch }), steps }
}

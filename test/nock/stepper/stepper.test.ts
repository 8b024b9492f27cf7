import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { left, right } from '../../../nock/either.js'
import { reference } from '../../../nock/reference.js'
import { type Step, Stepper } from '../../../nock/stepper/stepper.js'
import { type Pair, pairs } from '../../_kit/formulas.js'
import { type Outcome, printOutcome, sameOutcome } from '../../_kit/outcome.js'
import { BUILD, D, FIB, noun } from '../../_kit/programs.js'

/** So many steps, at most; the few pairs that take more are left out. */
const STEPS = 50_000

const outcomeOf = (step: Step): Outcome => {
  if (step.is === 'reduction') throw new Error('this is not the last step')
  return step.is === 'product' ? right(step.product) : left(step.crash)
}

const lastOf = (stepper: Stepper): Step | undefined => {
  const end = stepper.find(0, () => false, STEPS)
  return end === undefined ? undefined : stepper.at(end)
}

const byReference = ({ subject, formula }: Pair): Outcome =>
  reference(subject, formula, { budget: { steps: STEPS } })

describe('the steps end where the reference does', () => {
  const agrees = (expanded: boolean, alike: (steps: Outcome, wanted: Outcome) => boolean) =>
    fc.property(pairs, (pair) => {
      const last = lastOf(new Stepper(pair.subject, pair.formula, { expanded }))
      if (last === undefined) return
      const [is, wanted] = [outcomeOf(last), byReference(pair)]
      if (!alike(is, wanted)) throw new Error(`${printOutcome(is)} where ${printOutcome(wanted)} is right`)
    })

  test('folded, in the very same crash', () => {
    fc.assert(agrees(false, sameOutcome), { numRuns: 3_000 })
  })

  test('expanded to the lines of the definition, in a crash where there is one', () => {
    const alike = (is: Outcome, wanted: Outcome) =>
      wanted._tag === 'Left' ? is._tag === 'Left' : sameOutcome(is, wanted)
    fc.assert(agrees(true, alike), { numRuns: 3_000 })
  })
})

test('before the first step there is none, and none behind the last', () => {
  const stepper = new Stepper(0, 7)
  expect(stepper.at(0)).toMatchObject({ is: 'crash' })
  for (const n of [-1, 1, 1e9, 0.5, NaN]) expect(stepper.at(n)).toBeUndefined()
})

test('steps can be asked for in any order', () => {
  const stepper = () => new Stepper(8, noun(FIB.text))
  const inOrder = stepper()
  const end = inOrder.find(0, () => false, STEPS)!
  const steps = Array.from({ length: end + 4 }, (_, n) => essence(inOrder.at(n)))
  const same = fc.property(fc.array(fc.nat(end + 3), { minLength: 1, maxLength: 50 }), (asked) => {
    const other = stepper()
    for (const n of asked) expect(essence(other.at(n))).toEqual(steps[n])
  })
  fc.assert(same)
})

const essence = (step: Step | undefined) =>
  step === undefined || step.is === 'product' ? step : [step.redex, step.around?.depth]

describe('far', () => {
  test('a million steps, and back again one by one', () => {
    const stepper = new Stepper(100_000, noun(D.text))
    const end = stepper.find(0, () => false, 1e7)!
    expect(end).toBe(1_699_999)
    expect(stepper.at(end)).toEqual({ is: 'product', product: 99_999 })
    expect(stepper.at(end - 1)).toMatchObject({ is: 'reduction' })
    for (let n = end; n > end - 5_000; n--) expect(stepper.at(n)).toBeDefined()
    expect(stepper.at(0)).toMatchObject({ redex: { operator: '*' } })
  })

  test('a computation that is a hundred thousand deep', () => {
    const stepper = new Stepper(100_000, noun(BUILD.text))
    expect(stepper.at(stepper.find(0, () => false, 1e7)!)).toMatchObject({ is: 'product' })
  })

  test('one without an end is looked at as far as one likes', () => {
    const stepper = new Stepper(0, noun('[2 [0 1] 1 2 [0 1] 0 1]'))
    const looped = new Stepper(noun('[9 2 0 1]'), noun('[8 [1 9 2 0 1] 9 2 0 1]'))
    expect(stepper.find(0, () => false, 1_000)).toBe(6)
    expect(looped.find(0, () => false, 600_000)).toBeUndefined()
    expect(looped.at(600_000)).toMatchObject({ is: 'reduction' })
  })
})

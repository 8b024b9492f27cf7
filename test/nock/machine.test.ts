import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { equal } from '../../nock/equal.js'
import { nock } from '../../nock/nock.js'
import { type Noun, cell } from '../../nock/noun.js'
import { reference } from '../../nock/reference.js'
import { pairs } from '../_kit/formulas.js'
import { interpreterLaws } from '../_kit/interpreter.js'
import { kindOf, printOutcome, sameOutcome } from '../_kit/outcome.js'
import { D, noun } from '../_kit/programs.js'

interpreterLaws(nock, 1_000_000)

describe('what is compiled', { timeout: 60_000 }, () => {
  test('50,000 different formulas, one after another', () => {
    const failed = Array.from({ length: 50_000 }, (_, i) => i).filter((i) => {
      // [8 [1 i] [5 [0 2] 0 3] 4 4 1 i]
      const outcome = nock(i, cell(8, cell(1, i), cell(5, cell(0, 2), 0, 3), 4, 4, 1, i))
      return printOutcome(outcome) !== `[0 ${i + 2}]`
    })
    expect(failed).toEqual([])
  })

  test('50,000 different formulas, made by a formula as it runs', () => {
    // core [battery [counter sum-of-two] 0]: each turn runs [4 4 1 counter], a formula that it has made
    const formula = noun(`
      [9 2 [1 6 [5 [0 12] 1 50000] [0 13] 9 2 [0 2] [[4 0 12] 2 [0 1] [1 4] [1 4] [1 1] 0 12] 0 7]
        [1 0 0] 1 0]`)
    expect(printOutcome(nock(0, formula))).toBe('50001')
  })

  test('one formula in many copies, and one copy for many subjects', () => {
    const copy = (n: Noun): Noun => (typeof n === 'object' ? cell(copy(n.head), copy(n.tail)) : n)
    for (let n = 1; n < 200; n++) {
      expect(printOutcome(nock(n, copy(D.formula)))).toBe(`${n - 1}`)
      expect(printOutcome(nock(n, D.formula))).toBe(`${n - 1}`)
    }
  })

  test('code that changes as it runs', () => {
    // counts to 5 by one arm, then puts another in its place: [[1 7] 0 3]
    const formula = noun('[9 2 [1 6 [5 [0 3] 1 5] [9 2 10 [2 1 [1 7] 0 3] 0 1] 9 2 10 [3 4 0 3] 0 1] 1 0]')
    expect(printOutcome(nock(0, formula))).toBe('[7 5]')
  })

  test('a formula that is data, too, stays the noun that it is', () => {
    const formula = noun('[[0 1] [1 4 0 1] 2 [0 2] 0 3]')
    expect(printOutcome(nock(noun('[41 4 0 1]'), formula))).toBe('[[41 4 0 1] [4 0 1] 42]')
    expect(equal(formula, noun('[[0 1] [1 4 0 1] 2 [0 2] 0 3]'))).toBe(true)
  })
})

describe('a budget', { timeout: 60_000 }, () => {
  const budgets = fc.record({ steps: fc.nat(200), nouns: fc.nat(100) }, { requiredKeys: [] })

  test('changes an outcome only into a crash that says so', () => {
    const changes = fc.property(pairs, budgets, ({ subject, formula }, budget) => {
      const without = nock(subject, formula, { budget: { steps: 1_000_000 } })
      if (kindOf(without) === 'budget') return
      const within = nock(subject, formula, { budget: { steps: 1_000_000, ...budget } })
      expect(kindOf(within) === 'budget' || sameOutcome(without, within)).toBe(true)
    })
    fc.assert(changes, { numRuns: 5_000 })
  })

  test('once enough, is enough when it is larger', () => {
    const grows = fc.property(pairs, fc.nat(100), fc.nat(100), ({ subject, formula }, steps, more) => {
      const outcome = nock(subject, formula, { budget: { steps } })
      if (kindOf(outcome) === 'budget') return
      expect(sameOutcome(outcome, nock(subject, formula, { budget: { steps: steps + more } }))).toBe(true)
    })
    fc.assert(grows, { numRuns: 5_000 })
  })

  test('within which the reference has a value, is enough for the machine, too', () => {
    const enough = fc.property(pairs, budgets, ({ subject, formula }, budget) => {
      const wanted = reference(subject, formula, { budget: { steps: 20_000, ...budget } })
      if (kindOf(wanted) === 'budget') return
      expect(sameOutcome(wanted, nock(subject, formula, { budget: { steps: 20_000, ...budget } }))).toBe(true)
    })
    fc.assert(enough, { numRuns: 5_000 })
  })
})

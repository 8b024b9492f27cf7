import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { reference } from '../../../nock/reference.js'
import { hot, pairs } from '../../_kit/formulas.js'
import { machine } from '../../_kit/machines.js'
import { kindOf, sameOutcome } from '../../_kit/outcome.js'
import { D, FIB, LENDEEP, countdown } from '../../_kit/programs.js'

const budgets = fc.record({ steps: fc.nat(200), nouns: fc.nat(100) }, { requiredKeys: [] })
const wide = fc.record({ steps: fc.nat(10_000), nouns: fc.nat(2_000) }, { requiredKeys: [] })

/** Pairs that end soon, and loops that are translated under way. */
describe.each([
  ['pairs', pairs, budgets, 3_000, Infinity],
  ['pairs, translated at once', pairs, budgets, 2_000, 1],
  ['loops', hot, wide, 300, 3],
] as const)('a budget, on %s', { timeout: 120_000 }, (_what, drawn, within, numRuns, hotAt) => {
  test('changes an outcome only into a crash that says so', () => {
    const changes = fc.property(drawn, within, ({ subject, formula }, budget) => {
      const without = machine(subject, formula, { budget: { steps: 200_000 }, hot: hotAt })
      if (kindOf(without) === 'budget') return
      const limited = machine(subject, formula, { budget: { steps: 200_000, ...budget }, hot: hotAt })
      expect(kindOf(limited) === 'budget' || sameOutcome(without, limited)).toBe(true)
    })
    fc.assert(changes, { numRuns })
  })

  test('once enough, is enough when it is larger', () => {
    const grows = fc.property(drawn, fc.nat(10_000), fc.nat(100), ({ subject, formula }, steps, more) => {
      const outcome = machine(subject, formula, { budget: { steps }, hot: hotAt })
      if (kindOf(outcome) === 'budget') return
      const larger = machine(subject, formula, { budget: { steps: steps + more }, hot: hotAt })
      expect(sameOutcome(outcome, larger)).toBe(true)
    })
    fc.assert(grows, { numRuns })
  })

  test('is spent or not, however much is translated by then', () => {
    const alike = fc.property(drawn, within, ({ subject, formula }, limits) => {
      const budget = { steps: 20_000, ...limits }
      const kinds = [Infinity, hotAt, hotAt, hotAt, 1, 1, Infinity].map((hot) =>
        kindOf(machine(subject, formula, { budget, hot })),
      )
      expect(kinds).toEqual(kinds.map(() => kinds[0]))
    })
    fc.assert(alike, { numRuns })
  })

  test('within which the reference has a value, is enough for the machine, too', () => {
    const enough = fc.property(drawn, within, ({ subject, formula }, budget) => {
      const wanted = reference(subject, formula, { budget: { steps: 20_000, ...budget } })
      if (kindOf(wanted) === 'budget') return
      const found = machine(subject, formula, { budget: { steps: 20_000, ...budget }, hot: hotAt })
      expect(sameOutcome(wanted, found)).toBe(true)
    })
    fc.assert(enough, { numRuns })
  })
})

describe('a budget ends what is translated', () => {
  test.each([
    ['D', D.formula, 1_000_000],
    ['FIB', FIB.formula, 25],
    ['LENDEEP', LENDEEP.formula, countdown(200_000)],
  ])('%s, by its steps: once warm as when cold', (_name, formula, subject) => {
    const budget = { steps: 100_000 }
    for (let i = 0; i < 5; i++) {
      expect(kindOf(machine(subject, formula, { budget, hot: 3 }))).toBe('budget')
    }
    expect(kindOf(machine(subject, formula, { hot: 3 }))).toBe('value')
    expect(kindOf(machine(subject, formula, { budget, hot: 3 }))).toBe('budget')
    expect(kindOf(machine(subject, formula, { budget: { steps: 100_000_000 }, hot: 3 }))).toBe('value')
  })

  test('by its nouns', () => {
    const budget = { nouns: 1_000 }
    for (let i = 0; i < 5; i++) {
      expect(kindOf(machine(1_000_000, D.formula, { budget, hot: 3 }))).toBe('budget')
    }
  })
})

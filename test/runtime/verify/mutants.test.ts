import { describe, expect, test } from 'vitest'
import { arithmetic } from '../../../jets/index.js'
import { checkJet } from '../../../runtime/verify/index.js'
import { mutantsOfAdd } from './mutants/add.js'
import { mutantsOfDec } from './mutants/dec.js'
import { mutantsOfLth } from './mutants/lth.js'
import { mutantsOfMul } from './mutants/mul.js'
import { mutantsOfSub } from './mutants/sub.js'

// Jets with a fault each: every one is found within the default runs.

const mutants = [...mutantsOfDec, ...mutantsOfAdd, ...mutantsOfSub, ...mutantsOfMul, ...mutantsOfLth]

const SEEDS = [1, 2]

test('there are enough of them', () => expect(mutants.length).toBeGreaterThanOrEqual(50))

describe.each(mutants)('%s', (_what, fault, make) => {
  test.each(SEEDS)('is found with seed %i', (seed) => {
    const { failure } = checkJet(make(), { seed, timeout: 500 })
    expect(failure?.headline).toMatch(fault)
  })
})

describe.each(arithmetic)('$name, as it is', (jet) => {
  test.each(SEEDS)('agrees with its formula, seed %i', (seed) => {
    const report = checkJet(jet, { seed })
    expect(report.failure).toBeUndefined()
    expect(report.valued / report.runs).toBeGreaterThan(0.5)
    expect(report.crashed / report.runs).toBeGreaterThan(0.01)
    expect(report.undecided).toBe(0)
  })
})

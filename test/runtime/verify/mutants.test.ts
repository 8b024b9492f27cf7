import { expect, test } from 'vitest'
import { arithmetic } from '../../../jets/index.js'
import { checkJet } from '../../../runtime/verify/index.js'
import { mutantsOfAdd } from './mutants/add.js'
import { mutantsOfDec } from './mutants/dec.js'
import { mutantsOfLth } from './mutants/lth.js'
import { mutantsOfMul } from './mutants/mul.js'
import { mutantsOfSub } from './mutants/sub.js'

// Jets with a fault each: every one is found within the default runs.

const mutants = [...mutantsOfDec, ...mutantsOfAdd, ...mutantsOfSub, ...mutantsOfMul, ...mutantsOfLth]

test('there are enough of them', () => expect(mutants.length).toBeGreaterThanOrEqual(50))

test.each(mutants)('%s: it is found', (_what, fault, make) => {
  const { failure } = checkJet(make(), { seed: 1, timeout: 500 })
  expect(failure?.headline).toMatch(fault)
})

test.each(arithmetic)('$name, as it is, agrees with its formula', (jet) => {
  const report = checkJet(jet, { seed: 1 })
  expect(report.failure).toBeUndefined()
  expect(report.valued / report.runs).toBeGreaterThan(0.5)
  expect(report.crashed / report.runs).toBeGreaterThan(0.01)
  expect(report.undecided).toBe(0)
})

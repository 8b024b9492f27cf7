import { expect, test } from 'vitest'
import { check } from './checker.js'
import { type Model, readModel } from './model.js'
import { unchecked } from './unchecked.js'

/** A counter modulo three, of which something is claimed. */
const claiming = (claim: string, cfg = 'PROPERTY Claim'): Model => ({
  module: `---- MODULE counter ----
EXTENDS Naturals
VARIABLE n
Init == n = 0
Step == n' = (n + 1) % 3
Nope == n' = n + 5
Spec == Init /\\ [][Step]_n /\\ WF_n(Step)
----
Claim == ${claim}
====`,
  cfg: `SPECIFICATION Spec\n${cfg}\n`,
})

test.each(['runit', 'runit_timed'])('all that %s claims is checked', (name) => {
  expect(unchecked(readModel(name))).toEqual([])
})

test.each(['n = 1 ~> n = 2', '<>(n = 1)', '[]<>(n = 1)', '<>[](n < 3)'])('%s is', (claim) => {
  expect(unchecked(claiming(claim))).toEqual([])
})

test.each(['n = 1', 'WF_n(Step)', '[](n < 2)', '[](n = 1 => <>(n = 2))', '<>(n = 1 ~> n = 2)', '[][Step]_n'])(
  '%s is not',
  (claim) => {
    expect(unchecked(claiming(claim))).toEqual(['Claim has a form that passes unchecked'])
  },
)

test.each(['n = 2', 'WF_n(Nope)'])('the checker lets %s pass', (claim) => {
  // both are wrong: n is 0 at first, and Nope never happens, though it could at any time
  expect(check(claiming(claim))).toMatchObject({ holds: true })
})

test('a claim that nobody names, and a name that claims nothing', () => {
  expect(unchecked(claiming('n < 3', ''))).toEqual(['Claim is not in the .cfg'])
  expect(unchecked(claiming('n < 3', 'INVARIANTS Claim Init'))).toEqual(['Init is not in the last section'])
})

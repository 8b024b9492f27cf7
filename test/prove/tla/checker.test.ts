import { expect, test } from 'vitest'
import { begin, check, next } from './checker.js'
import { type Model } from './model.js'

/** A counter modulo three. */
const counter = (cfg: string, step = "n' = (n + 1) % 3"): Model => ({
  module: `---- MODULE counter ----
EXTENDS Naturals
VARIABLE n
Init == n = 0
Step == ${step}
Spec == Init /\\ [][Step]_n /\\ WF_n(Step)
Small == n < 3
Smaller == n < 2
ComesBack == (n = 1) ~> (n = 0)
Stays == <>[](n = 0)
====`,
  cfg: `SPECIFICATION Spec\n${cfg}\n`,
})

test('what holds', () => {
  expect(check(counter('INVARIANT Small\nPROPERTY ComesBack'))).toEqual({ holds: true, states: 3, said: '' })
})

test('an invariant that does not', () => {
  expect(check(counter('INVARIANT Smaller'))).toMatchObject({
    holds: false,
    said: expect.stringMatching(/^InvariantViolation: /),
  })
})

test('a property that does not', () => {
  expect(check(counter('PROPERTY Stays'))).toMatchObject({
    holds: false,
    said: expect.stringMatching(/^LivenessViolation: /),
  })
})

test('a name that the module does not define', () => {
  expect(check(counter('INVARIANT Tiny'))).toMatchObject({
    holds: false,
    said: expect.stringContaining('Tiny'),
  })
})

test('a dead end, unless it is allowed', () => {
  const ends = counter('INVARIANT Small', "n < 2 /\\ n' = n + 1")
  expect(check(ends)).toMatchObject({ holds: false, said: expect.stringMatching(/^Deadlock: /) })
  expect(check(ends, 'allowed')).toEqual({ holds: true, states: 3, said: '' })
})

test('a text that is no module', () => {
  expect(check({ module: 'VARIABLE', cfg: '' }).holds).toBe(false)
})

test('states and steps, one by one', () => {
  const model = counter('')
  expect(begin(model)).toEqual([{ n: 0 }])
  expect(next(model, { n: 2 })).toEqual([{ action: 'Step', state: { n: 0 } }])
  expect(() => next(model, { m: 2 })).toThrow('tla-checker: ')
})

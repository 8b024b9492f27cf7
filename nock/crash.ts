import { type Atom, type Noun } from './noun.js'

export type Rule = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11

/**
 * Where a computation has no value, and why. Nock itself only loops there; a crash is what we make of it.
 *
 * | why         | rule     | axis          | noun                                                     |
 * |-------------|----------|---------------|----------------------------------------------------------|
 * | `axis`      | 0, 9, 10 | the one asked | the noun that has nothing there                          |
 * | `increment` | 4        | –             | the cell that was to be incremented                      |
 * | `test`      | 6        | –             | the test's product, neither 0 (yes) nor 1 (no)           |
 * | `formula`   | the rule | –             | the formula, which has not the form that its rule takes; |
 * |             | or none  |               | no rule when it is an atom or starts with no 0 to 11     |
 * | `jet`       | –        | –             | the subject for which the jet's formula has no value     |
 * | `budget`    | –        | –             | the subject under the formula that would have gone past  |
 */
export interface Crash {
  readonly why: 'axis' | 'increment' | 'test' | 'formula' | 'jet' | 'budget'
  readonly rule: Rule | undefined
  readonly axis: Atom | undefined
  readonly noun: Noun
  /** The formula under reduction when it happened. */
  readonly formula: Noun
}

/** How a crash leaves the inner loops; the functions that users call catch it and answer a value. */
export class Crashed {
  readonly crash: Crash

  constructor(crash: Crash) {
    this.crash = crash
  }
}

/** Nothing at `axis` of `noun`: rules 0, 9 and 10. */
export const noAxis = (rule: 0 | 9 | 10, axis: Atom, noun: Noun, formula: Noun): Crashed =>
  new Crashed({ why: 'axis', rule, axis, noun, formula })

/** `+[a b]`: a cell has no number above it (rule 4). */
export const noIncrement = (noun: Noun, formula: Noun): Crashed =>
  new Crashed({ why: 'increment', rule: 4, axis: undefined, noun, formula })

/** A test that is neither yes nor no (rule 6). */
export const noLoobean = (noun: Noun, formula: Noun): Crashed =>
  new Crashed({ why: 'test', rule: 6, axis: undefined, noun, formula })

/** A formula that no rule takes, or not in this form: `*a` of anything else. */
export const noFormula = (formula: Noun): Crashed =>
  new Crashed({ why: 'formula', rule: ruleOf(formula), axis: undefined, noun: formula, formula })

/** A jet that knows its formula to have no value for this subject. */
export const noValue = (subject: Noun, formula: Noun): Crashed =>
  new Crashed({ why: 'jet', rule: undefined, axis: undefined, noun: subject, formula })

/** The budget would not do. */
export const overBudget = (subject: Noun, formula: Noun): Crashed =>
  new Crashed({ why: 'budget', rule: undefined, axis: undefined, noun: subject, formula })

/**
 * The crash that ended an evaluation by an exception: one of ours, or JavaScript's about a number beyond all bounds (of a
 * billion bits), which is a budget, too. Whatever else was thrown goes on.
 */
export const crashOf = (thrown: unknown, subject: Noun, formula: Noun): Crash => {
  if (thrown instanceof Crashed) return thrown.crash
  if (thrown instanceof RangeError && thrown.message.includes('BigInt'))
    return overBudget(subject, formula).crash
  throw thrown
}

const ruleOf = (formula: Noun): Rule | undefined => {
  const head = typeof formula === 'object' ? formula.head : undefined
  return typeof head === 'number' && head <= 11 ? (head as Rule) : undefined
}

import { type Resumption } from '../../jets/index.js'
import {
  type Budget,
  type Crash,
  type Either,
  type Jets,
  type Noun,
  equal,
  nock,
  reference,
} from '../../nock/index.js'
import { guard } from './guard.js'

/** What the formula comes to on a subject, and how that was found. */
export type Formula =
  | { readonly is: 'value'; readonly noun: Noun; readonly by: By }
  | { readonly is: 'crash'; readonly crash: Crash; readonly by: By }
  /** The budget was spent from the later point on, from where it ends soon if it ever does. */
  | { readonly is: 'never' }
  /** The budget was spent; who knows. */
  | { readonly is: 'spent' }

/**
 * From the start, by the reference; or from the later point that the jet names; or from there, with other
 * jets for parts of the formula, which are held against their own formulas elsewhere.
 */
export type By = 'start' | 'resume' | 'jets'

/** The two ways to evaluate do not come to the same: what the jet names is no later point. */
export interface Elsewhere {
  readonly is: 'elsewhere'
  readonly whole: Formula
  readonly resumed: Formula
}

export interface Means {
  /** Of each of the evaluations that may be tried. */
  readonly budget: Budget
  /** Other jets, for parts of the formula. */
  readonly jets: Jets | undefined
  /** Milliseconds that these may take. */
  readonly timeout: number
}

/**
 * Evaluates a formula, within twice the budget and a little.
 *
 * @param later a later point of its evaluation on the subject
 */
export const formulaOn = (
  subject: Noun,
  formula: Noun,
  later: Resumption | undefined,
  { budget, jets, timeout }: Means,
): Formula | Elsewhere => {
  if (later === undefined) {
    const whole = found('start', reference(subject, formula, { budget }))
    return whole.is === 'spent' && jets
      ? withJets(() => nock(subject, formula, { jets, budget }), timeout)
      : whole
  }
  const whole = found('start', reference(subject, formula, { budget: part(budget) }))
  const resumed = found('resume', reference(later.subject, later.formula, { budget }))
  if (whole.is !== 'spent') return same(whole, resumed) ? whole : { is: 'elsewhere', whole, resumed }
  if (resumed.is !== 'spent') return resumed
  const last = jets ? withJets(() => nock(later.subject, later.formula, { jets, budget }), timeout) : SPENT
  return last.is === 'spent' ? { is: 'never' } : last
}

const SPENT: Formula = { is: 'spent' }

/** Enough to see that both ways come to the same, where the whole one is short. */
const part = ({ steps = Infinity, nouns = Infinity }: Budget): Budget => ({
  steps: steps / 8,
  nouns: nouns / 8,
})

/** A jet among them may throw or not end; whatever it does is told where it is checked itself. */
const withJets = (evaluate: () => Either<Crash, Noun>, timeout: number): Formula => {
  try {
    const done = guard(timeout, evaluate)
    return done.is === 'done' ? found('jets', done.value) : SPENT
  } catch {
    return SPENT
  }
}

const found = (by: By, outcome: Either<Crash, Noun>): Formula => {
  if (outcome._tag === 'Right') return { is: 'value', noun: outcome.right, by }
  return outcome.left.why === 'budget' ? SPENT : { is: 'crash', crash: outcome.left, by }
}

const same = (a: Formula, b: Formula): boolean =>
  a.is === 'value' ? b.is === 'value' && equal(a.noun, b.noun) : a.is === b.is

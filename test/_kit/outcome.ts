import { type Crash } from '../../nock/crash.js'
import { type Either } from '../../nock/either.js'
import { equal } from '../../nock/equal.js'
import { type Noun } from '../../nock/noun.js'
import { printNoun } from '../../nock/print.js'

/** What an evaluation came to. */
export type Outcome = Either<Crash, Noun>

/** An interpreter, as `reference` and `nock` are called. */
export type Evaluate = (
  subject: Noun,
  formula: Noun,
  options?: { readonly budget?: { readonly steps?: number; readonly nouns?: number } },
) => Outcome

/** The same value, or the same crash in all that it names. */
export const sameOutcome = (a: Outcome, b: Outcome): boolean => {
  if (a._tag === 'Right') return b._tag === 'Right' && equal(a.right, b.right)
  if (b._tag === 'Right') return false
  const [x, y] = [a.left, b.left]
  return (
    x.why === y.why &&
    x.rule === y.rule &&
    x.axis === y.axis &&
    equal(x.noun, y.noun) &&
    equal(x.formula, y.formula)
  )
}

/** In words, for the message of a test that fails; what is very long is cut. */
export const printOutcome = (outcome: Outcome): string => {
  if (outcome._tag === 'Right') return printNoun(outcome.right, { limit: 10_000 })
  const { why, rule, axis } = outcome.left
  const [noun, formula] = [outcome.left.noun, outcome.left.formula].map((n) =>
    printNoun(n, { limit: 10_000 }),
  )
  return `crash: ${why}, rule ${rule}, axis ${axis}, noun ${noun}, formula ${formula}`
}

/** What kind of outcome: `value`, or as much of a crash as its kind takes. */
export const kindOf = (outcome: Outcome): string =>
  outcome._tag === 'Right'
    ? 'value'
    : outcome.left.rule === undefined
      ? outcome.left.why
      : `${outcome.left.why} ${outcome.left.rule}`

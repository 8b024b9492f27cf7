import { type DefinedJet, type Resumption } from '../../jets/index.js'
import { type Noun, equal } from '../../nock/index.js'
import { type Answer, type Misbehaviour, answerOf, goTogether } from './answer.js'
import { copyOf, sharedCopyOf, unsharedCopyOf } from './copies.js'
import { type Elsewhere, type Formula, type Means, formulaOn } from './formula.js'
import { guard } from './guard.js'
import { whyNoNoun } from './why-no-noun.js'

/** What the law says of a jet on one subject: it keeps it, or which way it breaks it. */
export type Verdict =
  | Agreement
  /** The formula came to nothing within its budget, so any answer may be right. */
  | { readonly is: 'undecided' }
  | Disagreement

export interface Agreement {
  readonly is: 'agrees'
  readonly formula: 'value' | 'crash'
  /** Whether the jet itself had a value or crashed, or says that it does more here. */
  readonly answered: boolean
}

export type Disagreement =
  /** It gives another value than the formula. */
  | { readonly is: 'differs'; readonly formula: Formula; readonly jet: Answer }
  /** It crashes where the formula has a value. */
  | { readonly is: 'crashes'; readonly formula: Formula; readonly jet: Answer }
  /** It has a value where the formula crashes or never ends, and does not say so. */
  | { readonly is: 'more'; readonly formula: Formula; readonly jet: Answer }
  | Misbehaviour
  /** Its subject is not the same afterwards. */
  | { readonly is: 'changed' }
  /** Asked twice, it contradicts itself. */
  | { readonly is: 'unsteady'; readonly first: Answer; readonly second: Answer }
  /** It contradicts itself on an equal subject, the equal parts of which are not one cell. */
  | { readonly is: 'sharing'; readonly shared: Answer; readonly unshared: Answer }
  /** It was ended after so many milliseconds. */
  | { readonly is: 'never ends'; readonly milliseconds: number }
  /** What it names is no later point of its formula. */
  | Elsewhere

/**
 * The law of jets, on one subject: *a jet agrees with its formula wherever the formula has a value.* Where
 * the formula crashes the jet crashes, too, or leaves it to the formula, unless its `more` names the subject.
 * The jet is run three times, on copies of the subject: twice on one that shares all its equal parts, once on
 * one that shares none.
 */
export const verdictOn = (subject: Noun, jet: DefinedJet, means: Means): Verdict => {
  const copies = [sharedCopyOf(subject), unsharedCopyOf(subject, MOST_CELLS) ?? copyOf(subject)] as const
  const guarded = guard(means.timeout, () => {
    const told = tell(jet, subject)
    return { told, runs: 'is' in told || told.more ? undefined : runsOn(jet, copies) }
  })
  if (guarded.is === 'ended') return { is: 'never ends', milliseconds: means.timeout }
  const { told, runs } = guarded.value
  if ('is' in told) return told
  const formula = formulaOn(subject, jet.formula, told.later, means)
  if (formula.is === 'elsewhere') return formula
  if (runs) return judged(subject, copies, formula, runs)

  // it says that it does more here, which it may where the formula has no value
  if (formula.is === 'crash' || formula.is === 'never')
    return { is: 'agrees', formula: 'crash', answered: true }
  const late = guard(means.timeout, () => runsOn(jet, copies))
  return late.is === 'ended'
    ? { is: 'never ends', milliseconds: means.timeout }
    : judged(subject, copies, formula, late.value)
}

/** The most cells of a subject that is written out. */
const MOST_CELLS = 20_000

/** Equal subjects, of which the one shares all its equal parts, and the other none. */
type Copies = readonly [shared: Noun, unshared: Noun]

/** What a jet does on the one, again on the same, and on the other. */
type Runs = readonly [Answer | Misbehaviour, Answer | Misbehaviour, Answer | Misbehaviour]

const runsOn = (jet: DefinedJet, [shared, unshared]: Copies): Runs => [
  answerOf(jet, shared),
  answerOf(jet, shared),
  answerOf(jet, unshared),
]

/** What a jet tells of itself on a subject. */
const tell = (
  jet: DefinedJet,
  subject: Noun,
): { readonly later: Resumption | undefined; readonly more: boolean } | Misbehaviour => {
  let out: 'resume' | 'more' = 'resume'
  try {
    const later = jet.resume?.(subject)
    const why = later && (whyNoNoun(later.subject) ?? whyNoNoun(later.formula))
    if (why !== undefined) return { is: 'no noun', out, why }
    out = 'more'
    return { later, more: jet.more?.(subject) === true }
  } catch (thrown) {
    return { is: 'throws', out, thrown }
  }
}

const judged = (subject: Noun, copies: Copies, formula: Formula, runs: Runs): Verdict => {
  if (copies.some((copy) => !isStill(subject, copy))) return { is: 'changed' }
  const answers: Answer[] = []
  for (const run of runs) {
    if (run.is === 'throws' || run.is === 'no noun') return run
    answers.push(run)
  }
  const [first, second, other] = answers as [Answer, Answer, Answer]
  if (!goTogether(first, second)) return { is: 'unsteady', first, second }
  if (!goTogether(first, other)) return { is: 'sharing', shared: first, unshared: other }
  const verdict = compared(formula, first)
  // the other may be wrong where the first leaves it to the formula
  if (verdict.is !== 'agrees') return verdict
  const verdictOnOther = compared(formula, other)
  return verdictOnOther.is === 'agrees'
    ? { ...verdictOnOther, answered: verdict.answered || verdictOnOther.answered }
    : verdictOnOther
}

const compared = (formula: Formula, jet: Answer): Verdict => {
  if (formula.is === 'spent') return { is: 'undecided' }
  const answered = jet.is !== 'back'
  if (formula.is !== 'value') {
    return jet.is === 'value' ? { is: 'more', formula, jet } : { is: 'agrees', formula: 'crash', answered }
  }
  if (jet.is === 'crash') return { is: 'crashes', formula, jet }
  return jet.is === 'value' && !equal(jet.noun, formula.noun)
    ? { is: 'differs', formula, jet }
    : { is: 'agrees', formula: 'value', answered }
}

/** Whether a copy is still equal to the subject; a jet may have put anything into it. */
const isStill = (subject: Noun, copy: Noun): boolean => {
  try {
    return equal(subject, copy)
  } catch {
    return false
  }
}

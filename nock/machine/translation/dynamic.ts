import { type Jets } from '../../jet.js'
import { type Cell, type Noun } from '../../noun.js'
import { codeOf } from '../cache.js'
import { type Code, type Translations } from '../code.js'
import { translate } from './translate.js'
import { MISS, UNWOUND } from './translation.js'
import { callAgain } from './unwinding.js'

/** The evaluation that is under way. Where one starts within another (in a jet), it puts this back when it ends. */
export interface Evaluation {
  readonly jets: Jets | undefined
  readonly counts: boolean
  /** So many calls make a code worth translating. */
  readonly hot: number
}

let now: Evaluation = { jets: undefined, counts: false, hot: Infinity }

/** Evaluates with this one under way. */
export const during = <A>(evaluation: Evaluation, evaluate: () => A): A => {
  const before = now
  const { steps, nouns } = budget
  now = evaluation
  try {
    return evaluate()
  } finally {
    now = before
    budget.steps = steps
    budget.nouns = nouns
  }
}

/** What is left of the budget of the evaluation under way; only counted for where there is one. */
export const budget = { steps: Infinity, nouns: Infinity }

/** So many translations a code has at most; what they do not take is left to the machine. */
const TRANSLATIONS = 6

/** Runs a code on a subject by one of its translations; MISS where it has none that takes the subject. */
export const enter = (depth: number, code: Code, subject: Noun): Noun | typeof UNWOUND | typeof MISS => {
  const translations = now.counts ? code.counted : code.free
  if (translations !== undefined) {
    const { known } = translations
    for (let i = 0; i < known.length; i++) {
      const product = known[i]!.enter(depth, subject)
      if (product !== MISS) return product
    }
  }
  return ++code.calls >= now.hot ? warm(depth, code, subject, translations) : MISS
}

/** Looks whether it is time for one more translation, and makes it. */
const warm = (
  depth: number,
  code: Code,
  subject: Noun,
  translations: Translations = { known: [], earlier: undefined, next: 0, narrow: 0, wide: false },
): Noun | typeof UNWOUND | typeof MISS => {
  if (now.counts) code.counted = translations
  else code.free = translations
  if (code.calls < translations.next || translations.known.length >= TRANSLATIONS) return MISS
  if (translations.earlier === undefined) {
    translations.earlier = subject
    return MISS
  }
  const seen = { subject, earlier: translations.earlier }
  const often = now.hot / 4
  translations.earlier = undefined
  translations.next = code.calls * 2
  const before = translations.known.length
  if (
    !translationAllowed() ||
    !translate(code, seen, now.counts, often, { call, enter: enterOrLeave, budget })
  )
    return MISS
  return translations.known.length > before ? translations.known[before]!.enter(depth, subject) : MISS
}

/** A call of a formula that was not known when the function was written. */
const call = (depth: number, formula: Cell, subject: Noun): Noun | typeof UNWOUND =>
  enterOrLeave(depth, codeOf(formula, now.jets), subject)

const enterOrLeave = (depth: number, code: Code, subject: Noun): Noun | typeof UNWOUND => {
  const product = enter(depth, code, subject)
  return product === MISS ? callAgain(code, subject) : product
}

let allowed: boolean | undefined

/**
 * May JavaScript be made from text here? A page's Content-Security-Policy can forbid it. Where it may not, nothing is
 * translated: all products and crashes are the same, but loops take 10 to 110 times as long (`machine/README.md`), and one
 * that counts far does not end.
 *
 * @example
 * translationAllowed() === true
 */
export const translationAllowed = (): boolean => {
  if (allowed === undefined) {
    try {
      new Function('')
      allowed = true
    } catch {
      allowed = false
    }
  }
  return allowed
}

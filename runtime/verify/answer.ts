import { type Crash, type Jet, type Noun, crashOf, equal } from '../../nock/index.js'
import { whyNoNoun } from './why-no-noun.js'

/** What a jet does on a subject. */
export type Answer =
  | { readonly is: 'value'; readonly noun: Noun }
  | { readonly is: 'crash'; readonly crash: Crash }
  /** It leaves the subject to its formula. */
  | { readonly is: 'back' }

/** What none of a jet's functions may do. */
export type Misbehaviour =
  /** An exception that is no crash. */
  | { readonly is: 'throws'; readonly out: 'run' | 'more' | 'resume'; readonly thrown: unknown }
  /** Something that is no noun in its one representation. */
  | { readonly is: 'no noun'; readonly out: 'run' | 'resume'; readonly why: string }

/** Runs a jet once. */
export const answerOf = (jet: Jet, subject: Noun): Answer | Misbehaviour => {
  let product: unknown
  try {
    product = jet.run(subject)
  } catch (thrown) {
    try {
      return { is: 'crash', crash: crashOf(thrown, subject, jet.formula) }
    } catch {
      return { is: 'throws', out: 'run', thrown }
    }
  }
  if (product === undefined) return { is: 'back' }
  const why = whyNoNoun(product)
  return why === undefined ? { is: 'value', noun: product as Noun } : { is: 'no noun', out: 'run', why }
}

/**
 * Whether two answers can both be right: the same value, two crashes, or one that leaves it to the formula.
 */
export const goTogether = (a: Answer, b: Answer): boolean =>
  a.is === 'back' ||
  b.is === 'back' ||
  (a.is === 'value' && b.is === 'value' ? equal(a.noun, b.noun) : a.is === b.is)

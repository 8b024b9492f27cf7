import type { Arbitrary } from 'fast-check'
import {
  type Cell,
  type Either,
  type Jet,
  type Jets,
  type Noun,
  equal,
  isCell,
  left,
  mug,
  parseNoun,
  right,
  showParseError,
} from '../nock/index.js'
import { whyOpen } from './closed.js'
import type { Draw } from './draw.js'
import { type Reliance, standsOn, whyNoPlaces } from './reliance.js'

/** What `runock verify` wants to know of a jet beyond the jet; all of it may be left out. */
export interface Verifiable {
  /** Subjects on which the formula mostly has a value. */
  readonly subjects?: ((draw: Draw) => Arbitrary<Noun>) | undefined
  /**
   * The subjects on which the formula crashes and the jet does more. On all others it must crash, or leave it
   * to the formula: an evaluation that used more could not be done again with jets off.
   */
  readonly more?: ((subject: Noun) => boolean) | undefined
  /**
   * For a formula that counts: a later point of its evaluation on this subject, from where it ends soon if it
   * ever does; so large numbers are verified, too. Held against the evaluation from the start wherever that
   * ends soon as well.
   */
  readonly resume?: ((subject: Noun) => Resumption | undefined) | undefined
}

/** `*[subject formula]`, with the product of the evaluation in which it comes up. */
export interface Resumption {
  readonly subject: Noun
  readonly formula: Noun
}

/** A jet before it is accepted: its formula as a noun or as text. */
export interface JetDefinition extends Verifiable {
  readonly name: string
  readonly formula: Noun | string
  /**
   * The code that the formula runs out of its subject, each piece with its axis there. A formula that runs other
   * code instead does something else, so the jet is asked only where all of this stands, to the last atom.
   */
  readonly relies?: readonly Reliance[] | undefined
  /** As {@link Jet.run}. */
  readonly run: (subject: Noun) => Noun | undefined
}

/** A jet that was accepted. */
export interface DefinedJet extends Jet, Verifiable {
  /** As {@link JetDefinition.relies}; nothing where there is none. */
  readonly relies?: readonly Reliance[] | undefined
}

/** Why a jet is not accepted. */
export type JetError =
  | { readonly why: 'formula'; readonly jet: string; readonly message: string }
  | { readonly why: 'open'; readonly jet: string; readonly message: string }
  | { readonly why: 'relies'; readonly jet: string; readonly message: string }
  | { readonly why: 'duplicate'; readonly jet: string; readonly other: string }

/**
 * A jet, if one can stand for the formula: its text reads, it is a cell, and it is closed (it runs no code
 * out of its subject but what it relies on; otherwise the same formula would do something else on another subject,
 * and no jet could know).
 *
 * @example
 * defineJet({ name: 'inc', formula: '[4 0 1]', run: (n) => (isAtom(n) ? increment(n) : undefined) })._tag === 'Right'
 */
export const defineJet = ({
  name,
  formula,
  relies = [],
  run,
  subjects,
  more,
  resume,
}: JetDefinition): Either<JetError, DefinedJet> => {
  const parsed = typeof formula === 'string' ? parseNoun(formula) : right(formula)
  if (parsed._tag === 'Left') return left({ why: 'formula', jet: name, message: showParseError(parsed.left) })
  const noun = parsed.right
  if (!isCell(noun)) return left({ why: 'formula', jet: name, message: 'an atom is no formula' })
  const nested = whyNoPlaces(relies)
  if (nested !== undefined) return left({ why: 'relies', jet: name, message: nested })
  const open = whyOpen(noun, relies)
  if (open !== undefined) return left({ why: 'open', jet: name, message: open })
  const stands = standsOn(relies)
  const guarded = relies.length === 0 ? run : (subject: Noun) => (stands(subject) ? run(subject) : undefined)
  return right({ name, formula: noun, relies, run: guarded, subjects, more, resume })
}

/**
 * Jets as the machine looks them up: the mug of a formula finds candidates, full equality decides.
 *
 * @example
 * nock(7, decrement, { jets: jetTable(arithmetic).right }) // right(6)
 */
export const jetTable = (jets: readonly Jet[]): Either<JetError, Jets> => {
  const byMug = new Map<number, Jet[]>()
  const find = (formula: Cell): Jet | undefined =>
    byMug.get(mug(formula))?.find((jet) => equal(jet.formula, formula))
  for (const jet of jets) {
    const other = find(jet.formula)
    if (other !== undefined) return left({ why: 'duplicate', jet: jet.name, other: other.name })
    const hash = mug(jet.formula)
    byMug.set(hash, [...(byMug.get(hash) ?? []), jet])
  }
  return right({ find })
}

/** In words. */
export const showJetError = (error: JetError): string => {
  switch (error.why) {
    case 'formula':
      return `jet ${error.jet}: its formula does not read: ${error.message}`
    case 'open':
      return `jet ${error.jet}: its formula is open, so no jet can stand for it: ${error.message}`
    case 'relies':
      return `jet ${error.jet}: it cannot rely on that: ${error.message}`
    case 'duplicate':
      return `jet ${error.jet}: the jet ${error.other} already stands for the same formula`
  }
}

/**
 * The value of a definition that is part of this package, and therefore right: the tests make every one of
 * them.
 *
 * @throws Error when it is wrong after all
 */
export const sure = <A>(result: Either<JetError, A>): A => {
  if (result._tag === 'Left') throw new Error(showJetError(result.left))
  return result.right
}

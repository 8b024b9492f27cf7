import { type Jet, type Jets } from '../jet.js'
import { type Noun } from '../noun.js'
import { type Translation } from './translation/translation.js'

/** What a formula was compiled to, see `operations.ts`. */
export interface Code {
  /** Each operation, and behind it its operand if it takes one. (A typed array takes as long to make as all the rest.) */
  readonly operations: readonly number[]
  /** K, the constants: nouns, and jets with their own code. */
  readonly constants: readonly (Noun | Jetted)[]
  /** At the index behind each operation (and operand): the formula it stands for, to name in a crash. */
  readonly formulas: readonly Noun[]
  /** The jets it was compiled under; none is a set, too. */
  readonly jets: Jets | undefined
  /** The same formula's code under other jets. */
  readonly others: Code | undefined
  /** How often it was run; what is run often is translated to JavaScript. */
  calls: number
  /** Its translations, without a budget and with one. */
  free: Translations | undefined
  counted: Translations | undefined
}

/** Translations of one code, each for subjects of another shape. */
export interface Translations {
  readonly known: Translation[]
  /** A subject that it was run on before, to tell what changes from call to call from what stays. */
  earlier: Noun | undefined
  /** After so many calls the next translation may be made. */
  next: number
  /** How often a number went beyond 2^53 - 1, and whether the translations are made for such numbers. */
  narrow: number
  wide: boolean
}

/** A jet in the code, with the code of its formula for the subjects that it gives back. */
export interface Jetted {
  readonly jet: Jet
  bare: Code | undefined
}

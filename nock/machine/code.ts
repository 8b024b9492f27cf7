import { type Jet, type Jets } from '../jet.js'
import { type Noun } from '../noun.js'

/** What a formula was compiled to, see `operations.ts`. */
export interface Code {
  /** Each operation, and behind it its operand if it takes one. */
  readonly operations: Int32Array
  /** K, the constants: nouns, and jets with their own code. */
  readonly constants: readonly (Noun | Jetted)[]
  /** At the index behind each operation (and operand): the formula it stands for, to name in a crash. */
  readonly formulas: readonly Noun[]
  /** The jets it was compiled under; none is a set, too. */
  readonly jets: Jets | undefined
  /** The same formula's code under other jets. */
  readonly others: Code | undefined
}

/** A jet in the code, with the code of its formula for the subjects that it gives back. */
export interface Jetted {
  readonly jet: Jet
  bare: Code | undefined
}

import { type Crash, type Noun } from '../../nock/index.js'

/** What a line says, and what follows from the lines before it, are not the same. */
export interface Mismatch {
  /** What is wrong, in words, on one line. */
  readonly message: string
  /** Two nouns that should be one. */
  readonly nouns?: {
    /** What they are: `product`, `subject`, … */
    readonly what: string
    readonly journal: Noun
    readonly replay: Noun
  }
  /** The formula crashed, where it should not; or the budget was spent, and nobody knows. */
  readonly crash?: Crash
}

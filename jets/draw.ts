// `import type`, which leaves nothing behind: an `import { type … }` would still load fast-check
import type { Arbitrary, default as FastCheck } from 'fast-check'
import { type Atom, type Cell, type Noun } from '../nock/index.js'

/**
 * What subjects are drawn with: fast-check and generators of nouns. A type only: whoever uses a jet loads
 * nothing of it, `runock/verify` has the value.
 */
export interface Draw {
  readonly fc: typeof FastCheck
  /** 0 to 16: what a formula that counts counts to in no time. */
  readonly small: Arbitrary<number>
  /** At most 2 beside 2^31, 2^53 or 2^64, where representations change. */
  readonly edges: Arbitrary<Atom>
  /** Of hundreds and thousands of bits. */
  readonly large: Arbitrary<Atom>
  /** Atoms of all sizes, most of them small. */
  readonly atoms: Arbitrary<Atom>
  /** Cells in cells as it comes, a few levels deep. */
  readonly trees: Arbitrary<Noun>
  /** Thousands of levels deep. */
  readonly deep: Arbitrary<Noun>
  /** Whose parts are shared all over: written out they may have 2^40 atoms. */
  readonly shared: Arbitrary<Noun>
  /** All of these, and lists. */
  readonly nouns: Arbitrary<Noun>
  pair(heads: Arbitrary<Noun>, tails: Arbitrary<Noun>): Arbitrary<Cell>
  /** `[item item … 0]`, 8 items at most unless told otherwise. */
  list(items: Arbitrary<Noun>, maxLength?: number): Arbitrary<Noun>
  /**
   * `[tape sample]`, the subject of a question's formula: most tapes start with an answer to `[%tag sample]`,
   * others with one to another tag or sample, or with what is no entry, and some are empty; more entries may
   * follow.
   */
  taped(tag: string, samples: Arbitrary<Noun>, answers: Arbitrary<Noun>): Arbitrary<Cell>
  /** One part of it replaced, taken out, doubled, or with its two sides exchanged: bad samples. */
  mutated(nouns: Arbitrary<Noun>): Arbitrary<Noun>
}

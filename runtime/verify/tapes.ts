import fc from 'fast-check'
import { tags } from '../../jets/index.js'
import { type Cell, type Noun, cell, cord, list } from '../../nock/index.js'
import { atoms } from './atoms.js'
import { listOf, pair, trees } from './nouns.js'

/**
 * `[tape sample]`, the subject of a question's formula. Most tapes start with an answer to `[%tag sample]`;
 * others with one to another tag or sample, or with what is no entry; some are empty or no list. More entries
 * may follow.
 */
export const taped = (
  tag: string,
  samples: fc.Arbitrary<Noun>,
  answers: fc.Arbitrary<Noun>,
): fc.Arbitrary<Cell> => {
  const asked = cord(tag)
  const anyTag = fc.oneof(fc.constantFrom(...tags), atoms)
  return samples.chain((sample) => {
    const right = entries(fc.constant(asked), fc.constant(sample), answers)
    const firsts = fc.oneof(
      { weight: 6, arbitrary: right },
      { weight: 1, arbitrary: entries(anyTag, fc.constant(sample), answers) },
      { weight: 1, arbitrary: entries(fc.constant(asked), fc.oneof(samples, trees), answers) },
      { weight: 1, arbitrary: trees },
    )
    const others = fc.oneof(right, entries(anyTag, samples, answers), trees)
    const tapes = fc.oneof(
      { weight: 4, arbitrary: firsts.map((first) => list([first])) },
      { weight: 4, arbitrary: pair(firsts, listOf(others)) },
      { weight: 1, arbitrary: pair(firsts, trees) },
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: atoms },
    )
    return tapes.map((tape) => cell(tape, sample))
  })
}

/** `[[tag sample] answer]`. */
const entries = (
  tags: fc.Arbitrary<Noun>,
  samples: fc.Arbitrary<Noun>,
  answers: fc.Arbitrary<Noun>,
): fc.Arbitrary<Cell> => pair(pair(tags, samples), answers)

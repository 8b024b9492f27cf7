import fc from 'fast-check'
import { type Atom, type Noun, atom, axis as at, cell, edit, isAtom } from '../../nock/index.js'
import { trees } from './nouns.js'
import { whyNoNoun } from './why-no-noun.js'

/** What becomes of a part. */
type Change = (part: Noun) => Noun

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: trees.map(
      (noun): Change =>
        () =>
          noun,
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Change>(
      (part) => (isAtom(part) ? cell(part, part) : part.head),
      (part) => (isAtom(part) ? cell(part, 0) : part.tail),
      (part) => (isAtom(part) ? cell(0, part) : cell(part.tail, part.head)),
      (part) => cell(part, part),
    ),
  },
)

/** Bad samples: one part of the noun replaced, taken out, doubled, or with its two sides exchanged. */
export const mutated = (nouns: fc.Arbitrary<Noun>): fc.Arbitrary<Noun> =>
  fc
    .tuple(nouns, fc.array(fc.boolean(), { maxLength: 12 }), changes)
    // what is no noun is told as such, by whoever looks at it
    .map(([noun, turns, change]) =>
      whyNoNoun(noun) === undefined ? changedAt(placeIn(noun, turns), change, noun) : noun,
    )

/** The axis that is reached by these turns, as far as the noun goes. */
const placeIn = (noun: Noun, turns: readonly boolean[]): Atom => {
  let axis = 1
  let part = noun
  for (const isTail of turns) {
    if (isAtom(part)) break
    axis = 2 * axis + (isTail ? 1 : 0)
    part = isTail ? part.tail : part.head
  }
  return atom(axis)
}

const changedAt = (axis: Atom, change: Change, noun: Noun): Noun => edit(axis, change(at(axis, noun)!), noun)!

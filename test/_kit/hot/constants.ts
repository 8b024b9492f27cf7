import { type Noun, atom, cell, list } from '../../../nock/noun.js'
import { items, noun } from '../programs.js'
import { type Choices } from './choices.js'
import { type Kind } from './scene.js'

/** Gates `[arm sample context]` from an atom to an atom, in a few steps. */
const gates = items(
  noun(`[
    [[4 0 6] 0 0]
    [[0 6] 0 7]
    [[4 4 0 6] 0 0]
    [[6 [5 [0 6] 1 3] [1 0] 4 0 6] 0 0]
    [[6 [3 0 6] [1 0] 4 0 6] 0 0]
    [[9 2 10 [6 0 6] 0 7] 0 [4 0 6] 0 0]
    [[9 2 [0 7] [0 6] 1 0] 0 4 0 6]
    [[8 [1 0] 8 [1 6 [5 [0 6] 1 5] [0 30] 9 2 10 [6 4 0 6] 10 [30 4 0 30] 0 1] 9 2 0 1] 0 0]
    [[9 4 [1 [6 [5 [0 12] 1 4] [0 13] 9 5 [0 2] [[4 0 12] 0 13] 0 7] 9 4 [0 2] [[0 12] 4 0 13] 0 7]
        [[1 0] 0 6] 0 1]
      0 0]
    0]`),
)

/** The atom before, at, and behind the sizes at which an implementation changes its representation. */
const edge = (c: Choices, powers: readonly number[]): Noun =>
  atom(2n ** BigInt(c.of(powers)) + BigInt(c.below(5) - 2))

export const anyAtom = (c: Choices): Noun =>
  c.way(
    [6, () => c.below(4)],
    [3, () => c.below(60)],
    [3, () => edge(c, [31, 32, 53, 64])],
    [1, () => edge(c, [30, 33, 63, 90])],
  )

const anyNoun = (c: Choices, depth = 3): Noun =>
  depth === 0
    ? anyAtom(c)
    : c.way([2, () => anyAtom(c)], [3, () => cell(anyNoun(c, depth - 1), anyNoun(c, depth - 1))])

/** A noun of some kind; a battery it cannot make, and gives a gate's arm. */
export const constant = (c: Choices, kind: Kind): Noun => {
  switch (kind) {
    case 'atom':
      return anyAtom(c)
    case 'loobean':
      return c.below(2)
    case 'list':
      return list(Array.from({ length: c.below(5) }, () => c.below(20)))
    case 'noun':
      return anyNoun(c)
    case 'gate':
    case 'battery':
      return c.of(gates)
  }
}

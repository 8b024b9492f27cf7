import fc from 'fast-check'
import { type Draw } from '../../jets/index.js'
import { cell } from '../../nock/index.js'
import { atoms, edges, large, small } from './atoms.js'
import { mutated } from './mutations.js'
import { deepNouns, listOf, nouns, pair, sharedNouns, trees } from './nouns.js'
import { taped } from './tapes.js'

/** What the subjects of jets are drawn with; see `Draw`. */
export const draw: Draw = {
  fc,
  small,
  edges,
  large,
  atoms,
  trees,
  deep: deepNouns,
  shared: sharedNouns,
  nouns: fc.oneof(
    { weight: 8, arbitrary: nouns },
    { weight: 2, arbitrary: deepNouns },
    { weight: 2, arbitrary: sharedNouns },
    { weight: 2, arbitrary: trees.map((noun) => cell(noun, noun)) },
  ),
  pair,
  list: listOf,
  taped,
  mutated,
}

import fc from 'fast-check'
import { type DefinedJet } from '../../jets/index.js'
import { type Noun } from '../../nock/index.js'
import { draw } from './draw.js'

/**
 * The subjects that a jet is checked on: mostly its own, some of them with a part changed, and a few of every
 * shape, deep and shared ones among them. Without its own, atoms, pairs, triples and lists are tried.
 */
export const subjectsFor = ({ subjects }: DefinedJet): fc.Arbitrary<Noun> => {
  const own = subjects?.(draw) ?? shapes
  return fc.oneof(
    { weight: 12, arbitrary: own },
    { weight: 2, arbitrary: draw.mutated(own) },
    { weight: 2, arbitrary: draw.nouns },
    { weight: 1, arbitrary: shapes },
  )
}

const { atoms, small, trees, pair, list } = draw
const parts = fc.oneof(small, atoms, trees)

const shapes: fc.Arbitrary<Noun> = fc.oneof(
  { weight: 2, arbitrary: small },
  { weight: 3, arbitrary: atoms },
  { weight: 3, arbitrary: pair(small, small) },
  { weight: 3, arbitrary: pair(parts, parts) },
  { weight: 2, arbitrary: pair(parts, pair(parts, parts)) },
  { weight: 2, arbitrary: list(parts) },
)

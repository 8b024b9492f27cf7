import type { Arbitrary } from 'fast-check'
import { type Atom, type Noun, atom, cell } from '../../nock/index.js'
import type { Draw } from '../draw.js'

/**
 * Two operands: of all sizes, the same ones, ones next to each other; and now and then one 0 beside a cell,
 * where the formulas do not look at the cell.
 */
export const operands = (draw: Draw): Arbitrary<Noun> => {
  const { fc, small, nouns, pair } = draw
  const sizes = numbers(draw)
  return fc.oneof(
    { weight: 4, arbitrary: pair(small, small) },
    { weight: 4, arbitrary: pair(sizes, sizes) },
    { weight: 1, arbitrary: sizes.map((a) => cell(a, a)) },
    {
      weight: 2,
      arbitrary: fc.tuple(sizes, small).map(([a, more]) => cell(atom(BigInt(a) + BigInt(more)), a)),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(sizes, small).map(([a, more]) => cell(a, atom(BigInt(a) + BigInt(more)))),
    },
    { weight: 1, arbitrary: nouns.map((noun) => cell(0, noun)) },
    { weight: 1, arbitrary: nouns.map((noun) => cell(noun, 0)) },
  )
}

/** Atoms that a formula counts to, and the others. */
export const numbers = ({ fc, small, edges, large }: Draw): Arbitrary<Atom> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: small },
    { weight: 3, arbitrary: edges },
    { weight: 1, arbitrary: large },
  )

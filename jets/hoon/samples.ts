import type { Arbitrary } from 'fast-check'
import { type Noun } from '../../nock/index.js'
import type { Draw } from '../draw.js'

/** What gates are verified on; numbers and pairs of them are drawn as for the jets of `jets/arithmetic`. */

/** 2^0 to 2^6 bits. */
export const bloqs = ({ fc }: Draw): Arbitrary<number> => fc.integer({ min: 0, max: 6 })

/** `bloq`, or `[bloq step]`. */
export const bites = (draw: Draw): Arbitrary<Noun> => {
  const { fc, pair } = draw
  return fc.oneof(bloqs(draw), pair(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 12 })))
}

/** Atoms whose bits a formula can go through, one at a time. */
export const words = ({ fc, small, edges, atoms }: Draw): Arbitrary<Noun> => fc.oneof(small, edges, atoms)

/** `[a b]` of any nouns, some of them equal, some in part. */
export const twins = ({ fc, trees, small, pair }: Draw): Arbitrary<Noun> =>
  fc.oneof(
    pair(trees, trees),
    pair(small, small),
    trees.chain((noun) => pair(fc.constant(noun), fc.constant(noun))),
    fc
      .tuple(trees, trees, trees)
      .chain(([a, b, c]) => pair(pair(fc.constant(a), fc.constant(b)), pair(fc.constant(a), fc.constant(c)))),
  )

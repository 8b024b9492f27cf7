import { isAtom } from '../../nock/index.js'
import { packed, unpacked } from './bits.js'
import { biteWidth } from './bite.js'
import { type Gate, NEVER } from './gate.js'
import { ofPair } from './sample.js'
import { bites, words } from './samples.js'

/** [bite a] -> the bites of a in the other order; on an empty bite it goes on for ever. */
export const swp: Gate = {
  name: 'swp',
  core: 'two',
  axis: 24_020,
  sample: '[1 0 0]',
  formula: `[8 [9 3070 0 7] 9 2 10 [6 [0 28] 7 [0 3] 8 [9 716783 0 7] 9 2 10 [6 7 [0 3] 8 [9 22396 0 7] 9 2
    10 [6 [0 28] 0 29] 0 2] 0 2] 0 2]`,
  run: ofPair((bite, a) => {
    const width = biteWidth(bite)
    if (width === undefined || !isAtom(a)) return undefined
    if (width === 0 && a !== 0) return NEVER
    const bites = unpacked(a, width).toReversed()
    return packed(
      bites,
      bites.map(() => width),
    )
  }),
  samples: (draw) => draw.pair(bites(draw), words(draw)),
}

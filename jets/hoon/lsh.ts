import { isAtom } from '../../nock/index.js'
import { shiftUp } from './bits.js'
import { biteWidth } from './bite.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'
import { bites, words } from './samples.js'

/** [bite a] -> a * 2^bits of the bite. */
export const lsh: Gate = {
  name: 'lsh',
  core: 'two',
  axis: 716_779,
  sample: '[1 0 0]',
  formula: `[8 [6 [6 [3 0 12] [1 1] 1 0] [[0 12] 1 1] 0 12] 8 [9 8 0 31] 9 2 10 [6 [0 61] 7 [0 3] 8 [9
    191418 0 15] 9 2 10 [6 7 [0 3] 8 [9 8 0 31] 9 2 10 [6 [7 [0 3] 8 [9 191418 0 15] 9 2 10 [6 0 12]
    0 2] 0 13] 0 2] 0 2] 0 2]`,
  run: ofPair((bite, a) => {
    const width = biteWidth(bite)
    return width === undefined || !isAtom(a) ? undefined : shiftUp(a, width)
  }),
  samples: (draw) => draw.pair(bites(draw), words(draw)),
}

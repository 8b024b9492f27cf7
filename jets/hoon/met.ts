import { isAtom } from '../../nock/index.js'
import { bitLength } from './bits.js'
import { blockWidth } from './bite.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'
import { bloqs, words } from './samples.js'

/** [bloq a] -> how many blocks a has. */
export const met: Gate = {
  name: 'met',
  core: 'two',
  axis: 95_702,
  sample: '[1 0 0]',
  formula: `[8 [1 0] 8 [1 6 [5 [1 0] 0 61] [0 6] 9 2 10 [61 8 [9 96087 0 31] 9 2 10 [6 [0 124] 0 125] 0 2]
    10 [6 4 0 6] 0 1] 9 2 0 1]`,
  run: ofPair((bloq, a) => {
    const width = blockWidth(bloq)
    return width === undefined || !isAtom(a) ? undefined : Math.ceil(bitLength(a) / width)
  }),
  samples: (draw) => draw.pair(bloqs(draw), words(draw)),
}

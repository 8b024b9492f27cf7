import { isAtom, isCell } from '../../nock/index.js'
import { lowest, repeated } from './bits.js'
import { biteWidth } from './bite.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'
import { bites, words } from './samples.js'

/** [bite n a] -> the lowest bite of a, n times over. */
export const fil: Gate = {
  name: 'fil',
  core: 'two',
  axis: 716_778,
  sample: '[1 0 1 0]',
  formula: `[8 [1 0] 7 [10 [59 8 [9 179198 0 15] 9 2 10 [6 [0 60] 0 123] 0 2] 0 1] 8 [0 59] 8 [1 6 [5 [0 14]
    0 250] [8 [9 96087 0 63] 9 2 10 [6 [0 252] 0 14] 0 2] 9 2 10 [14 4 0 14] 10 [6 8 [9 36 0 127] 9
    2 10 [6 [0 507] 7 [0 3] 8 [9 716779 0 63] 9 2 10 [6 [0 252] 0 14] 0 2] 0 2] 0 1] 9 2 0 1]`,
  run: ofPair((bite, rest) => {
    const width = biteWidth(bite)
    if (width === undefined || !isCell(rest) || typeof rest.head !== 'number' || !isAtom(rest.tail))
      return undefined
    return repeated(lowest(rest.tail, width), width, rest.head)
  }),
  samples: (draw) => draw.pair(bites(draw), draw.pair(draw.small, words(draw))),
}

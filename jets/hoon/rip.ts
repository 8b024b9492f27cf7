import { isAtom, list } from '../../nock/index.js'
import { unpacked } from './bits.js'
import { biteWidth } from './bite.js'
import { type Gate, NEVER } from './gate.js'
import { ofPair } from './sample.js'
import { bites, words } from './samples.js'

/** [bite a] -> the bites of a as a list, the lowest first; on an empty bite it goes on for ever. */
export const rip: Gate = {
  name: 'rip',
  core: 'two',
  axis: 22_396,
  sample: '[1 0 0]',
  formula: `[6 [5 [1 0] 0 13] [1 0] [8 [9 179198 0 7] 9 2 10 [6 [0 28] 0 29] 0 2] 9 2 10 [13 8 [9 96087 0 7]
    9 2 10 [6 [0 28] 0 29] 0 2] 0 1]`,
  run: ofPair((bite, a) => {
    const width = biteWidth(bite)
    if (width === undefined || !isAtom(a)) return undefined
    return width === 0 && a !== 0 ? NEVER : list(unpacked(a, width))
  }),
  samples: (draw) => draw.pair(bites(draw), words(draw)),
}

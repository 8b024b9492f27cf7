import { packed } from './bits.js'
import { biteWidth } from './bite.js'
import { type Gate } from './gate.js'
import { atomsOf, ofPair } from './sample.js'
import { bites, words } from './samples.js'

/** [bite atoms] -> the atoms as one, a bite of each, the first one lowest. */
export const rep: Gate = {
  name: 'rep',
  core: 'two',
  axis: 3070,
  sample: '[1 0 0]',
  formula: `[8 [6 [6 [3 0 12] [1 1] 1 0] [[0 12] 1 1] 0 12] 8 [1 0] 8 [1 6 [5 [1 0] 0 125] [1 0] 8 [9 36 0
    127] 9 2 10 [6 [7 [0 3] 9 2 10 [125 0 251] 10 [6 4 0 6] 0 1] 7 [0 3] 8 [9 716779 0 63] 9 2 10 [6
    [7 [0 3] [0 28] 8 [9 8 0 127] 9 2 10 [6 [0 61] 0 14] 0 2] 7 [0 3] 8 [9 179198 0 63] 9 2 10 [6 [7
    [0 3] [0 28] 0 29] 0 506] 0 2] 0 2] 0 2] 9 2 0 1]`,
  run: ofPair((bite, list) => {
    const width = biteWidth(bite)
    const atoms = atomsOf(list)
    return width === undefined || atoms === undefined
      ? undefined
      : packed(
          atoms,
          atoms.map(() => width),
        )
  }),
  samples: (draw) => draw.pair(bites(draw), draw.list(words(draw), 4)),
}

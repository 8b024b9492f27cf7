import { both } from './bits.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'
import { words } from './samples.js'

/** [a b] -> the bits that both have. */
export const dis: Gate = {
  name: 'dis',
  core: 'two',
  axis: 1500,
  sample: '[1 0 0]',
  formula: `[8 [1 0 0] 8 [1 6 [6 [5 [1 0] 0 60] [1 0] 6 [5 [1 0] 0 61] [1 0] 1 1] [0 13] 9 2 10 [30 [8 [9
    96087 0 31] 9 2 10 [6 [7 [0 3] 1 0] 0 124] 0 2] 8 [9 96087 0 31] 9 2 10 [6 [7 [0 3] 1 0] 0 125]
    0 2] 10 [6 [4 0 12] 8 [9 36 0 63] 9 2 10 [6 [0 29] 7 [0 3] 8 [9 716779 0 31] 9 2 10 [6 [7 [0 3]
    [1 0] 0 12] 7 [0 3] 6 [5 [1 0] 8 [9 179198 0 31] 9 2 10 [6 [7 [0 3] 1 0] 0 124] 0 2] [1 0] 6 [5
    [1 0] 8 [9 179198 0 31] 9 2 10 [6 [7 [0 3] 1 0] 0 125] 0 2] [1 0] 1 1] 0 2] 0 2] 0 1] 9 2 0 1]`,
  run: ofAtoms(both),
  samples: (draw) => draw.pair(words(draw), words(draw)),
}

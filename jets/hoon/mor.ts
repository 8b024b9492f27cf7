import { NO, YES, mug } from '../../nock/index.js'
import { isBefore } from './dor.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'
import { twins } from './samples.js'

/** [a b] -> is a above b in a treap: by the mug of the mug, then by dor. */
export const mor: Gate = {
  name: 'mor',
  core: 'two',
  axis: 94,
  sample: '[1 0 0]',
  formula: `[8 [[8 [9 3062763 0 7] 9 2 10 [6 7 [0 3] 8 [9 3062763 0 7] 9 2 10 [6 0 28] 0 2] 0 2] 8 [9
    3062763 0 7] 9 2 10 [6 7 [0 3] 8 [9 3062763 0 7] 9 2 10 [6 0 29] 0 2] 0 2] 6 [5 [0 4] 0 5] [8 [9
    24608638 0 15] 9 2 10 [6 [0 60] 0 61] 0 2] 8 [9 2399 0 31] 9 2 10 [6 [0 12] 0 13] 0 2]`,
  run: ofPair((a, b) => {
    const one = mug(mug(a))
    const other = mug(mug(b))
    return (one === other ? isBefore(a, b) : one < other) ? YES : NO
  }),
  samples: twins,
}

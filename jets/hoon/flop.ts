import { list as listOf } from '../../nock/index.js'
import { type Gate } from './gate.js'
import { itemsOf } from './sample.js'

/** list -> its items in the other order. */
export const flop: Gate = {
  name: 'flop',
  core: 'two',
  axis: 716_783,
  sample: '[1 0]',
  formula: `[7 [10 [6 8 [9 382839 0 7] 9 2 10 [6 0 14] 0 2] 0 1] 8 [1 0] 8 [1 6 [5 [1 0] 0 30] [0 6] 9 2 10
    [30 0 61] 10 [6 [0 60] 0 6] 0 1] 9 2 0 1]`,
  run: (list) => {
    const items = itemsOf(list)
    return items && listOf(items.toReversed())
  },
  samples: ({ list, trees }) => list(trees),
}

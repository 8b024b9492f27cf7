import { type Gate } from './gate.js'
import { itemsOf } from './sample.js'

/** list -> how many items it has. */
export const lent: Gate = {
  name: 'lent',
  core: 'two',
  axis: 343,
  sample: '[1 0]',
  formula: '[8 [1 0] 8 [1 6 [5 [1 0] 0 30] [0 6] 9 2 10 [30 0 61] 10 [6 4 0 6] 0 1] 9 2 0 1]',
  run: (list) => itemsOf(list)?.length,
  samples: ({ list, trees }) => list(trees),
}

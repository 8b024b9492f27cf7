import { Cell } from '../../nock/index.js'
import { type Gate } from './gate.js'
import { itemsOf, ofPair } from './sample.js'

/** [list rest] -> the rest with the items of the list in front. */
export const weld: Gate = {
  name: 'weld',
  core: 'two',
  axis: 768_764,
  sample: '[1 0 0]',
  formula: '[7 [10 [6 [0 12] 0 13] 0 1] 8 [1 6 [5 [1 0] 0 28] [0 29] [0 56] 9 2 10 [28 0 57] 0 1] 9 2 0 1]',
  run: ofPair((list, rest) => itemsOf(list)?.reduceRight((tail, item) => new Cell(item, tail), rest)),
  samples: ({ list, pair, trees }) => pair(list(trees), list(trees)),
}

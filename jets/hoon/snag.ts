import { isAtom, isCell } from '../../nock/index.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'

/** [n list] -> its item n, from 0 on; crashes where there is none. */
export const snag: Gate = {
  name: 'snag',
  core: 'two',
  axis: 20,
  sample: '[1 0 0]',
  formula: `[8 [1 6 [5 [1 0] 0 29] [11 [1851876717 [1 [1 1717658988] 7 [0 1] 8 [1 1 115 110 97 103 45 102 97
    105 108 0] 9 2 0 1] 0 1] 0 0] 6 [5 [1 0] 0 28] [0 58] 9 2 10 [14 [8 [9 2398 0 31] 9 2 10 [6 0
    60] 0 2] 0 59] 0 1] 9 2 0 1]`,
  run: ofPair((n, list) => {
    if (!isAtom(n)) return undefined
    let rest = list
    let left = n
    for (; left > 0 && isCell(rest); left--) rest = rest.tail
    return left === 0 && isCell(rest) ? rest.head : undefined
  }),
  samples: ({ list, pair, small, trees }) => pair(small, list(trees)),
}

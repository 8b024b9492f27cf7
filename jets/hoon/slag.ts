import { isAtom, isCell } from '../../nock/index.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'

/** [n list] -> the list without its first n items. */
export const slag: Gate = {
  name: 'slag',
  core: 'two',
  axis: 5598,
  sample: '[1 0 0]',
  formula: `[8 [1 6 [5 [1 0] 0 28] [0 29] 6 [5 [1 0] 0 29] [1 0] 9 2 10 [14 [8 [9 2398 0 31] 9 2 10 [6 0 60]
    0 2] 0 59] 0 1] 9 2 0 1]`,
  run: ofPair((n, list) => {
    if (!isAtom(n)) return undefined
    let rest = list
    let left = n
    for (; left > 0 && isCell(rest); left--) rest = rest.tail
    return left === 0 || rest === 0 ? rest : undefined
  }),
  samples: ({ list, pair, small, trees }) => pair(small, list(trees)),
}

import { type Noun, isAtom, isCell, list as listOf } from '../../nock/index.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'

/** [n list] -> its first n items. */
export const scag: Gate = {
  name: 'scag',
  core: 'two',
  axis: 24_028,
  sample: '[1 0 0]',
  formula: `[8 [1 6 [6 [5 [1 0] 0 29] [1 0] 6 [5 [1 0] 0 28] [1 0] 1 1] [1 0] [0 58] 9 2 10 [14 [8 [9 2398 0
    31] 9 2 10 [6 0 60] 0 2] 0 59] 0 1] 9 2 0 1]`,
  run: ofPair((n, list) => {
    if (!isAtom(n)) return undefined
    const items: Noun[] = []
    let rest = list
    for (; items.length < n && isCell(rest); rest = rest.tail) items.push(rest.head)
    return BigInt(items.length) === BigInt(n) || rest === 0 ? listOf(items) : undefined
  }),
  samples: ({ list, pair, small, trees }) => pair(small, list(trees)),
}

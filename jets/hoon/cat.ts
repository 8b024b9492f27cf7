import { isAtom, isCell } from '../../nock/index.js'
import { bitLength, either, shiftUp } from './bits.js'
import { blockWidth } from './bite.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'
import { bloqs, words } from './samples.js'

/** [bloq a b] -> b above a, where the block after a's last one starts. */
export const cat: Gate = {
  name: 'cat',
  core: 'two',
  axis: 22,
  sample: '[1 0 0 0]',
  formula: `[8 [9 36 0 15] 9 2 10 [6 [7 [0 3] 8 [9 716779 0 7] 9 2 10 [6 [7 [0 3] [0 12] 8 [9 95702 0 7] 9 2
    10 [6 [0 28] 0 58] 0 2] 0 59] 0 2] 0 58] 0 2]`,
  run: ofPair((bloq, rest) => {
    const width = blockWidth(bloq)
    if (width === undefined || !isCell(rest) || !isAtom(rest.head) || !isAtom(rest.tail)) return undefined
    const { head: a, tail: b } = rest
    return either(shiftUp(b, Math.ceil(bitLength(a) / width) * width), a)
  }),
  samples: (draw) => draw.pair(bloqs(draw), draw.pair(words(draw), words(draw))),
}

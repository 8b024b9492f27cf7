import { cell, isAtom, isCell } from '../../nock/index.js'
import { lowest, shiftDown } from './bits.js'
import { biteWidth } from './bite.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'
import { bloqs, words } from './samples.js'

/** [bloq [from steps] a] -> so many blocks of a, from this one on. */
export const cut: Gate = {
  name: 'cut',
  core: 'two',
  axis: 765_691,
  sample: '[1 0 [1 1] 0]',
  formula: `[8 [9 179198 0 7] 9 2 10 [6 [7 [0 3] [0 12] 0 53] 7 [0 3] 8 [9 96087 0 7] 9 2 10 [6 [7 [0 3] [0
    12] 0 52] 0 59] 0 2] 0 2]`,
  run: ofPair((bloq, rest) => {
    if (isCell(bloq) || !isCell(rest) || !isCell(rest.head) || !isAtom(rest.tail)) return undefined
    const from = biteWidth(cell(bloq, rest.head.head))
    const width = biteWidth(cell(bloq, rest.head.tail))
    return from === undefined || width === undefined ? undefined : lowest(shiftDown(rest.tail, from), width)
  }),
  samples: (draw) => draw.pair(bloqs(draw), draw.pair(draw.pair(draw.small, draw.small), words(draw))),
}

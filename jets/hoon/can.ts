import { type Atom, cell, isAtom, isCell } from '../../nock/index.js'
import { packed } from './bits.js'
import { biteWidth } from './bite.js'
import { type Gate } from './gate.js'
import { itemsOf, ofPair } from './sample.js'
import { bloqs, words } from './samples.js'

/** [bloq items] -> the items [steps a], so many blocks of each, the first one lowest. */
export const can: Gate = {
  name: 'can',
  core: 'two',
  axis: 769_023,
  sample: '[1 0 0]',
  formula: `[6 [5 [1 0] 0 13] [1 0] 8 [9 36 0 15] 9 2 10 [6 [7 [0 3] 8 [9 179198 0 7] 9 2 10 [6 [7 [0 3] [0
    12] 0 52] 0 117] 0 2] 7 [0 3] 8 [9 716779 0 7] 9 2 10 [6 [7 [0 3] [0 12] 0 52] 7 [0 3] 9 2 10
    [13 0 27] 0 1] 0 2] 0 2]`,
  run: ofPair((bloq, list) => {
    const items = itemsOf(list)
    if (items === undefined || isCell(bloq)) return undefined
    const atoms: Atom[] = []
    const widths: number[] = []
    for (const item of items) {
      const width = isCell(item) ? biteWidth(cell(bloq, item.head)) : undefined
      if (width === undefined || !isCell(item) || !isAtom(item.tail)) return undefined
      atoms.push(item.tail)
      widths.push(width)
    }
    return packed(atoms, widths)
  }),
  samples: (draw) => draw.pair(bloqs(draw), draw.list(draw.pair(draw.small, words(draw)), 4)),
}

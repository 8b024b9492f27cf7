import { bitLength, packed } from './bits.js'
import { blockWidth } from './bite.js'
import { type Gate } from './gate.js'
import { atomsOf, ofPair } from './sample.js'
import { bloqs, words } from './samples.js'

/** [bloq atoms] -> the atoms as one, each as many blocks as it has, the first one lowest. */
export const rap: Gate = {
  name: 'rap',
  core: 'two',
  axis: 1398,
  sample: '[1 0 0]',
  formula: '[6 [5 [1 0] 0 13] [1 0] 8 [9 22 0 7] 9 2 10 [6 [0 28] [0 58] 7 [0 3] 9 2 10 [13 0 27] 0 1] 0 2]',
  run: ofPair((bloq, list) => {
    const width = blockWidth(bloq)
    const atoms = atomsOf(list)
    if (width === undefined || atoms === undefined) return undefined
    return packed(
      atoms,
      atoms.map((a) => Math.ceil(bitLength(a) / width) * width),
    )
  }),
  samples: (draw) => draw.pair(bloqs(draw), draw.list(words(draw), 4)),
}

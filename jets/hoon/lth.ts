import { NO, YES, atom, cell, isCell } from '../../nock/index.js'
import { allButTwo } from '../arithmetic/count.js'
import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> is a less than b. */
export const lth: Gate = {
  name: 'lth',
  core: 'one',
  axis: 2399,
  sample: '[1 0 0]',
  formula: `[6 [6 [5 [0 12] 0 13] [1 1] 1 0] [6 [8 [1 6 [5 [1 0] 0 28] [1 0] 6 [6 [6 [5 [1 0] 0 29] [1 1] 1
    0] [6 [9 2 10 [14 [8 [9 2398 0 15] 9 2 10 [6 0 60] 0 2] 8 [9 2398 0 15] 9 2 10 [6 0 61] 0 2] 0
    1] [1 0] 1 1] 1 1] [1 0] 1 1] 9 2 0 1] [1 0] 1 1] 1 1]`,
  run: ofAtoms((a, b) => (a < b ? YES : NO)),
  samples: operands,
  later: (sample) => {
    if (!isCell(sample)) return undefined
    const { head: a, tail: b } = sample
    if (isCell(a) || isCell(b)) return undefined
    if (a === b) return undefined
    const rounds = allButTwo(a < b ? a : b)
    return { axis: 58, sample: cell(atom(BigInt(a) - rounds), atom(BigInt(b) - rounds)) }
  },
}

import { peg as inner } from '../../nock/index.js'
import { operands } from '../arithmetic/operands.js'
import { type Gate, NEVER } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> the axis of b in what is at a; crashes on a 0, on b 0 it divides 0 for ever. */
export const peg: Gate = {
  name: 'peg',
  core: 'one',
  axis: 6013,
  sample: '[1 0 0]',
  formula: `[6 [5 [1 0] 0 12] [0 0] 6 [5 [1 1] 0 13] [0 12] 6 [5 [1 2] 0 13] [8 [9 8 0 7] 9 2 10 [6 [0 28] 7
    [0 3] 1 2] 0 2] 6 [5 [1 3] 0 13] [4 8 [9 8 0 7] 9 2 10 [6 [0 28] 7 [0 3] 1 2] 0 2] 8 [9 36 0 7]
    9 2 10 [6 [7 [0 3] 8 [9 157 0 7] 9 2 10 [6 [0 29] 7 [0 3] 1 2] 0 2] 7 [0 3] 8 [9 8 0 7] 9 2 10
    [6 [7 [0 3] 9 2 10 [13 8 [9 1198 0 7] 9 2 10 [6 [0 29] 7 [0 3] 1 2] 0 2] 0 1] 7 [0 3] 1 2] 0 2]
    0 2]`,
  run: ofAtoms((a, b) => {
    if (a === 0) return undefined
    return b === 0 ? NEVER : inner(a, b)
  }),
  samples: operands,
}

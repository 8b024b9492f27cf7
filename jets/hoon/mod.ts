import { atom } from '../../nock/index.js'
import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> what a / b leaves over; crashes on b 0. */
export const mod: Gate = {
  name: 'mod',
  core: 'one',
  axis: 157,
  sample: '[1 1 1]',
  formula: `[6 [5 [1 0] 0 13] [0 0] 8 [9 79 0 7] 9 2 10 [6 [0 28] 7 [0 3] 8 [9 8 0 7] 9 2 10 [6 [0 29] 7 [0
    3] 8 [9 1198 0 7] 9 2 10 [6 [0 28] 0 29] 0 2] 0 2] 0 2]`,
  run: ofAtoms((a, b) => (b === 0 ? undefined : atom(BigInt(a) % BigInt(b)))),
  samples: operands,
}

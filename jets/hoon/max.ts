import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> the greater one. */
export const max: Gate = {
  name: 'max',
  core: 'one',
  axis: 598,
  sample: '[1 0 0]',
  formula: '[6 [8 [9 75 0 7] 9 2 10 [6 [0 28] 0 29] 0 2] [0 12] 0 13]',
  run: ofAtoms((a, b) => (a > b ? a : b)),
  samples: operands,
}

import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> the lesser one. */
export const min: Gate = {
  name: 'min',
  core: 'one',
  axis: 156,
  sample: '[1 0 0]',
  formula: '[6 [8 [9 2399 0 7] 9 2 10 [6 [0 28] 0 29] 0 2] [0 12] 0 13]',
  run: ofAtoms((a, b) => (a < b ? a : b)),
  samples: operands,
}

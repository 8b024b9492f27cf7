import { NO, YES } from '../../nock/index.js'
import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> is a at least b. */
export const gte: Gate = {
  name: 'gte',
  core: 'one',
  axis: 38,
  sample: '[1 0 0]',
  formula: '[6 [8 [9 2399 0 7] 9 2 10 [6 [0 28] 0 29] 0 2] [1 1] 1 0]',
  run: ofAtoms((a, b) => (a >= b ? YES : NO)),
  samples: operands,
}

import { atom, cell } from '../../nock/index.js'
import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> [a / b, what that leaves over]; crashes on b 0. */
export const dvr: Gate = {
  name: 'dvr',
  core: 'one',
  axis: 298,
  sample: '[1 0 0]',
  formula: '[[8 [9 1198 0 7] 9 2 10 [6 [0 28] 0 29] 0 2] 8 [9 157 0 7] 9 2 10 [6 [0 28] 0 29] 0 2]',
  run: ofAtoms((a, b) =>
    b === 0 ? undefined : cell(atom(BigInt(a) / BigInt(b)), atom(BigInt(a) % BigInt(b))),
  ),
  samples: operands,
}

import { atom, turns } from '../../nock/index.js'
import { numbers } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtom } from './sample.js'

/** axis -> the same place as an axis of the head, or the tail, that it lies in; 0 and 1 crash. */
export const mas: Gate = {
  name: 'mas',
  core: 'one',
  axis: 762,
  sample: '[1 0]',
  formula: `[6 [6 [5 [1 3] 0 6] [1 0] 5 [1 2] 0 6] [1 1] 6 [6 [5 [1 1] 0 6] [1 0] 5 [1 0] 0 6] [0 0] 8 [9 36
    0 7] 9 2 10 [6 [7 [0 3] 8 [9 157 0 7] 9 2 10 [6 [0 14] 7 [0 3] 1 2] 0 2] 7 [0 3] 8 [9 8 0 7] 9 2
    10 [6 [7 [0 3] 9 2 10 [6 8 [9 1198 0 7] 9 2 10 [6 [0 14] 7 [0 3] 1 2] 0 2] 0 1] 7 [0 3] 1 2] 0
    2] 0 2]`,
  run: ofAtom((axis) => (axis === 0 || axis === 1 ? undefined : atom(BigInt('0b1' + turns(axis).slice(1))))),
  samples: numbers,
}

import { turns } from '../../nock/index.js'
import { numbers } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtom } from './sample.js'

/** axis -> 2 if that lies in the head, 3 in the tail; 0 and 1 crash. */
export const cap: Gate = {
  name: 'cap',
  core: 'one',
  axis: 1502,
  sample: '[1 0]',
  formula: `[6 [5 [1 2] 0 6] [1 2] 6 [5 [1 3] 0 6] [1 3] 6 [6 [5 [1 1] 0 6] [1 0] 5 [1 0] 0 6] [0 0] 9 2 10
    [6 8 [9 1198 0 7] 9 2 10 [6 [0 14] 7 [0 3] 1 2] 0 2] 0 1]`,
  run: ofAtom((axis) => {
    if (axis === 0 || axis === 1) return undefined
    return turns(axis).startsWith('0') ? 2 : 3
  }),
  samples: numbers,
}

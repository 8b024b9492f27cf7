import { atom, isCell } from '../../nock/index.js'
import { allButTwo } from '../arithmetic/count.js'
import { numbers } from '../arithmetic/operands.js'
import { type Gate, NEVER } from './gate.js'

/** n -> n - 1: counts up from 0 until the next number is n. 0 crashes, a cell is counted to for ever. */
export const dec: Gate = {
  name: 'dec',
  core: 'one',
  axis: 2398,
  sample: '[1 0]',
  formula: `[11 [1851876717 [1 [1 1717658988] 7 [0 1] 8 [1 1 100 101 99 114 101 109 101 110 116 45 117 110
    100 101 114 102 108 111 119 0] 9 2 0 1] 0 1] 6 [5 [1 0] 0 6] [0 0] 8 [1 0] 8 [1 6 [5 [0 30] 4 0
    6] [0 6] 9 2 10 [6 4 0 6] 0 1] 9 2 0 1]`,
  run: (n) => {
    if (isCell(n)) return NEVER
    if (typeof n === 'bigint') return atom(n - 1n)
    return n === 0 ? undefined : n - 1
  },
  samples: numbers,
  later: (n) => (n === 0 ? undefined : { axis: 255, counter: atom(allButTwo(n)), sample: n }),
}

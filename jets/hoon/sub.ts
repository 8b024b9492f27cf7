import { atom, cell, isCell } from '../../nock/index.js'
import { allButTwo } from '../arithmetic/count.js'
import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> a - b; crashes below 0. */
export const sub: Gate = {
  name: 'sub',
  core: 'one',
  axis: 79,
  sample: '[1 0 0]',
  formula: `[11 [1851876717 [1 [1 1717658988] 7 [0 1] 8 [1 1 115 117 98 116 114 97 99 116 45 117 110 100 101
    114 102 108 111 119 0] 9 2 0 1] 0 1] 6 [5 [1 0] 0 13] [0 12] 9 2 10 [6 [8 [9 2398 0 7] 9 2 10 [6
    0 28] 0 2] 8 [9 2398 0 7] 9 2 10 [6 0 29] 0 2] 0 1]`,
  run: ofAtoms((a, b) => {
    if (a < b) return undefined
    return typeof a === 'number' && typeof b === 'number' ? a - b : atom(BigInt(a) - BigInt(b))
  }),
  samples: operands,
  later: (sample) => {
    if (!isCell(sample)) return undefined
    const { head: a, tail: b } = sample
    if (isCell(a) || isCell(b)) return undefined
    const rounds = allButTwo(a < b ? a : b)
    return { axis: 1, sample: cell(atom(BigInt(a) - rounds), atom(BigInt(b) - rounds)) }
  },
}

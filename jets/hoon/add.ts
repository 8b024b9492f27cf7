import { atom, cell, isCell } from '../../nock/index.js'
import { allButTwo } from '../arithmetic/count.js'
import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> a + b. */
export const add: Gate = {
  name: 'add',
  core: 'one',
  axis: 36,
  sample: '[1 0 0]',
  formula: '[6 [5 [1 0] 0 12] [0 13] 9 2 10 [6 [8 [9 2398 0 7] 9 2 10 [6 0 28] 0 2] 4 0 13] 0 1]',
  run: ofAtoms((a, b) => {
    if (typeof a === 'number' && typeof b === 'number' && a + b <= Number.MAX_SAFE_INTEGER) return a + b
    return atom(BigInt(a) + BigInt(b))
  }),
  samples: operands,
  later: (sample) => {
    if (!isCell(sample)) return undefined
    const { head: a, tail: b } = sample
    if (isCell(a) || isCell(b)) return undefined
    const rounds = allButTwo(a)
    return { axis: 1, sample: cell(atom(BigInt(a) - rounds), atom(BigInt(b) + rounds)) }
  },
}

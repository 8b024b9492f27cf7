import { atom, cell, isCell } from '../../nock/index.js'
import { allButTwo } from '../arithmetic/count.js'
import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> a * b. */
export const mul: Gate = {
  name: 'mul',
  core: 'one',
  axis: 8,
  sample: '[1 1 1]',
  formula: `[8 [1 0] 8 [1 6 [5 [1 0] 0 60] [0 6] 9 2 10 [60 8 [9 2398 0 31] 9 2 10 [6 0 124] 0 2] 10 [6 8 [9
    36 0 31] 9 2 10 [6 [0 125] 0 14] 0 2] 0 1] 9 2 0 1]`,
  run: ofAtoms((a, b) => {
    if (typeof a === 'number' && typeof b === 'number' && a * b <= Number.MAX_SAFE_INTEGER) return a * b
    return atom(BigInt(a) * BigInt(b))
  }),
  samples: operands,
  later: (sample) => {
    if (!isCell(sample)) return undefined
    const { head: a, tail: b } = sample
    if (isCell(a) || isCell(b)) return undefined
    const rounds = allButTwo(a)
    return { axis: 7, counter: atom(rounds * BigInt(b)), sample: cell(atom(BigInt(a) - rounds), b) }
  },
}

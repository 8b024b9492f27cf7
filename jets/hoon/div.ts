import { atom, cell, isCell } from '../../nock/index.js'
import { allButTwo } from '../arithmetic/count.js'
import { operands } from '../arithmetic/operands.js'
import { type Gate } from './gate.js'
import { ofAtoms } from './sample.js'

/** [a b] -> a / b, what is left over dropped; crashes on b 0. */
export const div: Gate = {
  name: 'div',
  core: 'one',
  axis: 1198,
  sample: '[1 1 1]',
  formula: `[11 [1851876717 [1 [1 1717658988] 7 [0 1] 8 [1 1 100 105 118 105 100 101 45 98 121 45 122 101
    114 111 0] 9 2 0 1] 0 1] 6 [5 [1 0] 0 13] [0 0] 8 [1 0] 8 [1 6 [8 [9 2399 0 31] 9 2 10 [6 [0
    124] 0 125] 0 2] [0 6] 9 2 10 [60 8 [9 79 0 31] 9 2 10 [6 [0 124] 0 125] 0 2] 10 [6 4 0 6] 0 1]
    9 2 0 1]`,
  run: ofAtoms((a, b) => (b === 0 ? undefined : atom(BigInt(a) / BigInt(b)))),
  samples: operands,
  later: (sample) => {
    if (!isCell(sample)) return undefined
    const { head: a, tail: b } = sample
    if (isCell(a) || isCell(b)) return undefined
    if (b === 0) return undefined
    const rounds = allButTwo(atom(BigInt(a) / BigInt(b)))
    return { axis: 255, counter: atom(rounds), sample: cell(atom(BigInt(a) - rounds * BigInt(b)), b) }
  },
}

import { type Noun, atom, cell, isCell, noValue } from '../../nock/index.js'
import { type DefinedJet, defineJet, sure } from '../kit.js'
import { addText } from './add.js'
import { allButTwo, counted } from './count.js'
import { decText } from './dec.js'
import { operands } from './operands.js'

/** [a b] -> a * b, where `formulas/mul.nock` adds b to 0, a times over. */
export const mul: DefinedJet = sure(
  defineJet({
    name: 'mul',
    formula: `[8 [1 0]
                 8 [1 6 [5 [0 14] [1 0]]
                        [0 6]
                        [9 2 [0 2] [7 [[0 15] [0 6]] ${addText}] [7 [0 14] ${decText}] [0 15]]]
                 [9 2 0 1]]`,
    run: (subject): Noun | undefined => {
      if (!isCell(subject)) return undefined
      const { head: a, tail: b } = subject
      if (a === 0) return 0 // whatever b is
      if (isCell(a) || isCell(b)) throw noValue(subject, mul.formula)
      return atom(BigInt(a) * BigInt(b))
    },
    subjects: operands,
    resume: (subject) => {
      if (!isCell(subject)) return undefined
      const { head: a, tail: b } = subject
      if (isCell(a) || isCell(b)) return counted(mul.formula, cell(0, a, b))
      const rounds = allButTwo(a)
      return counted(mul.formula, cell(atom(BigInt(b) * rounds), atom(BigInt(a) - rounds), b))
    },
  }),
)

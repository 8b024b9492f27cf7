import { type Noun, atom, cell, isCell, noValue } from '../../nock/index.js'
import { type DefinedJet, defineJet, sure } from '../kit.js'
import { allButTwo, counted } from './count.js'
import { operands } from './operands.js'

export const addText = `[8 [1 0]
   8 [1 6 [5 [0 6] [0 14]]
          [0 15]
          [9 2 [0 2] [4 0 6] [0 14] [4 0 15]]]
   [9 2 0 1]]`

/** [a b] -> a + b, where `formulas/add.nock` counts a counter up to a, and b with it. */
export const add: DefinedJet = sure(
  defineJet({
    name: 'add',
    formula: addText,
    run: (subject): Noun | undefined => {
      if (!isCell(subject)) return undefined
      const { head: a, tail: b } = subject
      if (a === 0) return b // a cell, too: nothing was counted
      if (isCell(b)) return undefined
      if (isCell(a)) throw noValue(subject, add.formula) // the counter never gets there
      return atom(BigInt(a) + BigInt(b))
    },
    subjects: operands,
    resume: (subject) => {
      if (!isCell(subject)) return undefined
      const { head: a, tail: b } = subject
      const rounds = isCell(b) ? 0n : allButTwo(a)
      return counted(add.formula, cell(atom(rounds), a, isCell(b) ? b : atom(BigInt(b) + rounds)))
    },
  }),
)

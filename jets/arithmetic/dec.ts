import { type Noun, atom, cell, isCell, noValue } from '../../nock/index.js'
import { type DefinedJet, defineJet, sure } from '../kit.js'
import { allButTwo, counted } from './count.js'
import { numbers } from './operands.js'

export const decText = `[8 [1 0]
   8 [1 6 [5 [0 7] [4 0 6]]
          [0 6]
          [9 2 [0 2] [4 0 6] [0 7]]]
   [9 2 0 1]]`

/** n -> n - 1, where `formulas/dec.nock` counts up to n. */
export const dec: DefinedJet = sure(
  defineJet({
    name: 'dec',
    formula: decText,
    run: (n): Noun => {
      // the formula never ends on these
      if (isCell(n) || n === 0) throw noValue(n, dec.formula)
      return typeof n === 'number' ? n - 1 : atom(n - 1n)
    },
    subjects: numbers,
    resume: (n) => counted(dec.formula, cell(atom(allButTwo(n)), n)),
  }),
)

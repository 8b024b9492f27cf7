import { NO, type Noun, YES, atom, cell, isAtom, isCell, noValue } from '../../nock/index.js'
import { type DefinedJet, defineJet, sure } from '../kit.js'
import { allButTwo, counted } from './count.js'
import { operands } from './operands.js'

/** [a b] -> yes when a is less than b, where `formulas/lth.nock` counts up to see which is reached first. */
export const lth: DefinedJet = sure(
  defineJet({
    name: 'lth',
    formula: `[8 [1 0]
                 8 [1 6 [5 [0 6] [0 15]]
                        [1 1]
                        [6 [5 [0 6] [0 14]]
                           [1 0]
                           [9 2 [0 2] [4 0 6] [0 14] [0 15]]]]
                 [9 2 0 1]]`,
    run: (subject): Noun | undefined => {
      if (!isCell(subject)) return undefined
      const { head: a, tail: b } = subject
      if (isAtom(a) && isAtom(b)) return a < b ? YES : NO
      // a cell is never reached, so the other side is
      if (isCell(a) && isCell(b)) throw noValue(subject, lth.formula)
      return isCell(b) ? YES : NO
    },
    subjects: (draw) =>
      draw.fc.oneof(
        { weight: 8, arbitrary: operands(draw) },
        { weight: 1, arbitrary: draw.pair(draw.nouns, draw.small) },
        { weight: 1, arbitrary: draw.pair(draw.small, draw.nouns) },
      ),
    resume: (subject) => {
      if (!isCell(subject)) return undefined
      const { head: a, tail: b } = subject
      const first = isCell(a) || (isAtom(b) && b < a) ? b : a
      return counted(lth.formula, cell(atom(allButTwo(first)), a, b))
    },
  }),
)

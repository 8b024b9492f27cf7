import { type Noun, atom, isCell, noValue } from '../../nock/index.js'
import { defineJet, sure } from '../kit.js'
import { decText } from './dec.js'

/** [a b] -> a - b, where `formulas/sub.nock` counts both down until b is 0. */
export const sub = sure(
  defineJet({
    name: 'sub',
    formula: `[8 [1 6 [5 [0 7] [1 0]]
                      [0 6]
                      [9 2 [0 2] [7 [0 6] ${decText}] [7 [0 7] ${decText}]]]
                 [9 2 0 1]]`,
    run: (subject): Noun | undefined => {
      if (!isCell(subject)) return undefined
      const { head: a, tail: b } = subject
      if (b === 0) return a // a cell, too: nothing was counted
      if (isCell(a) || isCell(b) || a < b) throw noValue(subject, sub.formula)
      return atom(BigInt(a) - BigInt(b))
    },
  }),
)

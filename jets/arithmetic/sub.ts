import { type Noun, atom, axis, cell, isAtom, isCell, noValue } from '../../nock/index.js'
import { type DefinedJet, defineJet, sure } from '../kit.js'
import { allButTwo, resumed } from './count.js'
import { decText } from './dec.js'
import { operands } from './operands.js'

/** [a b] -> a - b, where `formulas/sub.nock` counts both down until b is 0. */
export const sub: DefinedJet = sure(
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
    subjects: (draw) => operands(draw).map(largerFirst),
    resume: (subject) => {
      if (!isCell(subject)) return undefined
      const { head: a, tail: b } = subject
      if (isCell(a) || isCell(b)) return resumed(loop(), subject)
      const rounds = allButTwo(a < b ? a : b)
      return resumed(loop(), cell(atom(BigInt(a) - rounds), atom(BigInt(b) - rounds)))
    },
  }),
)

const loop = (): Noun => axis(13, sub.formula)!

const largerFirst = (noun: Noun): Noun => {
  if (isAtom(noun) || isCell(noun.head) || isCell(noun.tail)) return noun
  return noun.head < noun.tail ? cell(noun.tail, noun.head) : noun
}

import { atom, cell, isCell } from '../../../../nock/index.js'
import { type Mutant, crash, mutant, ofAtoms, sub } from './mutant.js'

export const mutantsOfSub: readonly Mutant[] = [
  [
    'sub: the difference, whichever is larger',
    /value where/,
    () =>
      mutant(
        sub,
        ofAtoms((a, b) => {
          const d = BigInt(a) - BigInt(b)
          return atom(d < 0n ? -d : d)
        }),
      ),
  ],
  [
    'sub: 0 where there is none',
    /value where/,
    () =>
      mutant(
        sub,
        ofAtoms((a, b, right) => (a < b ? 0 : right())),
      ),
  ],
  [
    'sub: the wrong way round',
    /another value|crashes where|value where/,
    () =>
      mutant(
        sub,
        ofAtoms((a, b) => (b < a ? crash(cell(a, b), sub) : atom(BigInt(b) - BigInt(a)))),
      ),
  ],
  [
    'sub: wrong when both are the same',
    /another value/,
    () =>
      mutant(
        sub,
        ofAtoms((a, b, right) => (a === b ? 1 : right())),
      ),
  ],
  [
    'sub: a cell less 0',
    /another value/,
    () =>
      mutant(sub, (subject, right) =>
        isCell(subject) && isCell(subject.head) && subject.tail === 0 ? subject.head.head : right(),
      ),
  ],
  [
    'sub: throws a text',
    /throws/,
    () =>
      mutant(
        sub,
        ofAtoms((a, b, right) => {
          if (a < b) throw 'below 0'
          return right()
        }),
      ),
  ],
]

import { type Cell, cell, isAtom, isCell } from '../../../../nock/index.js'
import { type Mutant, mutant, ofAtoms, lth } from './mutant.js'

export const mutantsOfLth: readonly Mutant[] = [
  [
    'lth: the other way',
    /another value/,
    () =>
      mutant(
        lth,
        ofAtoms((a, b) => (a < b ? 1 : 0)),
      ),
  ],
  [
    'lth: or the same',
    /another value/,
    () =>
      mutant(
        lth,
        ofAtoms((a, b) => (a <= b ? 0 : 1)),
      ),
  ],
  [
    'lth: by floats',
    /another value/,
    () =>
      mutant(
        lth,
        ofAtoms((a, b) => (Number(a) < Number(b) ? 0 : 1)),
      ),
  ],
  [
    'lth: of 32 bits',
    /another value/,
    () =>
      mutant(
        lth,
        ofAtoms((a, b) =>
          Number(BigInt.asIntN(32, BigInt(a))) < Number(BigInt.asIntN(32, BigInt(b))) ? 0 : 1,
        ),
      ),
  ],
  [
    'lth: by digits',
    /another value/,
    () =>
      mutant(
        lth,
        ofAtoms((a, b) => (String(a) < String(b) ? 0 : 1)),
      ),
  ],
  [
    'lth: a boolean',
    /no noun/,
    () =>
      mutant(
        lth,
        ofAtoms((a, b) => a < b),
      ),
  ],
  [
    'lth: cells are the smaller ones',
    /another value/,
    () =>
      mutant(lth, (subject, right) =>
        isCell(subject) && isCell(subject.head) && isAtom(subject.tail) ? 0 : right(),
      ),
  ],
  [
    'lth: a value for two cells',
    /never ends/,
    () =>
      mutant(lth, (subject, right) =>
        isCell(subject) && isCell(subject.head) && isCell(subject.tail) ? 1 : right(),
      ),
  ],
  [
    'lth: an array',
    /no noun/,
    () =>
      mutant(
        lth,
        ofAtoms((_a, _b, right) => [right()]),
      ),
  ],
  [
    'lth: a cell without end',
    /no noun/,
    () =>
      mutant(
        lth,
        ofAtoms(() => {
          const loop: Cell = cell(0, 0)
          loop.tail = loop
          return loop
        }),
      ),
  ],
]

import { atom, isAtom, isCell } from '../../../../nock/index.js'
import { type Mutant, crash, mutant, ofAtoms, add } from './mutant.js'

export const mutantsOfAdd: readonly Mutant[] = [
  [
    'add: one too many',
    /another value/,
    () =>
      mutant(
        add,
        ofAtoms((a, b) => atom(BigInt(a) + BigInt(b) + 1n)),
      ),
  ],
  [
    'add: nothing to 0',
    /another value/,
    () =>
      mutant(
        add,
        ofAtoms((_a, b, right) => (b === 0 ? 0 : right())),
      ),
  ],
  [
    'add: without carry',
    /another value/,
    () =>
      mutant(
        add,
        ofAtoms((a, b) => atom(BigInt(a) ^ BigInt(b))),
      ),
  ],
  [
    'add: of 64 bits',
    /another value/,
    () =>
      mutant(
        add,
        ofAtoms((a, b) => atom(BigInt.asUintN(64, BigInt(a) + BigInt(b)))),
      ),
  ],
  [
    'add: a number above 2^53',
    /no noun/,
    () =>
      mutant(
        add,
        ofAtoms((a, b, right) => (typeof a === 'number' && typeof b === 'number' ? a + b : right())),
      ),
  ],
  [
    'add: always a bigint',
    /no noun/,
    () =>
      mutant(
        add,
        ofAtoms((a, b) => BigInt(a) + BigInt(b)),
      ),
  ],
  [
    'add: crashes on 0 and a cell',
    /crashes where/,
    () =>
      mutant(add, (subject, right) =>
        isCell(subject) && isCell(subject.tail) ? crash(subject, add) : right(),
      ),
  ],
  [
    'add: a value for a number and a cell',
    /value where its formula crashes/,
    () =>
      mutant(add, (subject, right) =>
        isCell(subject) && isAtom(subject.head) && isCell(subject.tail) ? subject.tail : right(),
      ),
  ],
  [
    'add: a value for an atom',
    /value where its formula crashes/,
    () => mutant(add, (subject, right) => (isAtom(subject) ? subject : right())),
  ],
  [
    'add: changes its subject',
    /changes/,
    () =>
      mutant(add, (subject, right) => {
        const sum = right()
        if (isCell(subject)) subject.head = 0
        return sum
      }),
  ],
  [
    'add: swaps its subject',
    /changes/,
    () =>
      mutant(add, (subject, right) => {
        const sum = right()
        if (isCell(subject)) [subject.head, subject.tail] = [subject.tail, subject.head]
        return sum
      }),
  ],
  [
    'add: looks at what is shared',
    /one cell/,
    () =>
      mutant(add, (_subject, right) => {
        const sum = right()
        return sum !== undefined && isCell(sum) && isCell(sum.head) && sum.head === sum.tail ? 0 : sum
      }),
  ],
]

import { type Atom, type Noun, atom, isCell } from '../../../../nock/index.js'
import { type Mutant, crash, mutant, ofAtoms, mul } from './mutant.js'

export const mutantsOfMul: readonly Mutant[] = [
  [
    'mul: of 32 bits',
    /another value/,
    () =>
      mutant(
        mul,
        ofAtoms((a, b, right) =>
          typeof a === 'number' && typeof b === 'number' ? Math.imul(a, b) >>> 0 : right(),
        ),
      ),
  ],
  [
    'mul: of 64 bits',
    /another value/,
    () =>
      mutant(
        mul,
        ofAtoms((a, b) => atom(BigInt.asUintN(64, BigInt(a) * BigInt(b)))),
      ),
  ],
  [
    'mul: by floats',
    /another value|no noun/,
    () =>
      mutant(
        mul,
        ofAtoms((a, b) => {
          const p = Number(a) * Number(b)
          return Number.isSafeInteger(p) ? p : Number.isFinite(p) ? BigInt(p) : 0
        }),
      ),
  ],
  [
    'mul: 0 times a cell crashes',
    /crashes where/,
    () =>
      mutant(mul, (subject, right) =>
        isCell(subject) && isCell(subject.tail) ? crash(subject, mul) : right(),
      ),
  ],
  [
    'mul: a cell times 0 is 0',
    /value where/,
    () => mutant(mul, (subject, right) => (isCell(subject) && subject.tail === 0 ? 0 : right())),
  ],
  [
    'mul: remembers by one operand',
    /another value|second time/,
    () => {
      const known = new Map<Atom, Noun | undefined>()
      return mutant(
        mul,
        ofAtoms((a, _b, right) => {
          if (!known.has(a)) known.set(a, right())
          return known.get(a)
        }),
      )
    },
  ],
  [
    'mul: right every other time',
    /second time/,
    () => {
      let odd = false
      return mutant(
        mul,
        ofAtoms((_a, _b, right) => {
          odd = !odd
          return odd ? right() : 7
        }),
      )
    },
  ],
]

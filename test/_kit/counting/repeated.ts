import { fc } from '@fast-check/vitest'
import { type Noun, atom, cell, list } from '../../../nock/noun.js'
import { printNoun } from '../../../nock/print.js'
import { Choices, SPAN } from '../hot/choices.js'
import { changed } from './changed.js'
import { countingLoop } from './loops.js'
import { type Takes, program } from './programs.js'

/** A formula and the subjects that it is evaluated on, one after another; fast-check shows them as texts. */
export class Repeated {
  readonly formula: Noun
  readonly subjects: readonly Noun[]

  constructor(formula: Noun, subjects: readonly Noun[]) {
    this.formula = formula
    this.subjects = subjects
  }

  [fc.toStringMethod](): string {
    const subjects = this.subjects.map((subject) => printNoun(subject, { limit: 1_000 }))
    return `formula ${printNoun(this.formula, { limit: 100_000 })} subjects ${subjects.join(', ')}`
  }
}

/** How far it is counted, mostly. */
const FEW = 9

const number = (c: Choices): Noun =>
  c.way<Noun>(
    [12, () => c.below(FEW)],
    [2, () => c.below(60)],
    [2, () => atom(2n ** BigInt(c.of([30, 31, 32, 50, 53, 64])) + BigInt(c.below(5) - 2))],
    [1, () => cell(c.below(FEW), c.below(FEW))],
  )

const subject = (c: Choices, takes: Takes): Noun => {
  switch (takes) {
    case 'an atom':
      return c.oneIn(20) ? number(c) : c.below(c.of([FEW, 2 * FEW]))
    case 'two atoms':
      return c.way(
        [6, () => cell(c.below(FEW), number(c))],
        [2, () => cell(c.below(2 * FEW), c.below(2 * FEW))],
        [1, () => cell(number(c), number(c))],
        // a little way apart, near where atoms are made otherwise
        [
          2,
          () => {
            const from = 2n ** BigInt(c.of([30, 31, 50, 53, 64])) - BigInt(c.below(FEW))
            return cell(atom(from), atom(from + BigInt(c.below(2 * FEW))))
          },
        ],
      )
    case 'a list':
      return list(Array.from({ length: c.below(6) }, () => c.below(FEW)))
  }
}

/** Counting formulas as they are known, with a change or two in them, or made anew. */
const repeatedBy = (c: Choices): Repeated => {
  const [formula, takes] = c.way<readonly [Noun, Takes]>(
    [
      6,
      () => {
        const { formula, takes } = program(c)
        let other = formula
        for (let i = c.of([0, 1, 1, 2]); i > 0; i--) other = changed(c, other)
        return [other, takes]
      },
    ],
    [
      5,
      () => {
        const made = countingLoop(c, [2n, 3n], c.of([0, 1, 1, 2]))
        return [c.oneIn(4) ? changed(c, made) : made, 'two atoms']
      },
    ],
  )
  return new Repeated(
    formula,
    Array.from({ length: 4 }, () => subject(c, takes)),
  )
}

export const repeated: fc.Arbitrary<Repeated> = fc
  .noBias(fc.array(fc.nat(SPAN - 1), { minLength: 160, maxLength: 160 }))
  .map((numbers) => repeatedBy(new Choices(numbers)))

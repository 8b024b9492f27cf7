import { dec } from '../../../jets/arithmetic/dec.js'
import { arithmetic } from '../../../jets/arithmetic/index.js'
import { type Noun, cell } from '../../../nock/noun.js'
import { type Choices } from '../hot/choices.js'
import { A, ACK, BUILD, COUNT, D, EVAL2, EVEN, EVEN2, EVENDEEP, FIB, LEN, SUM, SWAP } from '../programs.js'
import { hoonDec, hoonOfTwo } from './hoon.js'

/** A formula that counts, and what it counts with. */
export interface Counted {
  readonly formula: Noun
  readonly takes: Takes
}

export type Takes = 'an atom' | 'two atoms' | 'a list'

const taking = (takes: Takes, ...formulas: readonly Noun[]): readonly Counted[] =>
  formulas.map((formula) => ({ formula, takes }))

/** Those of one atom, and of two, that count up to the first. */
export const ofOne: readonly Noun[] = [D.formula, dec.formula, EVAL2.formula, hoonDec]
export const ofTwo: readonly Noun[] = [
  ...arithmetic.filter((jet) => jet !== dec).map(({ formula }) => formula),
  A.formula,
  ...hoonOfTwo,
]

/** What is known to count, and to count within counting. */
const programs: readonly Counted[] = [
  ...taking('an atom', ...ofOne),
  ...taking('two atoms', ...ofTwo, COUNT.formula),
  ...taking(
    'an atom',
    FIB.formula,
    BUILD.formula,
    EVEN.formula,
    EVEN2.formula,
    EVENDEEP.formula,
    SWAP.formula,
  ),
  ...taking('two atoms', ACK.formula),
  ...taking('a list', SUM.formula, LEN.formula),
]

/** One of them; or one on what another one gives, or on a number of its own. */
export const program = (c: Choices): Counted => {
  const one = c.of(programs)
  return c.way<Counted>(
    [8, () => one],
    [2, () => ({ formula: cell(7, cell(c.of(ofTwo), c.of(ofTwo)), c.of(ofTwo)), takes: 'two atoms' })],
    [1, () => ({ formula: cell(7, c.of(ofTwo), c.of(ofOne)), takes: 'two atoms' })],
    [1, () => ({ formula: cell(7, cell(cell(1, c.below(12)), 0, 1), c.of(ofTwo)), takes: 'an atom' })],
    [1, () => ({ formula: cell(7, cell(cell(0, 1), 1, c.below(12)), c.of(ofTwo)), takes: 'an atom' })],
  )
}

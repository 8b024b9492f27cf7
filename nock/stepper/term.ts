import { Cell, type Noun } from '../noun.js'

/**
 * An expression as the definition writes them: a noun, a pair of expressions, or an operator in front of one.
 *
 *     *[41 4 0 1]      the operator * in front of the noun [41 4 0 1]
 *     +*[41 0 1]       the operator + in front of that
 */
export type Term = Noun | Pair | Operation

/** Two expressions side by side, not both of them nouns: that would be a cell. */
export class Pair {
  readonly head: Term
  readonly tail: Term

  constructor(head: Term, tail: Term) {
    this.head = head
    this.tail = tail
  }
}

/**
 * The operators of the definition; and, where rules are folded, what a rule from 6 on waits with until the product that it
 * needs is there: rule 6 with the test's, rule 9 with the core, rule 11 with the hint's.
 *
 *     test   in front of [t a c d]      *[a 6 t c d]              t in the place of the test that gave it
 *     call   in front of [core b]       *[core 2 [0 1] 0 b]
 *     hint   in front of [h a d]        *[[h *[a d]] 0 3]
 */
export type Operator = '*' | '/' | '?' | '+' | '=' | '#' | 'test' | 'call' | 'hint'

/** An operator in front of an expression. */
export class Operation {
  readonly operator: Operator
  readonly of: Term
  /** The formula by whose rule it has come up, to name in a crash; of `*`, the formula that it evaluates is in `of`. */
  readonly formula: Noun

  constructor(operator: Operator, of: Term, formula: Noun) {
    this.operator = operator
    this.of = of
    this.formula = formula
  }
}

/**
 * Expressions side by side, to the right as in a noun: a cell where all are nouns.
 *
 * @example
 * pair(1, 2, 3) // cell(1, 2, 3)
 */
export const pair = (first: Term, ...rest: readonly [Term, ...Term[]]): Term => {
  let tail = rest[rest.length - 1]!
  for (let i = rest.length - 2; i >= 0; i--) tail = both(rest[i]!, tail)
  return both(first, tail)
}

const both = (head: Term, tail: Term): Term =>
  isNoun(head) && isNoun(tail) ? new Cell(head, tail) : new Pair(head, tail)

/** `*[a f]`. */
export const star = (a: Noun, f: Noun): Operation => new Operation('*', new Cell(a, f), f)

export const isNoun = (term: Term): term is Noun => !(term instanceof Operation || term instanceof Pair)

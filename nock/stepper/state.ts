import { type Crash, crashOf } from '../crash.js'
import { Cell, type Noun } from '../noun.js'
import { type Contracting, type Redex, contract } from './contract.js'
import { Operation, Pair, type Term, isNoun } from './term.js'

/**
 * Where a computation stands: an expression, and in it the redex that goes next, which is the innermost, from the left. What
 * is around it is the list of its surroundings, from the nearest outwards. Nothing in a state ever changes, so any number of
 * them can be kept, and they share what they have in common.
 */
export type State = Reducing | Ended

/** There is something to reduce. */
export interface Reducing {
  readonly is: 'reducing'
  readonly redex: Redex
  readonly around: Around | undefined
}

/** Nothing is left to do: the product. */
export interface Ended {
  readonly is: 'product'
  readonly product: Noun
}

/** What is directly around a part of an expression, and what is around that. `depth`: how many are outside of it. */
export type Around = AroundOperand | AroundHead | AroundTail

/** An operator in front of the part. */
export interface AroundOperand {
  readonly is: 'operand'
  readonly operation: Operation
  readonly outer: Around | undefined
  readonly depth: number
}

/** The part is a head, and its tail comes later. */
export interface AroundHead {
  readonly is: 'head'
  readonly tail: Term
  readonly outer: Around | undefined
  readonly depth: number
}

/** The part is a tail, and its head is a noun already. */
export interface AroundTail {
  readonly is: 'tail'
  readonly head: Noun
  readonly outer: Around | undefined
  readonly depth: number
}

/**
 * The state in which a formula's evaluation begins.
 *
 * @example
 * begin(41, cell(4, 0, 1)).redex.operator === '*'
 */
export const begin = (subject: Noun, formula: Noun): Reducing => ({
  is: 'reducing',
  redex: { operator: '*', of: new Cell(subject, formula), formula },
  around: undefined,
})

/** A step: what takes the redex's place and the state then; or the crash, where no line of the definition takes it. */
export type Taken = { readonly contractum: Term; readonly next: State } | { readonly crash: Crash }

/** Takes the next step. */
export const take = ({ redex, around }: Reducing, how: Contracting): Taken => {
  try {
    const contractum = contract(redex, how)
    return { contractum, next: focus(contractum, around) }
  } catch (thrown) {
    return { crash: crashOf(thrown, redex.of, redex.formula) }
  }
}

/** Goes to the redex that is next in what has a part newly put into its place. */
const focus = (part: Term, surroundings: Around | undefined): State => {
  let term = part
  let around = surroundings
  for (;;) {
    const depth = around === undefined ? 0 : around.depth + 1
    if (term instanceof Pair) {
      around = isNoun(term.head)
        ? { is: 'tail', head: term.head, outer: around, depth }
        : { is: 'head', tail: term.tail, outer: around, depth }
      term = around.is === 'tail' ? term.tail : term.head
    } else if (term instanceof Operation) {
      if (isNoun(term.of)) return { is: 'reducing', redex: term as Redex, around }
      around = { is: 'operand', operation: term, outer: around, depth }
      term = term.of
    } else if (around === undefined) {
      return { is: 'product', product: term }
    } else {
      // a noun: with it, what is around may be one, too
      const { outer } = around
      if (around.is === 'operand') {
        const { operator, formula } = around.operation
        return { is: 'reducing', redex: { operator, of: term, formula }, around: outer }
      }
      if (around.is === 'tail') {
        term = new Cell(around.head, term)
        around = outer
      } else if (isNoun(around.tail)) {
        term = new Cell(term, around.tail)
        around = outer
      } else {
        const { tail, depth: same } = around
        around = { is: 'tail', head: term, outer, depth: same }
        term = tail
      }
    }
  }
}

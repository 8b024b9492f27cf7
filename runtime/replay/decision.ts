import { type Budget, Cell, type Crash, type Either, type Noun, equal, isAtom } from '../../nock/index.js'
import { type Line } from '../journal/line.js'
import { BUDGET } from '../supervision/decide.js'
import { serviceOf } from '../supervision/service.js'
import { type Mismatch } from './mismatch.js'

/** An interpreter without jets, as `reference` and `nock` are called. */
export type Evaluate = (
  subject: Noun,
  formula: Noun,
  options: { readonly budget: Budget },
) => Either<Crash, Noun>

/** What is written of a decision that failed since it would have taken more. */
const OVER_BUDGET = 'crash: budget'

/**
 * Makes a decision again: evaluates its formula on `[tape service]`, without jets. The product must be the journal's,
 * bit for bit, and `[0 service]`, the tape used up; where the journal says that it failed there must be no such product.
 *
 * @param line its subject is `[0 service]`
 * @returns what differs, if anything does; with a crash for want of budget where that cannot be told
 */
export const redo = (
  line: Extract<Line, { line: 'decision' }>,
  formula: Noun,
  evaluate: Evaluate,
  budget: Budget,
): Mismatch | undefined => {
  const { subject, tape, product, failed } = line
  const service = (subject as Cell).tail as Cell
  if ((product === undefined) === (failed === undefined)) {
    return { message: 'a decision has a product, or else it failed' }
  }
  const bound = failed === OVER_BUDGET ? BUDGET : budget
  const again = evaluate(new Cell(tape, service), formula, { budget: bound })
  if (again._tag === 'Left' && again.left.why === 'budget' && failed !== OVER_BUDGET) {
    return {
      message: 'the budget is spent before there is a product; --budget gives more',
      crash: again.left,
    }
  }
  if (product === undefined) {
    return again._tag === 'Left' || !isOfService(again.right, service)
      ? undefined
      : {
          message: `it has a product, and the journal says that it failed (${failed})`,
          nouns: { what: 'product', journal: subject, replay: again.right },
        }
  }
  if (again._tag === 'Left') {
    return { message: 'the formula crashes, and the journal has a product', crash: again.left }
  }
  if (!equal(product, again.right)) {
    return {
      message: 'the formula gives another product',
      nouns: { what: 'product', journal: product, replay: again.right },
    }
  }
  return isOfService(product, service)
    ? undefined
    : { message: 'the product is not [0 service] of the same service: the decision should have failed' }
}

/** Is a product `[0 service]`, of the service with this name? */
const isOfService = (product: Noun, { head: name }: Cell): boolean =>
  !isAtom(product) && product.head === 0 && serviceOf(product.tail)?.name === name

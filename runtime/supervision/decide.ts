import { Malformed, Unanswered, type World, everyJet } from '../../jets/index.js'
import { Cell, type Crash, isAtom, list, noValue, nock, type Noun } from '../../nock/index.js'
import * as E from 'fp-ts/lib/Either.js'
import { type Service, ServiceNoun } from './service.js'

/** An entry of a tape, `[request answer]`. */
export type Entry = Cell

/** Puts a request to the operating system: the answer, or undefined when it comes later. */
export type Put = (request: Cell) => Noun | undefined

/** What came of an evaluation. `tape` is every answer that it had, in order. */
export type Outcome =
  /** A product `[0 rest]`: the tape is used up. */
  | { readonly _tag: 'Decided'; readonly rest: Noun; readonly tape: readonly Entry[] }
  /** Given up: this answer comes later. Evaluate again with it at the end of the tape. */
  | { readonly _tag: 'Asked'; readonly request: Cell; readonly tape: readonly Entry[] }
  /** The formula has no value, or its product is no `[0 rest]`. Nothing is decided. */
  | { readonly _tag: 'Failed'; readonly failure: Failure; readonly tape: readonly Entry[] }

export type Failure =
  | { readonly why: 'crash'; readonly crash: Crash }
  | { readonly why: 'product'; readonly message: string }

/**
 * Evaluates a formula on `[tape service]`, with jets. What is on the tape is not asked again; what goes beyond it is
 * put to the operating system, and becomes the tape's next entry.
 */
export type Decide = (formula: Noun, service: Service, tape: readonly Entry[], put: Put) => Outcome

/** A thousand times what the policies here need, and done in milliseconds: one that never ends is told so. */
export const BUDGET = { steps: 100_000, nouns: 100_000 }

/** A `Decide` with jets of its own; one serves for any number of services, one after another. */
export const decider = (): Decide => {
  let put: Put = () => undefined
  let tape: Entry[] = []
  const world: World = {
    ask(request) {
      const answer = putOrCrash(put, request)
      if (answer === undefined) throw new Unanswered(request)
      tape.push(new Cell(request, answer))
      return answer
    },
  }
  const options = { jets: everyJet(world), budget: BUDGET }

  return (formula, service, before, putNow) => {
    put = putNow
    tape = [...before]
    const subject = new Cell(list(before), ServiceNoun.encode(service))
    let product: E.Either<Crash, Noun>
    try {
      product = nock(subject, formula, options)
    } catch (thrown) {
      if (thrown instanceof Unanswered) return { _tag: 'Asked', request: thrown.request, tape }
      throw thrown
    }
    if (E.isLeft(product)) return { _tag: 'Failed', failure: { why: 'crash', crash: product.left }, tape }
    if (isAtom(product.right) || product.right.head !== 0) {
      const message = 'the product is not [tape …] with the tape used up'
      return { _tag: 'Failed', failure: { why: 'product', message }, tape }
    }
    return { _tag: 'Decided', rest: product.right.tail, tape }
  }
}

/** A request that no jet understands has no answer: there the formula crashes after all. */
const putOrCrash = (put: Put, request: Cell): Noun | undefined => {
  try {
    return put(request)
  } catch (thrown) {
    if (thrown instanceof Malformed) throw noValue(request, request)
    throw thrown
  }
}

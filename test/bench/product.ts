import { type Crash, type Either, type Noun, describeCrash } from '../../nock/index.js'

/** The product of an evaluation that has one. */
export const productOf = (outcome: Either<Crash, Noun>): Noun => {
  if (outcome._tag === 'Left') throw new Error(describeCrash(outcome.left))
  return outcome.right
}

import { type DefinedJet, type JetDefinition, defineJet, showJetError } from '../../../jets/index.js'
import { type Noun, increment, isAtom } from '../../../nock/index.js'
import { type CheckJetOptions, type Failure, checkJet } from '../../../runtime/verify/index.js'

/** @throws Error when it is not accepted */
export const defined = (definition: JetDefinition): DefinedJet => {
  const jet = defineJet(definition)
  if (jet._tag === 'Left') throw new Error(showJetError(jet.left))
  return jet.right
}

/** A jet of `[4 0 1]`, which counts up and crashes on cells. */
export const inc = (more: Partial<JetDefinition>): DefinedJet =>
  defined({
    name: 'inc',
    formula: '[4 0 1]',
    run: (n) => (isAtom(n) ? increment(n) : undefined),
    ...more,
  })

/** What is wrong with a jet, as text. */
export const failureOf = (jet: DefinedJet, options: CheckJetOptions = {}): Failure => {
  const { failure } = checkJet(jet, { seed: 1, runs: 300, ...options })
  if (failure === undefined) throw new Error('it held')
  return failure
}

/** Right on all but some, where it does this. */
export const but =
  (where: (n: Noun) => boolean, what: (n: Noun) => unknown) =>
  (n: Noun): unknown =>
    where(n) ? what(n) : isAtom(n) ? increment(n) : undefined

export const from100 = (n: Noun): boolean => isAtom(n) && n >= 100

import { type DefinedJet, arithmetic } from '../../../../jets/index.js'
import { type Atom, type Noun, isAtom, isCell, noValue } from '../../../../nock/index.js'

/** A jet with a fault, as one might make it: what is wrong, what `verify` calls it, and the jet, anew each time. */
export type Mutant = readonly [what: string, fault: RegExp, make: () => DefinedJet]

export const [dec, add, sub, mul, lth] = arithmetic as readonly [
  DefinedJet,
  DefinedJet,
  DefinedJet,
  DefinedJet,
  DefinedJet,
]

/** What a mutant does instead; `right` is what it should do. */
type Run = (subject: Noun, right: () => Noun | undefined) => unknown

export const mutant = (jet: DefinedJet, run: Run): DefinedJet => ({
  ...jet,
  run: (subject) => run(subject, () => jet.run(subject)) as Noun | undefined,
})

/** On two atoms; elsewhere it is right. */
export const ofAtoms =
  (run: (a: Atom, b: Atom, right: () => Noun | undefined) => unknown): Run =>
  (subject, right) =>
    isCell(subject) && isAtom(subject.head) && isAtom(subject.tail)
      ? run(subject.head, subject.tail, right)
      : right()

export const crash = (subject: Noun, jet: DefinedJet): never => {
  throw noValue(subject, jet.formula)
}

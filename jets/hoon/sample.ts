import { type Atom, type Noun, isAtom, isCell } from '../../nock/index.js'
import { type Gate } from './gate.js'

type Run = Gate['run']

/** Native code that takes one atom; any other sample is left to the formula. */
export const ofAtom =
  (run: (a: Atom) => ReturnType<Run>): Run =>
  (sample) =>
    isAtom(sample) ? run(sample) : undefined

/** Native code that takes a pair; any other sample is left to the formula. */
export const ofPair =
  (run: (a: Noun, b: Noun) => ReturnType<Run>): Run =>
  (sample) =>
    isCell(sample) ? run(sample.head, sample.tail) : undefined

/** Native code that takes two atoms; any other sample is left to the formula. */
export const ofAtoms = (run: (a: Atom, b: Atom) => ReturnType<Run>): Run =>
  ofPair((a, b) => (isAtom(a) && isAtom(b) ? run(a, b) : undefined))

/** The items of a list that ends in 0; undefined when it ends in something else. */
export const itemsOf = (noun: Noun): readonly Noun[] | undefined => {
  const items: Noun[] = []
  let rest = noun
  for (; isCell(rest); rest = rest.tail) items.push(rest.head)
  return rest === 0 ? items : undefined
}

/** The items of a list of atoms; undefined when it is none. */
export const atomsOf = (noun: Noun): readonly Atom[] | undefined => {
  const items = itemsOf(noun)
  return items?.every(isAtom) ? (items as readonly Atom[]) : undefined
}

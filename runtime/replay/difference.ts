import { type Atom, type Cell, type Noun, atom, equal, isAtom, mug } from '../../nock/index.js'

/** A part in which two nouns differ: what the one and the other have at this axis. */
export interface Difference {
  readonly axis: Atom
  readonly a: Noun
  readonly b: Noun
}

/**
 * The smallest parts in which two nouns differ, from the left: at each one of the two has an atom, or both have
 * different ones. None when the nouns are equal.
 *
 * @param limit how many at most
 * @example
 * differences(cell(0, 7, 1, 42), cell(0, 7, 1, 43), 9) // [{ axis: 15, a: 42, b: 43 }]
 */
export const differences = (a: Noun, b: Noun, limit: number): readonly Difference[] => {
  const found: Difference[] = []
  const pending: Pair[] = [{ a, b, above: undefined, turn: '' }]
  while (found.length < limit) {
    const pair = pending.pop()
    if (pair === undefined) break
    const { a, b } = pair
    if (isAtom(a) || isAtom(b)) {
      if (a !== b) found.push({ axis: axisOf(pair), a, b })
    } else if (!same(a, b)) {
      pending.push({ a: a.tail, b: b.tail, above: pair, turn: '1' })
      pending.push({ a: a.head, b: b.head, above: pair, turn: '0' })
    }
  }
  return found
}

/** Two parts at one axis, and how they were come by. */
interface Pair {
  readonly a: Noun
  readonly b: Noun
  readonly above: Pair | undefined
  readonly turn: '' | '0' | '1'
}

/** Mugs are remembered, so that a deep noun is not compared anew at each of its levels. */
const same = (a: Cell, b: Cell): boolean => mug(a) === mug(b) && equal(a, b)

const axisOf = (pair: Pair): Atom => {
  const turns: string[] = []
  for (let at: Pair | undefined = pair; at !== undefined; at = at.above) turns.push(at.turn)
  return atom(BigInt('0b1' + turns.reverse().join('')))
}

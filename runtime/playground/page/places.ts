import { type Atom, type Cell, type Noun, isCell, peg } from '../../../nock/index.js'

/** So many cells are looked at, and no further down than an axis of so many bits leads. */
const MOST = 50_000
const LAST = 2n ** 200n

/**
 * Where each part of a formula stands in it: a step has the very same object. Of one that stands in several places, the
 * nearest to the top.
 *
 * @example
 * (inc => placesOf(cell(7, inc, 0, 1))(inc))(cell(4, 0, 1)) === 6
 */
export const placesOf = (formula: Noun): ((part: Noun | undefined) => Atom | undefined) => {
  const places = new Map<Cell, Atom>()
  const left: (readonly [Noun, Atom])[] = [[formula, 1]]
  for (let i = 0; i < left.length && places.size < MOST; i++) {
    const [part, axis] = left[i]!
    if (!isCell(part) || places.has(part)) continue
    places.set(part, axis)
    if (axis > LAST) continue
    left.push([part.head, peg(axis, 2)], [part.tail, peg(axis, 3)])
  }
  return (part) => (part !== undefined && isCell(part) ? places.get(part) : undefined)
}

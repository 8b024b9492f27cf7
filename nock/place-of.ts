import { peg } from './axis.js'
import { equal } from './equal.js'
import { type Atom, type Noun, isCell } from './noun.js'
import { subFormulas } from './sub-formulas.js'

/** So many parts are looked at: a crash is told at once, however large the formula is. */
const MOST = 100_000

/**
 * Where in a formula another one stands that was evaluated: the very same noun, else one that is equal to it; as a
 * formula, else within a constant, as an arm does.
 *
 * @returns its axis; undefined where it does not stand there, since it came out of the subject or was made
 * @example
 * placeOf(cell(0, 6), cell(4, 0, 6)) === 3
 */
export const placeOf = (part: Noun, formula: Noun): Atom | undefined => {
  const sub = [...walk(formula, (noun) => subFormulas(noun).map((one) => [one.axis, one.formula]))]
  const any = [
    ...walk(formula, (noun) =>
      isCell(noun)
        ? [
            [2, noun.head],
            [3, noun.tail],
          ]
        : [],
    ),
  ]
  const isSame = ([, noun]: Place): boolean => noun === part
  const isEqual = ([, noun]: Place): boolean => isCell(part) && equal(noun, part)
  return (
    sub.find(isSame) ??
    (isCell(part) ? any.find(isSame) : undefined) ??
    sub.find(isEqual) ??
    any.find(isEqual)
  )?.[0]
}

type Place = readonly [axis: Atom, noun: Noun]

/** A noun and its parts, from the left. */
function* walk(whole: Noun, partsOf: (noun: Noun) => readonly Place[]): Generator<Place> {
  const waiting: Place[] = [[1, whole]]
  for (let left = MOST; left > 0; left--) {
    const next = waiting.pop()
    if (next === undefined) return
    yield next
    const [axis, noun] = next
    for (const [inner, part] of partsOf(noun).toReversed()) waiting.push([peg(axis, inner), part])
  }
}

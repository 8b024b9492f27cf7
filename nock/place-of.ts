import { turns } from './axis.js'
import { equal } from './equal.js'
import { type Atom, type Noun, atom, isCell } from './noun.js'
import { type SubFormula, subFormulas } from './sub-formulas.js'

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
  const isSame = (noun: Noun): boolean => noun === part
  const isEqual = (noun: Noun): boolean => isCell(part) && equal(noun, part)
  const found =
    find(formula, subFormulas, isSame) ??
    (isCell(part) ? find(formula, sides, isSame) : undefined) ??
    find(formula, subFormulas, isEqual) ??
    find(formula, sides, isEqual)
  return found && axisOf(found)
}

const sides = (noun: Noun): readonly SubFormula[] =>
  isCell(noun)
    ? [
        { axis: 2, formula: noun.head },
        { axis: 3, formula: noun.tail },
      ]
    : []

/** A part, by the one that it is in: its axis would be long where the formula is deep, and is only wanted of one. */
interface Place extends SubFormula {
  readonly within: Place | undefined
}

/** The first part, from the left, for which a test holds. */
const find = (
  whole: Noun,
  partsOf: (noun: Noun) => readonly SubFormula[],
  holds: (noun: Noun) => boolean,
): Place | undefined => {
  const waiting: Place[] = [{ axis: 1, formula: whole, within: undefined }]
  for (let left = MOST; left > 0; left--) {
    const next = waiting.pop()
    if (next === undefined || holds(next.formula)) return next
    for (const part of partsOf(next.formula).toReversed()) waiting.push({ ...part, within: next })
  }
  return undefined
}

const axisOf = (place: Place): Atom => {
  const ways: string[] = []
  for (let at: Place | undefined = place; at !== undefined; at = at.within) ways.push(turns(at.axis))
  return atom(BigInt('0b1' + ways.reverse().join('')))
}

import { turns } from '../axis.js'
import { type Atom, type Noun, isAtom, isCell } from '../noun.js'

/** What is known of a noun without running anything: what it is called, and its parts, as far as they are known. */
export interface Shape {
  readonly name: string | undefined
  readonly parts: readonly [head: Shape, tail: Shape] | undefined
}

export const named = (name: string): Shape => ({ name, parts: undefined })

/** A cell of two shapes. */
export const both = (head: Shape, tail: Shape, name?: string): Shape => ({ name, parts: [head, tail] })

export const UNKNOWN: Shape = { name: undefined, parts: undefined }

/** What the supervisor's formulas are evaluated on: `[tape name state pid]`. */
export const SUPERVISED: Shape = both(
  named('tape'),
  both(named('name'), both(named('state'), named('pid')), 'service'),
  'the subject',
)

/**
 * The shape of a part.
 *
 * @example
 * shapeAt(SUPERVISED, 14).name === 'state'
 */
export const shapeAt = (shape: Shape, axis: Atom): Shape => {
  let part = shape
  for (const turn of axis === 0 ? '' : turns(axis)) {
    if (part.parts === undefined) return UNKNOWN
    part = part.parts[turn === '1' ? 1 : 0]
  }
  return part
}

/** So far in is looked: formulas that share their parts have exponentially many. */
const DEEPEST = 10

/**
 * The shape of a formula's product, as far as it can be seen: of parts of the subject, constants and cells of those.
 *
 * @param known what is known of the product of a formula that has a name
 * @example
 * productShape(cell(cell(0, 2), 0, 14), SUPERVISED, () => undefined).parts.map(({ name }) => name).join() === 'tape,state'
 */
export const productShape = (
  formula: Noun,
  subject: Shape,
  known: (formula: Noun, subject: Shape) => Shape | undefined,
  depth = 0,
): Shape => {
  if (!isCell(formula) || depth === DEEPEST) return UNKNOWN
  const { head: rule, tail: rest } = formula
  const shapeOf = (inner: Noun, on: Shape): Shape => productShape(inner, on, known, depth + 1)
  if (isCell(rule)) return both(shapeOf(rule, subject), shapeOf(rest, subject))
  if (rule === 0) return isAtom(rest) ? shapeAt(subject, rest) : UNKNOWN
  const found = known(formula, subject)
  if (found !== undefined) return found
  if (!isCell(rest)) return UNKNOWN
  const first = (): Shape => shapeOf(rest.head, subject)
  if (rule === 7) return shapeOf(rest.tail, first())
  if (rule === 8) return shapeOf(rest.tail, both(first(), subject))
  if (rule === 11) return shapeOf(rest.tail, subject)
  return UNKNOWN
}

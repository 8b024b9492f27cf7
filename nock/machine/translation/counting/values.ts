import { turns } from '../../../axis.js'
import { type Atom, type Noun } from '../../../noun.js'
import { ANY, type Shape, constant, pair } from '../shape.js'
import { type Value as Held } from '../value.js'
import { type Value } from './decision.js'
import { type Polynomial, argument, argumentOf, number } from './polynomial.js'

/** Thrown where an argument is looked into, which must be two arguments then. */
export class LookedInto {
  readonly index: number

  constructor(index: number) {
    this.index = index
  }
}

export const nounValue = (noun: Noun): Value =>
  typeof noun === 'object' ? (constant(noun) as Value) : number(noun)

/** The value of a shape: its arguments are numbered from the left to the right. */
export const valueOf = (shape: Shape, count = { next: 0 }): Value => {
  if (shape.kind === 'constant') return nounValue(shape.noun)
  if (shape.kind !== 'pair') return argument(count.next++)
  const head = valueOf(shape.head, count)
  return pair(head, valueOf(shape.tail, count))
}

/** The shape of a value whose numbers may be others: of one that is read, or that a function has in its hands. */
export const shapeOf = (value: Value | Held): Shape => {
  if (value.kind === 'pair') return pair(shapeOf(value.head), shapeOf(value.tail))
  return value.kind === 'constant' && typeof value.noun === 'object' ? value : ANY
}

/** The numbers in a value, as its shape has them for arguments. */
export const numbersOf = (value: Value): readonly Polynomial[] =>
  value.kind === 'polynomial'
    ? [value]
    : value.kind === 'constant'
      ? []
      : [...numbersOf(value.head), ...numbersOf(value.tail)]

/** `/[axis value]`; undefined where there is nothing. */
export const partOf = (axis: Atom, value: Value): Value | undefined => {
  if (axis === 0) return undefined
  let here: Value = value
  for (const turn of turns(axis)) {
    const sides = sidesOf(here)
    if (sides === undefined) return undefined
    here = sides[turn === '1' ? 1 : 0]
  }
  return here
}

/** `#[axis value target]`; undefined where there is nothing to edit. */
export const editOf = (axis: Atom, value: Value, target: Value): Value | undefined => {
  if (axis === 0) return undefined
  const put = (here: Value, way: string): Value | undefined => {
    if (way === '') return value
    const sides = sidesOf(here)
    const inner = sides && put(sides[way[0] === '1' ? 1 : 0], way.slice(1))
    return inner && (way[0] === '1' ? pair(sides[0], inner) : pair(inner, sides[1]))
  }
  return put(target, turns(axis))
}

const sidesOf = (value: Value): readonly [Value, Value] | undefined => {
  if (value.kind === 'pair') return [value.head, value.tail]
  if (value.kind === 'constant') return [nounValue(value.noun.head), nounValue(value.noun.tail)]
  const index = argumentOf(value)
  if (index !== undefined) throw new LookedInto(index)
  return undefined
}

/** Has a value what a shape wants? An argument that should be a pair was looked into. */
export const meets = (value: Value, wanted: Shape): boolean => {
  if (wanted.kind !== 'pair') return true
  const sides = sidesOf(value)
  return sides !== undefined && meets(sides[0], wanted.head) && meets(sides[1], wanted.tail)
}

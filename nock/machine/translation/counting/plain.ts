import { atom } from '../../../noun.js'
import { type Shape, alike, constant, pair } from '../shape.js'
import { type Value as Held } from '../value.js'
import { type Value } from './decision.js'
import { argumentOf, constantOf } from './polynomial.js'
import { type Summary } from './summary.js'
import { shapeOf } from './values.js'

/** The product of a code that only puts together what its subject has, from what a function has in its hands. */
export const plainProduct = (subject: Held, summarise: (shape: Shape) => Summary): Held | undefined => {
  const given = shapeOf(subject)
  const { decision, atoms, shape } = summarise(given)
  return decision.kind === 'product' && atoms.size === 0 && alike(given, shape)
    ? held(decision.value, partsHeld(subject))
    : undefined
}

/** What its shape has for arguments. */
const partsHeld = (value: Held): readonly Held[] =>
  value.kind === 'pair'
    ? [...partsHeld(value.head), ...partsHeld(value.tail)]
    : value.kind === 'constant' && typeof value.noun === 'object'
      ? []
      : [value]

const held = (value: Value, parts: readonly Held[]): Held | undefined => {
  if (value.kind === 'constant') return value
  if (value.kind === 'polynomial') {
    const [index, n] = [argumentOf(value), constantOf(value)]
    return index === undefined ? (n === undefined ? undefined : constant(atom(n))) : parts[index]
  }
  const [head, tail] = [held(value.head, parts), held(value.tail, parts)]
  return head && tail && pair(head, tail)
}

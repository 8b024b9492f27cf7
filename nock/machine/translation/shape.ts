import { type Cell, type Noun } from '../../noun.js'

/**
 * What a translated function takes for granted of its subject. Whatever is no constant comes as an argument of its
 * own, from the left to the right; a pair's cell need not exist.
 */
export type Shape = Any | Small | Constant | Pair<Shape>

export interface Any {
  readonly kind: 'any'
}

/** A number up to 2^53 - 1. */
export interface Small {
  readonly kind: 'small'
}

/** This very noun: the same object, so that one comparison of pointers tells. */
export interface Constant {
  readonly kind: 'constant'
  readonly noun: Noun
}

export interface Pair<Side> {
  readonly kind: 'pair'
  readonly head: Side
  readonly tail: Side
}

export const ANY: Any = { kind: 'any' }
export const SMALL: Small = { kind: 'small' }

export const constant = (noun: Noun): Constant => ({ kind: 'constant', noun })

export const pair = <Side>(head: Side, tail: Side): Pair<Side> => ({ kind: 'pair', head, tail })

/** The way from a subject to a part: `0` for each head, `1` for each tail. */
export type Way = string

/** A shape with another at a way; what was not looked into before is so from then on. */
export const placed = (shape: Shape, way: Way, part: Shape): Shape => {
  if (way === '') return part
  const { head, tail } = sidesOf(shape)
  const rest = way.slice(1)
  return way[0] === '1' ? pair(head, placed(tail, rest, part)) : pair(placed(head, rest, part), tail)
}

const sidesOf = (shape: Shape): { readonly head: Shape; readonly tail: Shape } => {
  if (shape.kind === 'pair') return shape
  if (shape.kind !== 'constant') return { head: ANY, tail: ANY }
  const { head, tail } = shape.noun as Cell
  return { head: constant(head), tail: constant(tail) }
}

/** What is an argument, from the left to the right, and the way to it. */
export const parameters = (shape: Shape, way: Way = ''): readonly (readonly [Way, Any | Small])[] => {
  switch (shape.kind) {
    case 'constant':
      return []
    case 'pair':
      return [...parameters(shape.head, way + '0'), ...parameters(shape.tail, way + '1')]
    default:
      return [[way, shape]]
  }
}

/** The part of a shape at a way, if it says that much. */
export const shapeAt = (shape: Shape, way: Way): Shape | undefined => {
  let here: Shape | undefined = shape
  for (const turn of way) {
    if (here.kind === 'pair') here = turn === '1' ? here.tail : here.head
    else if (here.kind === 'constant' && typeof here.noun === 'object')
      here = constant(turn === '1' ? here.noun.tail : here.noun.head)
    else return undefined
  }
  return here
}

/** The noun at a way, if there is one. */
export const nounAt = (noun: Noun, way: Way): Noun | undefined => {
  let here = noun
  for (const turn of way) {
    if (typeof here !== 'object') return undefined
    here = turn === '1' ? here.tail : here.head
  }
  return here
}

/** Do two shapes ask for the same? */
export const alike = (a: Shape, b: Shape): boolean => {
  if (a.kind === 'pair') return b.kind === 'pair' && alike(a.head, b.head) && alike(a.tail, b.tail)
  if (a.kind === 'constant') return b.kind === 'constant' && a.noun === b.noun
  return a.kind === b.kind
}

import { type Noun } from '../../noun.js'
import { type Shape } from './shape.js'

/**
 * A translated function has no product for its caller: it left in the middle, or something that it called did. Whatever
 * stands on JavaScript's stack is then written down, from the inside out, as the machine's own stacks hold it, and
 * the machine goes on from there.
 */
export const UNWOUND = Symbol('unwound')

/** A translation does not take this subject. */
export const MISS = Symbol('miss')

/** A formula's code as a JavaScript function, for subjects of one shape. */
export interface Translation {
  readonly shape: Shape
  /** The function: how deep JavaScript's stack is already, then the subject's parts as the shape has them. */
  readonly run: (depth: number, ...parts: Noun[]) => Noun | typeof UNWOUND
  /** Takes a subject apart and runs the function; MISS where it has not the shape. */
  readonly enter: (depth: number, subject: Noun) => Noun | typeof UNWOUND | typeof MISS
  /** The function as text, to look at. */
  readonly text: string
}

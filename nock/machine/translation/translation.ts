import { type Noun } from '../../noun.js'
import { type Shape } from './shape.js'
import { type MISS, type UNWOUND } from './unwinding.js'

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

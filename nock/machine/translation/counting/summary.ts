import { type Code } from '../../code.js'
import { type Shape } from '../shape.js'
import { type Decision, UNKNOWN } from './decision.js'

/** What a code gives, by its arguments: those parts of its subject that are no constants, from the left to the right. */
export interface Summary {
  /** The subject's, where it was looked into as well. */
  readonly shape: Shape
  readonly decision: Decision
  /** The arguments that must be atoms for it. */
  readonly atoms: ReadonlySet<number>
  /** Was it a loop, and all its turns were worked out at once? */
  readonly closed: boolean
}

/** Where a code's summary is to be had from, and for how much work still. */
export interface Summaries {
  summary(code: Code, shape: Shape): Summary
  /** Is there time for so much? */
  works(much: number): boolean
}

/** Of a code that nothing is known of. */
export const nothing = (shape: Shape): Summary => ({
  shape,
  decision: UNKNOWN,
  atoms: new Set(),
  closed: false,
})

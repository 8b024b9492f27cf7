import type { Arbitrary } from 'fast-check'
import { type Noun } from '../../nock/index.js'
import type { Draw } from '../draw.js'

/**
 * A gate of Hoon's standard library (kelvin 140, as Urbit's compiler made it; MIT licence) with the native code that
 * stands for it. A gate is `[formula sample context]`; it is an arm of a core of the library, and the context is that
 * core:
 *
 *     [7 [8 default [1 formula] 0 1] 11 [%fast 1 name [0 7] 0] 0 1]      the arm; what it gives is the gate
 *
 * The formula calls other gates out of the context, each by its axis in its core.
 */
export interface Gate {
  readonly name: string
  /** Of numbers and axes: one. Of bits, lists and hashes: two, whose context is one. */
  readonly core: 'one' | 'two'
  /** Of the arm, in that core. */
  readonly axis: number
  /** The formula that makes the sample that the gate has before it is called. */
  readonly sample: string
  readonly formula: string
  /**
   * The product for a sample; undefined leaves it to the formula, NEVER says that the formula never ends.
   */
  readonly run: (sample: Noun) => Noun | undefined | typeof NEVER
  /** Samples on which the formula mostly has a value. */
  readonly samples: (draw: Draw) => Arbitrary<Noun>
  /** For a formula that counts: a later point of its evaluation, as `Verifiable.resume` has it. */
  readonly later?: (sample: Noun) => Later | undefined
}

/** The part at `axis` of the gate's formula, on the gate with this sample, behind what it counts with by then. */
export interface Later {
  readonly axis: number
  readonly counter?: Noun
  readonly sample: Noun
}

/** The formula goes on for ever. */
export const NEVER = Symbol('never')

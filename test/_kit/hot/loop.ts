import { type Noun, atom, cell } from '../../../nock/noun.js'
import { below } from '../subjects.js'
import { type Counter } from './counters.js'
import { type Kind, type Place, part } from './scene.js'

/** A loop that is being made: a core `[battery sample context]` whose arms call each other until the counter ends. */
export interface Loop {
  /** What comes out. */
  readonly kind: Kind
  /** The arms, by their axes in the core. */
  readonly arms: readonly bigint[]
  readonly sample: Layout
  readonly counter: Counter
  readonly turns: number
  /** Where the core has the limit, other batteries that fit it, and gates. */
  readonly limit: bigint
  readonly batteries: readonly bigint[]
  readonly gates: readonly bigint[]
}

/** How the registers stand in the sample; the first one counts. */
export type Layout = Register | Fork

export interface Register {
  readonly index: number
  readonly kind: Kind
}

export interface Fork {
  readonly head: Layout
  readonly tail: Layout
}

const isFork = (layout: Layout): layout is Fork => 'head' in layout

/** The registers and their axes. */
export const registers = (layout: Layout, axis: bigint): readonly (Register & Place)[] =>
  isFork(layout)
    ? [...registers(layout.head, axis * 2n), ...registers(layout.tail, axis * 2n + 1n)]
    : [{ ...layout, axis }]

/** The noun in which each register has this. */
export const filled = (layout: Layout, of: (index: number) => Noun): Noun =>
  isFork(layout) ? cell(filled(layout.head, of), filled(layout.tail, of)) : of(layout.index)

/** A formula for a sample, given those for its registers; what stays as it is at `axis` is taken as a whole. */
export const sampleFrom = (layout: Layout, axis: bigint, changed: ReadonlyMap<number, Noun>): Noun => {
  if (registers(layout, 1n).every(({ index }) => !changed.has(index))) return part(axis)
  return isFork(layout)
    ? cell(sampleFrom(layout.head, axis * 2n, changed), sampleFrom(layout.tail, axis * 2n + 1n, changed))
    : changed.get(layout.index)!
}

/** Where the core has its parts. */
export const BATTERY = 2n
export const SAMPLE = 6n
export const CONTEXT = 7n

/** Where the core has its counter. */
export const counterAxis = (loop: Loop): bigint =>
  registers(loop.sample, SAMPLE).find(({ index }) => index === 0)!.axis

/** Whether this is the turn, for a subject that has the core at this axis. */
export const isAt = (loop: Loop, core: bigint, turn: number): Noun =>
  loop.counter.isAt(below(core, counterAxis(loop)), turn)

/** The axis of a core's part from the core's own. */
export const within = (core: bigint, axis: bigint): Noun => cell(0, atom(below(core, axis)))

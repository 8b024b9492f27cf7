import { type Noun, atom, cell } from '../../../nock/noun.js'
import { copyOf, sharedCopyOf, unsharedCopyOf } from '../../../runtime/verify/copies.js'
import { LEVELS, padded } from '../levels.js'
import { arm } from './arms.js'
import { type Choices } from './choices.js'
import { constant } from './constants.js'
import { along, counter } from './counters.js'
import { CONTEXT, type Layout, type Loop, type Register, SAMPLE, filled, registers } from './loop.js'
import { type Kind, type Place, type Scene, under } from './scene.js'

/** A core that loops: `[battery sample context]`, its first arm at `arm`. */
export interface Core {
  readonly arm: bigint
  readonly battery: Noun
  readonly sample: Noun
  /** `[limit batteries gates …]`, to which comes what it is used in. */
  readonly context: readonly Noun[]
  /** Another sample for the same battery. */
  readonly other: () => Noun
}

/**
 * Makes a core whose first arm takes so many turns to a noun of this kind.
 *
 * @param outside the scene of what its context ends in
 */
export const core = (c: Choices, kind: Kind, turns: number, outside: Scene): Core => {
  const arms = c.of(ARMS)
  const different = c.of([0, 0, 1, 2])
  const copies = different > 0 && c.oneIn(5) ? 8 : 0
  const walks = different > 0 && c.oneIn(4)
  const gates = c.below(3)
  const kinds = Array.from({ length: c.of([1, 2, 1, 3, 0]) }, () => c.of(REGISTERS))
  const counting = walks ? along(turns) : counter(c, turns)
  const extra = different + copies
  const rest = under(item(extra + gates, true), outside)
  const loop: Loop = {
    kind,
    arms,
    turns,
    counter: counting,
    sample: layout(
      c,
      [counting.kind, ...kinds].map((each, index) => ({ index, kind: each })),
    ),
    limit: item(0),
    batteries: Array.from({ length: extra }, (_, i) => item(i + 1)),
    gates: Array.from({ length: gates }, (_, i) => item(i + 1 + extra)),
  }
  const places: readonly Place[] = [
    ...registers(loop.sample, SAMPLE),
    ...loop.gates.map((axis) => ({ axis, kind: 'gate' as const })),
    ...rest.places,
  ]
  const made = (): Noun => joined(arms.map(() => copied(c, arm(c, loop, { places, core: 1n }))))
  const battery = made()
  const others = Array.from({ length: different }, made)
  const all = [
    ...others,
    ...Array.from({ length: copies }, (_, i) => copyOf(i % 2 === 0 ? battery : others[0]!)),
  ]
  const first = (index: number): Noun =>
    index === 0
      ? counting.first(all)
      : kinds[index - 1] === 'battery'
        ? battery
        : constant(c, kinds[index - 1]!)
  return {
    arm: arms[0]!,
    battery,
    sample: filled(loop.sample, first),
    context: [counting.limit, ...all, ...loop.gates.map(() => constant(c, 'gate'))],
    other: () => filled(loop.sample, (index) => (index === 0 ? first(0) : constant(c, c.of(REGISTERS)))),
  }
}

/** The axes of the arms, for one, two and three. */
const ARMS: readonly (readonly bigint[])[] = [[2n], [2n], [4n, 5n], [5n, 4n], [4n, 10n, 11n]]

const REGISTERS: readonly Kind[] = ['atom', 'noun', 'list', 'loobean', 'gate', 'atom', 'noun', 'battery']

/** The arms as a battery, in the order of their axes. */
const joined = (arms: readonly Noun[]): Noun => {
  const [first, second, third] = arms as [Noun, ...Noun[]]
  return second === undefined ? first : third === undefined ? cell(first, second) : cell(first, second, third)
}

/** The axis in a core of an item of its context, or of all from there on. */
const item = (index: number, all = false): bigint => {
  let axis = CONTEXT
  for (let i = 0; i < index; i++) axis = axis * 2n + 1n
  return all ? axis * 2n + 1n : axis * 2n
}

const layout = (c: Choices, items: readonly Register[]): Layout => {
  if (items.length === 1) return items[0]!
  const split = 1 + c.below(items.length - 1)
  const [head, tail] = [layout(c, items.slice(0, split)), layout(c, items.slice(split))]
  return c.below(2) === 0 ? { head, tail } : { head: tail, tail: head }
}

/** The same code in other cells: some shared, or none, or with more around it. */
const copied = (c: Choices, code: Noun): Noun =>
  c.way(
    [12, () => code],
    [2, () => sharedCopyOf(code)],
    [2, () => unsharedCopyOf(code, 10_000) ?? code],
    [1, () => padded(code, c.below(60), [c.below(LEVELS.length), c.below(LEVELS.length)])],
    [1, () => cell(6, cell(1, 0), code, padded(code, 600, [c.below(LEVELS.length)]))],
  )

/** A formula for `[9 arm core]`, given one for what the context ends in. */
export const run = (c: Choices, { arm, battery, sample, context }: Core, outside: Noun): Noun => {
  const [b, s] = [cell(1, battery), cell(1, sample)]
  const all = context.reduceRight<Noun>((rest, each) => cell(cell(1, each), rest), outside)
  const inBattery = BigInt('0b1' + arm.toString(2).slice(2))
  return c.way(
    [6, () => cell(9, atom(arm), b, s, all)],
    [1, () => cell(8, cell(b, s, all), 9, atom(arm), 0, 2)],
    [1, () => cell(2, cell(b, s, all), 7, b, 0, atom(inBattery))],
    [1, () => cell(9, atom(arm), 10, cell(6, s), b, cell(1, 0), all)],
    [1, () => cell(9, atom(arm), 10, cell(2, b), cell(1, 0), s, all)],
  )
}

import { type Noun, atom, cell } from '../../../nock/noun.js'
import { below } from '../subjects.js'
import { type Choices } from './choices.js'
import { expression } from './expressions.js'
import {
  BATTERY,
  CONTEXT,
  type Loop,
  SAMPLE,
  counterAxis,
  isAt,
  registers,
  sampleFrom,
  within,
} from './loop.js'
import { mishap, stranger } from './mishaps.js'
import { type Kind, type Scene } from './scene.js'

/** Calls an arm of the loop's next core; the scene has the core of now. */
export const call = (c: Choices, loop: Loop, scene: Scene): Noun => {
  const core = scene.core!
  const arm = c.of(loop.arms)
  const battery = nextBattery(c, loop, scene)
  const same = battery === undefined
  const b = battery ?? within(core, BATTERY)
  const changed = changes(c, loop, scene)
  const sample = sampleFrom(loop.sample, below(core, SAMPLE), changed)
  const context = within(core, CONTEXT)
  const next = cell(b, sample, context)
  const number = atom(arm)
  const code = same ? within(core, arm) : cell(7, b, 0, atom(inner(arm)))
  return c.way(
    [8, () => cell(9, number, next)],
    [6, () => cell(9, number, edits(loop, core, battery, changed))],
    [
      2,
      () =>
        cell(
          9,
          number,
          10,
          cell(6, sample),
          same ? within(core, 1n) : cell(10, cell(2, b), within(core, 1n)),
        ),
    ],
    [3, () => cell(2, next, code)],
    [1, () => cell(7, next, 2, cell(0, 1), 0, number)],
    [2, () => cell(7, next, 9, number, 0, 1)],
    [2, () => cell(8, next, 9, number, 0, 2)],
    [
      1,
      () => cell(8, sample, 9, number, cell(7, cell(0, 3), b), cell(0, 2), within(below(3n, core), CONTEXT)),
    ],
    [1, () => cell(9, number, 7, cell(0, 1), next)],
    [1, () => cell(9, number, 11, 1, next)],
    // a core or an arm chosen by a test
    [1, () => cell(9, number, 6, test(c, loop, scene), next, edits(loop, core, battery, changed))],
    [1, () => cell(2, next, 6, test(c, loop, scene), code, same ? within(core, c.of(loop.arms)) : code)],
    [1, () => cell(6, test(c, loop, scene), cell(9, number, next), 9, atom(c.of(loop.arms)), next)],
    // the seventh call in a row of rules 7 and 8
    [
      1,
      () => {
        let formula = cell(9, number, next)
        for (let i = c.below(8); i > 0; i--) {
          formula =
            c.below(2) === 0 ? cell(7, cell(0, 1), formula) : cell(8, cell(1, i), 7, cell(0, 3), formula)
        }
        return formula
      },
    ],
  )
}

/** Something to decide by, as it comes or at one turn. */
const test = (c: Choices, loop: Loop, scene: Scene): Noun =>
  c.below(2) === 0 ? isAt(loop, scene.core!, c.below(loop.turns + 1)) : expression(c, scene, 'loobean', 1)

/** At one turn the one, otherwise the other. */
const once = (c: Choices, loop: Loop, scene: Scene, then: Noun, otherwise: Noun): Noun =>
  cell(6, isAt(loop, scene.core!, c.below(loop.turns + 1)), then, otherwise)

/** The registers that change, and the formulas for what they become. */
const changes = (c: Choices, loop: Loop, scene: Scene): ReadonlyMap<number, Noun> => {
  const changed = new Map<number, Noun>()
  for (const { index, kind } of registers(loop.sample, 1n)) {
    if (index === 0) {
      const next = loop.counter.next(below(scene.core!, counterAxis(loop)))
      changed.set(0, next)
      if (c.oneIn(60)) changed.set(0, once(c, loop, scene, unusual(c, scene, loop.counter.kind), next))
      if (c.oneIn(300)) changed.delete(0)
    } else if (!c.oneIn(4)) {
      const next = expression(c, scene, kind, c.of([1, 1, 0, 2]))
      changed.set(index, c.oneIn(8) ? once(c, loop, scene, unusual(c, scene, kind), next) : next)
    }
  }
  return changed
}

const unusual = (c: Choices, scene: Scene, kind: Kind): Noun =>
  c.way([3, () => stranger(c, scene, kind)], [1, () => mishap(c, scene)])

/** The core of now with edits in it. */
const edits = (
  loop: Loop,
  core: bigint,
  battery: Noun | undefined,
  changed: ReadonlyMap<number, Noun>,
): Noun => {
  let edited = within(core, 1n)
  for (const { index, axis } of registers(loop.sample, SAMPLE)) {
    const formula = changed.get(index)
    if (formula !== undefined) edited = cell(10, cell(atom(axis), formula), edited)
  }
  return battery === undefined ? edited : cell(10, cell(2, battery), edited)
}

/** A formula for another battery than the one of now, or undefined where it stays. */
const nextBattery = (c: Choices, loop: Loop, scene: Scene): Noun | undefined => {
  const core = scene.core!
  const same = within(core, BATTERY)
  const inSample = registers(loop.sample, SAMPLE).filter(({ kind }) => kind === 'battery')
  const others = [...loop.batteries, ...inSample.map(({ axis }) => axis)]
  const along = loop.counter.battery?.(counterAxis(loop))
  if (along !== undefined && !c.oneIn(4)) return within(core, along)
  const other = (): Noun => (others.length > 0 ? within(core, c.of(others)) : same)
  return c.way<Noun | undefined>(
    [24, () => undefined],
    [3, () => other()],
    [3, () => once(c, loop, scene, other(), same)],
    [1, () => cell(6, expression(c, scene, 'loobean', 1), other(), same)],
    // an equal battery of another cell
    [2, () => cell(within(core, 4n), within(core, 5n))],
    // the arms exchanged, or one of them changed
    [1, () => (loop.arms.length === 2 ? cell(within(core, 5n), within(core, 4n)) : undefined)],
    [1, () => once(c, loop, scene, cell(10, cell(atom(inner(c.of(loop.arms))), 1, 1, 7), same), same)],
    // what it ends with, [1 x], is new in each turn
    [
      1,
      () =>
        cell(
          10,
          cell(atom(below(inner(c.of(loop.arms)), 14n)), cell(1, 1), expression(c, scene, loop.kind, 1)),
          same,
        ),
    ],
    [1, () => once(c, loop, scene, stranger(c, scene, 'battery'), same)],
    // compared before it is used, which may make one of two
    [1, () => cell(6, cell(5, same, other()), same, same)],
  )
}

/** The axis in the battery of an arm, from its axis in the core. */
const inner = (arm: bigint): bigint => BigInt('0b1' + arm.toString(2).slice(2))

import { type Noun, atom, cell } from '../../../nock/noun.js'
import { type Choices } from '../hot/choices.js'
import { anyAtom } from '../hot/constants.js'
import { type Layout, filled, registers, sampleFrom } from '../hot/loop.js'
import { part } from '../hot/scene.js'
import { below } from '../subjects.js'
import { ofOne, ofTwo } from './programs.js'

/** A formula that counts, for a subject that has atoms at these axes; in its turns such loops again, so deep. */
export const countingLoop = (c: Choices, given: readonly bigint[], depth: number): Noun => {
  const layout = layoutOf(c, 1 + c.of([0, 1, 1, 2, 3]))
  const own = registers(layout, 6n).map(({ axis }) => axis)
  const outer = given.map((axis) => below(7n, axis))
  const counter = own[0]!
  const limit = c.way(
    [5, () => part(c.of(outer))],
    [1, () => cell(1, c.below(9))],
    [1, () => operand(c, own)],
  )
  const scene: Scene = { own, all: [...own, ...outer], depth }

  const done = product(c, scene)
  const on = again(c, layout, scene)
  const ended = twisted(c, cell(5, c.way([5, () => part(counter)], [2, () => cell(4, part(counter))]), limit))
  const body = c.way(
    [6, () => cell(6, ended, done, on)],
    [2, () => cell(6, cell(6, ended, cell(1, 1), 1, 0), on, done)],
    [2, () => cell(6, ended, done, 6, equality(c, scene), product(c, scene), on)],
    [2, () => cell(6, equality(c, scene), product(c, scene), 6, ended, done, on)],
    [1, () => cell(6, cell(6, ended, cell(1, 0), equality(c, scene)), done, on)],
    [1, () => cell(8, ended, 6, cell(0, 2), cell(7, cell(0, 3), done), 7, cell(0, 3), on)],
    [1, () => cell(6, cell(3, 0, atom(c.of(own))), cell(0, atom(c.of(own))), 6, ended, done, on)],
  )
  const first = filled(layout, (index) =>
    index === 0
      ? c.way([4, () => cell(1, c.below(3))], [2, () => part(c.of(given))], [1, () => cell(1, anyAtom(c))])
      : operand(c, given),
  )
  return c.way(
    [3, () => cell(9, 2, cell(1, body), first, 0, 1)],
    [2, () => cell(8, first, 8, cell(1, body), 9, 2, 0, 1)],
    [1, () => cell(8, cell(cell(1, body), first, 0, 1), 9, 2, 0, 2)],
    [1, () => cell(7, cell(cell(1, body), first, 0, 1), 2, cell(0, 1), 0, 2)],
  )
}

interface Scene {
  /** The axes of the atoms that it counts with, and of all there are. */
  readonly own: readonly bigint[]
  readonly all: readonly bigint[]
  readonly depth: number
}

const layoutOf = (c: Choices, size: number, from = 0): Layout => {
  if (size === 1) return { index: from, kind: 'atom' }
  const split = 1 + c.below(size - 1)
  return { head: layoutOf(c, split, from), tail: layoutOf(c, size - split, from + split) }
}

/** An atom that is there, or is a constant, or one or two more than that. */
const operand = (c: Choices, axes: readonly bigint[]): Noun =>
  c.way(
    [8, () => part(c.of(axes))],
    [2, () => cell(1, c.below(4))],
    [1, () => cell(1, anyAtom(c))],
    [2, () => cell(4, part(c.of(axes)))],
    [1, () => cell(4, 4, part(c.of(axes)))],
  )

const equality = (c: Choices, { all }: Scene): Noun => twisted(c, cell(5, operand(c, all), operand(c, all)))

/** The same test, `[5 b c]`, in other ways. */
const twisted = (c: Choices, test: Noun): Noun => {
  const [b, d] =
    typeof test === 'object' && typeof test.tail === 'object' ? [test.tail.head, test.tail.tail] : [0, 0]
  return c.way(
    [6, () => test],
    [3, () => cell(5, d, b)],
    [1, () => cell(5, cell(4, b), 4, d)],
    [1, () => cell(5, cell(b, 1, 0), d, 1, 0)],
    [1, () => cell(6, test, cell(1, 0), 1, 1)],
    [1, () => cell(7, cell(b, d), 5, cell(0, 2), 0, 3)],
  )
}

/** What an atom comes to in a turn. */
const next = (c: Choices, axis: bigint, scene: Scene): Noun => {
  const r = part(axis)
  const other = (): Noun => operand(c, scene.all)
  return c.way(
    [10, () => cell(4, r)],
    [3, () => r],
    [3, () => cell(4, 4, r)],
    [1, () => cell(4, 4, 4, r)],
    [3, () => cell(7, r, c.of(ofOne))],
    [3, () => cell(7, cell(other(), r), c.of(ofTwo))],
    [1, () => cell(7, cell(r, other()), c.of(ofTwo))],
    [2, () => other()],
    [1, () => cell(6, equality(c, scene), cell(4, r), r)],
    [1, () => cell(6, equality(c, scene), cell(0, 0), 4, r)],
    // a cell for a turn or two, and an atom again
    [1, () => cell(6, cell(3, r), part(axis * 2n), 6, equality(c, scene), cell(r, 1, 0), 4, r)],
    [2, () => inner(c, scene, axis)],
  )
}

/** A loop within the loop, on atoms of its core. */
const inner = (c: Choices, { all, depth }: Scene, axis: bigint): Noun =>
  depth === 0
    ? cell(4, part(axis))
    : c.way(
        [2, () => countingLoop(c, all, depth - 1)],
        [1, () => cell(7, cell(part(axis), part(c.of(all))), countingLoop(c, [2n, 3n], depth - 1))],
      )

/** The next turn; of the counter nearly always one more. */
const again = (c: Choices, layout: Layout, scene: Scene): Noun => {
  const changes = new Map<number, Noun>()
  for (const { index, axis } of registers(layout, 6n)) {
    if (index === 0) changes.set(index, c.oneIn(5) ? next(c, axis, scene) : cell(4, part(axis)))
    else if (!c.oneIn(4)) changes.set(index, next(c, axis, scene))
  }
  const sample = sampleFrom(layout, 6n, changes)
  let edited: Noun = cell(0, 1)
  for (const { index, axis } of registers(layout, 6n)) {
    const change = changes.get(index)
    if (change !== undefined) edited = cell(10, cell(atom(axis), change), edited)
  }
  const core = cell(cell(0, 2), sample, 0, 7)
  const call = c.way(
    [4, () => cell(9, 2, core)],
    [3, () => cell(9, 2, edited)],
    [1, () => cell(9, 2, 10, cell(6, sample), 0, 1)],
    [1, () => cell(2, core, 0, 2)],
    [1, () => cell(7, core, 9, 2, 0, 1)],
    [1, () => cell(8, core, 9, 2, 0, 2)],
  )
  return c.way(
    [12, () => call],
    [1, () => cell(4, call)],
    [1, () => cell(8, call, 0, 2)],
    [1, () => cell(7, call, 0, 1)],
    [1, () => cell(11, 1, call)],
    [1, () => cell(6, equality(c, scene), call, cell(9, 2, core))],
  )
}

const product = (c: Choices, scene: Scene): Noun =>
  c.way(
    [6, () => part(c.of(scene.own))],
    [3, () => operand(c, scene.all)],
    [3, () => cell(operand(c, scene.all), operand(c, scene.all))],
    [2, () => cell(1, c.below(2))],
    [1, () => equality(c, scene)],
    [1, () => cell(7, operand(c, scene.own), c.of(ofOne))],
    [1, () => cell(7, cell(operand(c, scene.all), operand(c, scene.all)), c.of(ofTwo))],
    [1, () => cell(1, 0, 7)],
    [1, () => cell(4, 0, 6)],
    [1, () => cell(0, 0)],
    [1, () => cell(6, part(c.of(scene.own)), cell(1, 7), 1, 8)],
    [1, () => cell(0, 1)],
  )

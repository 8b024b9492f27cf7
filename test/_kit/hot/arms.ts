import { type Noun, cell } from '../../../nock/noun.js'
import { call } from './calls.js'
import { type Choices } from './choices.js'
import { anyAtom } from './constants.js'
import { expression } from './expressions.js'
import { type Loop, counterAxis, isAt } from './loop.js'
import { mishap } from './mishaps.js'
import { type Kind, type Scene, pushed } from './scene.js'

/** The code of an arm: done when the counter has ended, else another turn. */
export const arm = (c: Choices, loop: Loop, scene: Scene): Noun => {
  const ended = loop.counter.ended(counterAxis(loop), loop.limit)
  const done = expression(c, scene, loop.kind, 1)
  const on = sometimes(c, loop, scene, turn(c, loop, scene, c.of([0, 0, 1, 2])))
  return c.way(
    [8, () => cell(6, ended, done, on)],
    [1, () => cell(6, cell(6, ended, cell(1, 1), 1, 0), on, done)],
    [1, () => cell(8, ended, 6, cell(0, 2), cell(7, cell(0, 3), done), 7, cell(0, 3), on)],
    [1, () => cell(7, cell(0, 1), 6, ended, done, on)],
  )
}

/** At one turn, and that turn alone, something else than to go on. */
const sometimes = (c: Choices, loop: Loop, scene: Scene, on: Noun): Noun => {
  if (!c.oneIn(5)) return on
  const other = c.below(3) === 0 ? expression(c, scene, loop.kind, 1) : mishap(c, scene)
  return cell(6, isAt(loop, scene.core!, c.below(loop.turns + 1)), other, on)
}

/** A turn: a call, or something around it, within it, or before it. */
const turn = (c: Choices, loop: Loop, scene: Scene, depth: number): Noun => {
  if (depth <= 0 || scene.core === undefined) return call(c, loop, scene)
  const inner = (where = scene): Noun => turn(c, loop, where, depth - 1)
  const value = (kind: Kind = loop.kind, where = scene): Noun => expression(c, where, kind, 1)
  return c.way(
    [4, () => inner()],
    [8, () => around(c, loop, scene, inner())],
    [4, () => cell(6, value('loobean'), inner(), inner())],
    [
      3,
      () => {
        const kind = c.of<Kind>(['atom', 'noun', 'list', 'loobean'])
        return cell(8, value(kind), inner(pushed(scene, kind)))
      },
    ],
    [
      2,
      () => {
        return cell(7, cell(value('atom'), 0, 1), inner(pushed(scene, 'atom')))
      },
    ],
    [2, () => cell(7, cell(0, 1), inner())],
    [1, () => cell(2, cell(0, 1), 1, inner())],
    [1, () => cell(11, anyAtom(c), inner())],
    [1, () => cell(11, cell(anyAtom(c), value('noun')), inner())],
  )
}

/** What a turn may do with the product of the next one, so that the call is not its last deed. */
const around = (c: Choices, loop: Loop, scene: Scene, next: Noun): Noun => {
  const { kind } = loop
  const value = (wanted: Kind = kind, where = scene): Noun => expression(c, where, wanted, 1)
  const any = [
    [1, () => cell(7, next, 0, 1)],
    [1, () => cell(8, next, 0, 2)],
    [2, () => cell(8, next, value(kind, pushed(scene, kind)))],
    [1, () => cell(7, cell(next, value('noun')), 0, 2)],
    [1, () => cell(7, cell(value('noun'), next), 0, 3)],
    [1, () => cell(7, cell(10, cell(2, next), value('noun'), 0, 1), 0, 2)],
    [1, () => cell(7, cell(10, cell(1, value('noun')), next), value())],
    [1, () => cell(11, cell(1, next), value())],
    [1, () => cell(2, next, 1, 0, 1)],
    [1, () => cell(6, cell(3, next), value(), value())],
    [1, () => cell(6, cell(5, next, value('noun')), value(), value())],
    [1, () => cell(2, cell(0, 1), 7, cell(next, 1, 0), 1, value())],
  ] as const
  switch (kind) {
    case 'atom':
      return c.way(
        [6, () => cell(4, next)],
        [2, () => cell(8, next, 6, cell(5, cell(0, 2), 1, c.below(30)), cell(4, 0, 2), 0, 2)],
        [1, () => cell(6, cell(5, next, 1, 0), value(), value())],
        [1, () => cell(7, cell(next, value()), 6, cell(5, cell(0, 2), 0, 3), cell(0, 3), 4, 0, 2)],
        ...any,
      )
    case 'loobean':
      return c.way(
        [4, () => cell(6, next, cell(1, 1), 1, 0)],
        [2, () => cell(6, next, value(), value())],
        ...any,
      )
    case 'list':
      return c.way([8, () => cell(value('noun'), next)], ...any)
    default:
      return c.way(
        [5, () => cell(value('noun'), next)],
        [4, () => cell(next, value('noun'))],
        [1, () => cell(next, 0, 1)],
        ...any,
      )
  }
}

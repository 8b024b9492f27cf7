import { arithmetic } from '../../../jets/arithmetic/index.js'
import { type Noun, atom, cell, isCell } from '../../../nock/noun.js'
import { D } from '../programs.js'
import { type Choices } from './choices.js'
import { anyAtom, constant } from './constants.js'
import { type Kind, type Scene, fitting, part, pushed, under } from './scene.js'

/** A formula for a noun of this kind, with so many rules within each other. */
export const expression = (c: Choices, scene: Scene, kind: Kind, depth: number): Noun => {
  if (depth <= 0) return leaf(c, scene, kind)
  const inner = (wanted = kind, where = scene): Noun => expression(c, where, wanted, depth - 1)
  return c.way(
    [16, () => leaf(c, scene, kind)],
    [14, () => own(c, scene, kind, depth)],
    [3, () => cell(6, inner('loobean'), inner(), inner())],
    [2, () => cell(7, cell(0, 1), inner())],
    [3, () => within(c, scene, depth, (formula, inside) => cell(7, formula, inner(kind, inside)))],
    [
      3,
      () => {
        const front = c.of(KINDS)
        return cell(8, inner(front), inner(kind, pushed(scene, front)))
      },
    ],
    // rule 2: the formula as it is, or made cell by cell, or chosen
    [2, () => within(c, scene, depth, (formula, inside) => cell(2, formula, made(c, inner(kind, inside))))],
    [1, () => cell(2, cell(0, 1), 6, inner('loobean'), cell(1, inner()), 1, inner())],
    // a gate made and called, as a core or as Hoon does
    [
      2,
      () => {
        const sample = c.of(KINDS)
        const outer = under(7n, scene)
        const body = inner(kind, { ...outer, places: [{ axis: 6n, kind: sample }, ...outer.places] })
        return c.below(2) === 0
          ? cell(9, 2, cell(1, body), inner(sample), 0, 1)
          : cell(
              8,
              cell(cell(1, body), cell(1, 0), 0, 1),
              9,
              2,
              10,
              cell(6, cell(7, cell(0, 3), inner(sample))),
              0,
              2,
            )
      },
    ],
    // an edit in place, of what is of the same kind before and after
    [
      2,
      () => {
        const place = c.of(scene.places.filter((each) => each.kind !== 'battery'))
        if (place === undefined) return leaf(c, scene, kind)
        return cell(7, cell(10, cell(atom(place.axis), inner(place.kind)), 0, 1), inner())
      },
    ],
    [1, () => cell(7, cell(10, cell(2, inner()), inner('noun'), inner('noun')), 0, 2)],
    [1, () => cell(10, cell(1, inner()), inner('noun'))],
    // what nobody looks at
    [1, () => cell(7, cell(inner(), inner('noun')), 0, 2)],
    [1, () => cell(7, cell(inner('noun'), inner()), 0, 3)],
    [1, () => cell(8, inner('noun'), 7, cell(0, 3), inner())],
    [1, () => cell(11, anyAtom(c), inner())],
    [1, () => cell(11, cell(anyAtom(c), inner('noun')), inner())],
  )
}

const KINDS: readonly Kind[] = ['atom', 'noun', 'loobean', 'list', 'gate']

/** A part of the subject, or a constant. */
const leaf = (c: Choices, scene: Scene, kind: Kind): Noun => {
  const places = fitting(scene, kind)
  return places.length > 0 && !c.oneIn(4) ? part(c.of(places).axis) : cell(1, constant(c, kind))
}

/** What only this kind has. */
const own = (c: Choices, scene: Scene, kind: Kind, depth: number): Noun => {
  const inner = (wanted: Kind): Noun => expression(c, scene, wanted, depth - 1)
  switch (kind) {
    case 'atom':
      return c.way(
        [8, () => cell(4, inner('atom'))],
        [1, () => cell(4, 4, inner('atom'))],
        [3, () => callOfGate(c, inner)],
        [1, () => cell(7, cell(1, 1 + c.below(8)), D.formula)],
        [1, () => cell(7, cell(1, c.below(4), c.below(4)), c.of(arithmetic).formula)],
        [1, () => cell(2, cell(1, 1 + c.below(4), 1 + c.below(4)), 1, c.of(arithmetic).formula)],
        [1, () => cell(6, cell(3, inner('noun')), inner('atom'), inner('atom'))],
        [1, () => inner('loobean')],
      )
    case 'loobean':
      return c.way(
        [3, () => cell(3, inner('noun'))],
        [3, () => cell(5, inner('atom'), inner('atom'))],
        [2, () => cell(5, inner('noun'), inner('noun'))],
        [1, () => cell(5, cell(0, 1), 0, 1)],
        [
          1,
          () => {
            const twice = inner('noun')
            return cell(5, twice, twice)
          },
        ],
        [2, () => cell(6, inner('loobean'), cell(1, 1), 1, 0)],
      )
    case 'list':
      return c.way(
        [3, () => cell(inner('noun'), inner('list'))],
        [
          2,
          () => {
            const of = inner('list')
            return cell(6, cell(3, of), cell(7, of, 0, 3), of)
          },
        ],
      )
    case 'noun':
      return c.way(
        [5, () => cell(inner('noun'), inner('noun'))],
        [1, () => cell(0, 1)],
        [1, () => inner('list')],
        [4, () => inner('atom')],
        [1, () => inner('gate')],
        [1, () => cell(inner('atom'), inner('atom'), inner('atom'))],
      )
    case 'gate':
    case 'battery':
      return leaf(c, scene, kind)
  }
}

/** Calls a gate that is somewhere in the subject, or a constant. */
const callOfGate = (c: Choices, inner: (kind: Kind) => Noun): Noun => {
  const gate = inner('gate')
  const sample = inner('atom')
  return c.way(
    [2, () => cell(9, 2, 10, cell(6, sample), gate)],
    [1, () => cell(8, gate, 9, 2, 10, cell(6, cell(7, cell(0, 3), sample)), 0, 2)],
    [1, () => cell(2, cell(10, cell(6, sample), gate), 7, gate, 0, 2)],
    [1, () => cell(9, 2, cell(7, gate, 0, 2), sample, 7, gate, 0, 7)],
    [1, () => cell(7, cell(sample, gate), 9, 2, cell(0, 6), cell(0, 2), 0, 15)],
  )
}

/** Puts a few things together into a new subject; the old one comes along, or does not. */
const within = (
  c: Choices,
  scene: Scene,
  depth: number,
  use: (formula: Noun, inside: Scene) => Noun,
): Noun => {
  const [a, b] = [c.of(KINDS), c.of(KINDS)]
  const [first, second] = [expression(c, scene, a, depth - 1), expression(c, scene, b, depth - 1)]
  const places = [
    { axis: 2n, kind: a },
    { axis: 6n, kind: b },
  ]
  if (c.below(2) === 0) {
    const outer = under(7n, scene)
    return use(cell(first, second, 0, 1), { core: outer.core, places: [...places, ...outer.places] })
  }
  return use(cell(first, second), { core: undefined, places: [places[0]!, { axis: 3n, kind: b }] })
}

/** A formula that makes this formula: as a constant, or its first cells put together. */
const made = (c: Choices, formula: Noun): Noun => {
  const put = (noun: Noun, levels: number): Noun =>
    levels > 0 && isCell(noun) ? cell(put(noun.head, levels - 1), put(noun.tail, levels - 1)) : cell(1, noun)
  return put(formula, c.below(4))
}

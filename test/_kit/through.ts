import { fc } from '@fast-check/vitest'

import { type Noun, atom, cell, isCell } from '../../nock/noun.js'
import {
  type Fitted,
  type Kinds,
  type Sketch,
  type Sketches,
  choice,
  edited,
  fitted,
  here,
  quote,
} from './sketch.js'
import { HOLE, atoms, axes, below, bury, deepAxes, find, trees } from './subjects.js'

/**
 * The ways through rules 2 and 6 to 11 to a product of some kind, given sketches of that kind.
 *
 * @param of what is to come out
 * @param kinds for what is needed on the way
 */
export const through = (of: Sketches, { noun, loobean }: Kinds): fc.WeightedArbitrary<Sketch>[] => [
  // [6 b c d]
  { weight: 4, arbitrary: here([loobean, of, of], choice) },

  // [7 b c] and [8 b c]
  {
    weight: 3,
    arbitrary: fc.tuple(noun, of).map(([first, then]) => (subject) => {
      const b = first(subject)
      const c = then(b.product)
      return fitted(cell(7, b.formula, c.formula), c.product)
    }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(noun, of).map(([push, then]) => (subject) => {
      const b = push(subject)
      const c = then(cell(b.product, subject))
      return fitted(cell(8, b.formula, c.formula), c.product)
    }),
  },

  // [2 b c], where c gives the formula as a constant or makes it
  {
    weight: 2,
    arbitrary: fc.tuple(noun, of, fc.nat(15)).map(([inner, code, bits]) => (subject) => {
      const b = inner(subject)
      const c = code(b.product)
      return fitted(cell(2, b.formula, making(c.formula, bits)), c.product)
    }),
  },
  // [2 b 6 t [1 c] 1 d], the formula chosen by a test
  {
    weight: 1,
    arbitrary: fc.tuple(noun, loobean, of, of).map(([inner, test, yes, no]) => (subject) => {
      const b = inner(subject)
      const t = test(subject)
      const [c, d] = [yes(b.product), no(b.product)]
      const product = choice(t, c, d).product
      return fitted(cell(2, b.formula, choice(t, quote(c.formula), quote(d.formula)).formula), product)
    }),
  },
  // [8 [1 c] 2 b 0 2], the formula found in the subject
  {
    weight: 1,
    arbitrary: fc.tuple(noun, of).map(([inner, code]) => (subject) => {
      const b = inner(cell(HOLE, subject))
      const c = code(b.product)
      return fitted(cell(8, cell(1, c.formula), 2, b.formula, 0, 2), c.product)
    }),
  },

  // [9 2 [1 battery] sample 0 1], a core made and called
  {
    weight: 3,
    arbitrary: fc.tuple(noun, of).map(([sample, body]) => (subject) => {
      const s = sample(subject)
      const code = body(cell(HOLE, s.product, subject))
      return fitted(cell(9, 2, cell(1, code.formula), s.formula, 0, 1), code.product)
    }),
  },
  // [8 gate 9 2 10 [6 sample] 0 2], a gate in the subject called as Hoon does
  {
    weight: 2,
    arbitrary: fc.tuple(trees, noun, of).map(([bunt, sample, body]) => (subject) => {
      const s = sample(cell(cell(HOLE, bunt, subject), subject))
      const code = body(cell(HOLE, s.product, subject))
      const gate = cell(cell(1, code.formula), cell(1, bunt), 0, 1)
      return fitted(cell(8, gate, 9, 2, 10, cell(6, s.formula), 0, 2), code.product)
    }),
  },
  // [9 2 10 [2 1 battery] core], the battery of a core edited
  {
    weight: 1,
    arbitrary: fc.tuple(noun, of).map(([sample, body]) => (subject) => {
      const s = sample(subject)
      const code = body(cell(HOLE, s.product, subject))
      const core = cell(cell(1, 0, 0), s.formula, 0, 1)
      return fitted(cell(9, 2, 10, cell(2, 1, code.formula), core), code.product)
    }),
  },
  // [9 4 [1 [8 [9 5 0 1] c] d] sample 0 1], an arm that calls another
  {
    weight: 1,
    arbitrary: fc.tuple(noun, noun, of).map(([sample, called, body]) => (subject) => {
      const s = sample(subject)
      const core = cell(HOLE, s.product, subject)
      const second = called(core)
      const first = body(cell(second.product, core))
      const battery = cell(cell(8, cell(9, 5, 0, 1), first.formula), second.formula)
      return fitted(cell(9, 4, cell(1, battery), s.formula, 0, 1), first.product)
    }),
  },
  // [9 b [1 deep] 0 1], an arm far down
  {
    weight: 1,
    arbitrary: fc.tuple(deepAxes, of).map(([axis, body]) => (subject) => {
      const code = body(cell(bury(axis, HOLE), subject))
      const core = cell(cell(1, bury(axis, code.formula)), 0, 1)
      return fitted(cell(9, atom(below(2n, axis)), core), code.product)
    }),
  },

  // [10 [1 b] c], all of it edited
  { weight: 1, arbitrary: here([of, noun], (value, target) => edited(1n, value, target)) },
  // [7 [10 [b c] d] 0 b], a part put in and taken out again
  {
    weight: 1,
    arbitrary: fc.tuple(axes, of, noun).map(([way, value, target]) => (subject) => {
      const t = target(subject)
      return putAndTaken(find(t.product, way).axis, value(subject), t)
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(deepAxes, trees, of).map(
      ([axis, part, value]) =>
        (subject) =>
          putAndTaken(axis, value(subject), quote(bury(axis, part))),
    ),
  },

  // [11 b c] and [11 [b c] d]
  {
    weight: 1,
    arbitrary: fc.tuple(atoms, of).map(([hint, then]) => (subject) => {
      const d = then(subject)
      return fitted(cell(11, hint, d.formula), d.product)
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(trees, noun, of).map(([tag, clue, then]) => (subject) => {
      const d = then(subject)
      return fitted(cell(11, cell(tag, clue(subject).formula), d.formula), d.product)
    }),
  },
]

/** A formula that makes this formula: its cells by autocons as deep as `bits` go, constants below. */
const making = (formula: Noun, bits: number): Noun =>
  bits > 0 && isCell(formula)
    ? cell(making(formula.head, bits >> 1), making(formula.tail, bits >> 1))
    : cell(1, formula)

const putAndTaken = (axis: bigint, value: Fitted, target: Fitted): Fitted =>
  fitted(cell(7, edited(axis, value, target).formula, 0, atom(axis)), value.product)

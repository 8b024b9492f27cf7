import { fc } from '@fast-check/vitest'

import { type Noun, atom, cell } from '../../nock/noun.js'
import { aroundAtom, aroundNoun, folds, loops, runs } from './loops.js'
import * as programs from './programs.js'
import { type Kinds, type Sketch, type Sketches, above, constant, edited } from './sketch.js'
import { fitted, here, isIt, pair, part, partIf, quote, same } from './sketch.js'
import { atoms, axes, below, find, isList, isSmall, lists, near, replace, small, trees } from './subjects.js'
import { through } from './through.js'

/** What no rule takes, or not in this form. */
export const malformed: fc.Arbitrary<Noun> = fc.oneof(
  fc.constantFrom(
    ...programs.items(
      programs.noun(`[
        [0 0] [0 0 1] [2 0 1] [5 0 1] [6 0 1] [6 [0 1] 5] [7 0 1] [8 [0 1] 5] [9 [1 1] 0 1] [9 0 0 1] [10 5 0 1]
        [10 [[1 1] 0 1] 0 1] [10 [2 5] 0 1] [10 [0 0 1] 0 1] [11 5] [11 [1 5] 0 1] [[0 1] 5] 0]`),
    ),
  ),
  atoms,
  fc.tuple(fc.constantFrom(0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), atoms).map(([rule, rest]) => cell(rule, rest)),
  fc
    .tuple(fc.oneof(fc.integer({ min: 12, max: 20 }), fc.constantFrom(31, 32, 53, 64).chain(near)), trees)
    .map(([rule, rest]) => cell(rule, rest)),
)

/** What has no value on the subject, mostly: each way to crash. */
const crashes = (noun: Sketches): Sketches =>
  fc.oneof(
    malformed.map((formula) => () => fitted(formula, 0)),
    // rules 0, 9 and 10 below an atom, or anywhere
    fc.tuple(axes, axes).map(([way, beyond]): Sketch => (subject) => {
      const { axis } = find(subject, way, true)
      return fitted(cell(0, atom(below(axis, beyond * 2n))), 0)
    }),
    fc.tuple(axes, noun).map(
      ([axis, core]): Sketch =>
        (subject) =>
          fitted(cell(9, atom(axis), core(subject).formula), 0),
    ),
    fc.tuple(fc.oneof(fc.constant(0n), axes), noun, noun).map(
      ([axis, value, target]): Sketch =>
        (subject) =>
          fitted(cell(10, cell(atom(axis), value(subject).formula), target(subject).formula), 0),
    ),
    // any noun as a formula, a cell's increment, any noun as a test
    here([noun, noun], (b, c) => fitted(cell(2, b.formula, c.formula), 0)),
    here([noun, noun], (b, c) => fitted(cell(4, b.formula, c.formula), 0)),
    here([noun, noun, noun], (b, c, d) => fitted(cell(6, b.formula, c.formula, d.formula), 0)),
  )

/** Sketches of each kind: what only that kind has, and the ways through the rules that all kinds have. */
export const { noun: sketches } = fc.letrec<Record<keyof Kinds, Sketch>>((tie) => {
  const kinds: Kinds = {
    noun: tie('noun'),
    atom: tie('atom'),
    small: tie('small'),
    loobean: tie('loobean'),
    list: tie('list'),
    crashing: tie('crashing'),
  }
  const { noun, atom: number, small: count, loobean, list, crashing } = kinds
  const depthIdentifier = fc.createDepthIdentifier()
  const kind = (of: Sketches, leaf: Sketches, ...own: readonly fc.WeightedArbitrary<Sketch>[]): Sketches =>
    fc.oneof(
      { depthIdentifier, depthSize: 'small', maxDepth: 6, withCrossShrink: true },
      { weight: 12, arbitrary: leaf },
      ...own,
      ...through(of, kinds),
      { weight: 1, arbitrary: crashing },
    )

  return {
    crashing: crashes(noun),

    noun: kind(
      noun,
      fc.oneof(part(false), constant(trees)),
      { weight: 8, arbitrary: here([noun, noun], pair) },
      { weight: 4, arbitrary: number },
      { weight: 2, arbitrary: list },
      { weight: 1, arbitrary: loobean },
      { weight: 1, arbitrary: loops(noun, noun, kinds, aroundNoun) },
      { weight: 3, arbitrary: loops(noun, number, kinds, aroundNoun) },
      { weight: 1, arbitrary: loops(noun, list, kinds, aroundNoun) },
      { weight: 2, arbitrary: folds(noun, noun) },
      {
        weight: 3,
        arbitrary: fc.tuple(axes, noun, noun).map(([way, value, target]) => (subject) => {
          const t = target(subject)
          return edited(find(t.product, way).axis, value(subject), t)
        }),
      },
    ),

    atom: kind(
      number,
      fc.oneof(part(true), constant(atoms)),
      { weight: 8, arbitrary: here([number], above) },
      { weight: 4, arbitrary: count },
      { weight: 3, arbitrary: loops(number, number, kinds, aroundAtom) },
      { weight: 2, arbitrary: folds(number, number) },
      { weight: 2, arbitrary: runs(list, programs.LEN, programs.LENDEEP) },
      { weight: 1, arbitrary: runs(here([count, number], pair), programs.A) },
      { weight: 1, arbitrary: runs(runs(count, programs.BUILD), programs.SUM) },
      { weight: 1, arbitrary: runs(number, programs.GATE) },
      { weight: 1, arbitrary: runs(constant(fc.nat(5)), programs.FIB) },
      { weight: 1, arbitrary: runs(here([constant(fc.nat(2)), constant(fc.nat(2))], pair), programs.ACK) },
    ),

    small: kind(count, partIf(isSmall, small), {
      weight: 3,
      arbitrary: runs(here([count], above), programs.D, programs.EVAL2),
    }),

    loobean: kind(
      loobean,
      partIf((part) => part === 0 || part === 1, fc.nat(1)),
      { weight: 4, arbitrary: here([noun], isIt) },
      { weight: 4, arbitrary: here([noun, noun], same) },
      { weight: 2, arbitrary: here([noun], (b) => same(b, b)) },
      { weight: 2, arbitrary: here([noun], (b) => same(b, quote(b.product))) },
      {
        weight: 2,
        arbitrary: fc.tuple(noun, axes, atoms).map(([noun, way, atom]) => (subject) => {
          const b = noun(subject)
          return same(b, quote(replace(find(b.product, way, true).axis, atom, b.product)))
        }),
      },
      { weight: 2, arbitrary: runs(count, programs.EVEN, programs.EVEN2, programs.SWAP) },
    ),

    list: kind(
      list,
      partIf(isList, lists),
      { weight: 3, arbitrary: here([noun, list], pair) },
      { weight: 3, arbitrary: runs(count, programs.BUILD) },
      { weight: 3, arbitrary: runs(list, programs.REV, programs.COPYDEEP) },
      { weight: 1, arbitrary: loops(list, list, kinds, [(call) => call]) },
    ),
  }
})

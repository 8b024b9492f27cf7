import { fc } from '@fast-check/vitest'

import { type Atom, type Noun, atom, cell, list } from '../../nock/noun.js'
import { type Program } from './programs.js'
import { type Fitted, type Kinds, type Sketch, type Sketches, fitted } from './sketch.js'
import { HOLE, near } from './subjects.js'

/** Programs run on an argument, by rule 7 or by rule 2. */
export const runs = (argument: Sketches, ...programs: readonly Program[]): Sketches =>
  fc
    .tuple(fc.constantFrom(...programs), fc.boolean(), argument)
    .map(([{ formula, direct }, seven, argument]) => (subject) => {
      const a = argument(subject)
      const run = seven ? cell(7, a.formula, formula) : cell(2, a.formula, 1, formula)
      return fitted(run, direct(a.product))
    })

/**
 * Loops whose arm sees `[battery [counter accumulator] limit context]`: it ends when the counter has come to its
 * end, else calls itself, or the other arm of two, with the next counter and accumulator. On one turn it may do
 * something else: leave, or go on in another battery, from the same place in the code.
 *
 * @param of what the loop ends with
 * @param accumulator what it carries, and each turn makes of it
 * @param around what a turn may do with the product of the next one; `call` stays a tail call
 */
export const loops = (
  of: Sketches,
  accumulator: Sketches,
  { list, crashing }: Kinds,
  around: readonly Around[],
): Sketches =>
  fc
    .record({
      counter: fc.oneof(counting, list.map(along)),
      arms: fc.constantFrom(1, 2),
      first: accumulator,
      steps: fc.tuple(accumulator, accumulator),
      done: of,
      turn: fc.option(
        fc.record({
          at: fc.nat(6),
          then: fc.oneof({ weight: 3, arbitrary: of }, { weight: 1, arbitrary: crashing }),
          leaves: fc.boolean(),
        }),
      ),
      call: fc.constantFrom(...calls),
      around: fc.constantFrom(...around),
    })
    .map(({ counter, arms, first, steps, done, turn, call, around }) => (subject) => {
      const { from, limit, ended, next, isAt } = counter(subject)
      const start = first(subject)
      const core = (accumulator: Noun) => cell(HOLE, cell(from.product, accumulator), limit, subject)
      const stepped = steps[0](core(start.product))
      const last = done(core(stepped.product))
      const second = steps[1](core(start.product))
      const then = turn?.then(core(stepped.product)).formula

      const arm = (step: Noun, nextArm: number, battery: Noun): Noun => {
        const on = around(call(nextArm, battery, next, step))
        return cell(6, ended, last.formula, turn?.leaves ? cell(6, isAt(turn.at), then!, on) : on)
      }
      const other = cell(6, ended, then ?? 0, call(2, SAME, next, second.formula))
      const isOther = turn && !turn.leaves
      const goesOn = isOther
        ? cell(6, isAt(turn.at), cell(1, arms === 1 ? other : cell(other, other)), SAME)
        : SAME
      const battery =
        arms === 1
          ? arm(stepped.formula, 2, goesOn)
          : cell(arm(stepped.formula, 5, goesOn), arm(second.formula, 4, SAME))
      const sample = cell(from.formula, start.formula)
      return fitted(cell(9, arms === 1 ? 2 : 4, cell(1, battery), sample, cell(1, limit), 0, 1), last.product)
    })

/** How a loop counts, as formulas for the arm; the counter is at axis 12, the limit at 14. */
interface Counter {
  readonly from: Fitted
  readonly limit: Noun
  readonly ended: Noun
  readonly next: Noun
  /** Whether this is the turn to do something else. */
  readonly isAt: (turn: number) => Noun
}

const plus = (a: Atom, n: number): Atom => atom(BigInt(a) + BigInt(n))

/** A few turns from 0 on, or from where atoms change their representation. */
const counting: fc.Arbitrary<(subject: Noun) => Counter> = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<Atom>(0) },
      { weight: 1, arbitrary: fc.constantFrom(30, 31, 32, 53, 64).chain(near) },
    ),
    fc.nat(8),
    fc.nat(3),
  )
  .map(([from, turns, way]) => () => {
    const limit = plus(from, turns)
    const ways = [
      cell(5, cell(0, 12), 1, limit),
      cell(5, cell(0, 12), 0, 14),
      cell(5, cell(1, limit), 0, 12),
      cell(5, cell(4, 0, 14), 4, 0, 12),
    ]
    return {
      from: fitted(cell(1, from), from),
      limit,
      ended: ways[way]!,
      next: cell(4, 0, 12),
      isAt: (turn) => cell(5, cell(0, 12), 1, plus(from, turn)),
    }
  })

/** Along a list. */
const along =
  (list: Sketch) =>
  (subject: Noun): Counter => ({
    from: list(subject),
    limit: 0,
    ended: cell(6, cell(3, 0, 12), cell(1, 1), 1, 0),
    next: cell(0, 25),
    isAt: (turn) => cell(5, cell(0, 24), 1, turn),
  })

/** The battery that the loop is in. */
const SAME = cell(0, 2)

/** The ways to call an arm of the next core, whose battery, counter and accumulator these formulas give. */
const calls: readonly ((arm: number, battery: Noun, counter: Noun, accumulator: Noun) => Noun)[] = [
  (arm, b, i, acc) => cell(9, arm, b, cell(i, acc), 0, 7),
  (arm, b, i, acc) =>
    cell(9, arm, 10, cell(12, i), 10, cell(13, acc), b === SAME ? cell(0, 1) : cell(b, 0, 3)),
  (arm, b, i, acc) =>
    cell(2, cell(b, cell(i, acc), 0, 7), b === SAME ? cell(0, arm) : cell(7, cell(b, 0, 3), 0, arm)),
  (arm, b, i, acc) => cell(7, cell(b, cell(i, acc), 0, 7), 9, arm, 0, 1),
  (arm, b, i, acc) => cell(8, acc, 9, arm, before(b), cell(before(i), 0, 2), 0, 15),
]

/** A formula for the subject as it was before rule 8 put something in front. */
const before = (formula: Noun): Noun => cell(7, cell(0, 3), formula)

type Around = (call: Noun) => Noun

/** What a turn does with the next one's product, a noun. */
export const aroundNoun: readonly Around[] = [
  (call) => call,
  (call) => call,
  (call) => cell(cell(0, 13), call),
  (call) => cell(call, 0, 13),
  (call) => cell(8, call, 0, 1),
  (call) => cell(7, call, 0, 1),
]

/** The same, where it is an atom and one is to come of it. */
export const aroundAtom: readonly Around[] = [
  (call) => call,
  (call) => call,
  (call) => cell(4, call),
  (call) => cell(8, call, 6, cell(5, cell(0, 2), 0, 29), cell(0, 2), 0, 2),
  (call) => cell(11, cell(1, 0, 13), call),
]

/**
 * Runs one formula after another out of a list in the subject, each on the product of the last: as it is by rule 2,
 * or as the battery of a gate by rule 9.
 */
export const folds = (first: Sketches, step: Sketches): Sketches =>
  fc
    .tuple(first, fc.array(step, { maxLength: 4 }), fc.boolean())
    .map(([first, steps, gates]) => (subject) => {
      const start = first(subject)
      let { product } = start
      const codes = steps.map((step) => {
        const code = step(gates ? cell(HOLE, product, 0) : product)
        product = code.product
        return gates ? cell(code.formula, 0, 0) : code.formula
      })
      const run = gates ? cell(9, 2, 10, cell(6, 0, 13), 0, 24) : cell(2, cell(0, 13), 0, 24)
      const on = cell(9, 2, cell(0, 2), cell(cell(0, 25), run), 0, 7)
      const battery = cell(6, cell(3, 0, 12), on, 0, 13)
      return fitted(cell(9, 2, cell(1, battery), cell(cell(1, list(codes)), start.formula), 1, 0), product)
    })

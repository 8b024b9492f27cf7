import { fc } from '@fast-check/vitest'

import { type Noun, atom, cell } from '../../nock/noun.js'
import { printNoun } from '../../nock/print.js'
import { loopsOn } from './hot/programs.js'
import { LEVELS, padded } from './levels.js'
import { malformed, sketches } from './sketches.js'
import { atoms, axes, find, replace, subjects, trees } from './subjects.js'

/** A subject and a formula for it; fast-check shows the two as texts. */
export class Pair {
  readonly subject: Noun
  readonly formula: Noun

  constructor(subject: Noun, formula: Noun) {
    this.subject = subject
    this.formula = formula
  }

  [fc.toStringMethod](): string {
    const [subject, formula] = [this.subject, this.formula].map((noun) => printNoun(noun, { limit: 100_000 }))
    return `subject ${subject} formula ${formula}`
  }
}

/** Formulas that are made for their subject: nearly all have a value. */
export const meaningful: fc.Arbitrary<Pair> = fc
  .tuple(subjects, sketches)
  .map(([subject, sketch]) => new Pair(subject, sketch(subject).formula))

/** The same with one part of the formula replaced, or with a subject that it was not made for. */
export const mutated: fc.Arbitrary<Pair> = fc.oneof(
  fc
    .tuple(meaningful, axes, fc.oneof(atoms, trees, malformed))
    .map(
      ([{ subject, formula }, way, part]) =>
        new Pair(subject, replace(find(formula, way).axis, part, formula)),
    ),
  fc.tuple(meaningful, subjects).map(([{ formula }, subject]) => new Pair(subject, formula)),
)

/** Formulas that know nothing of their subject: the right form, by and large, and that is all. */
export const wild: fc.Arbitrary<Pair> = fc
  .tuple(
    subjects,
    fc.letrec<{ formula: Noun }>((tie) => {
      const formula = tie('formula')
      const rule = (...args: readonly fc.Arbitrary<Noun>[]) =>
        fc.tuple(...args).map(([op, ...rest]) => cell(op!, rest[0]!, ...rest.slice(1)))
      const axis = axes.map(atom)
      return {
        formula: fc.oneof(
          { depthSize: 'small', maxDepth: 5, withCrossShrink: true },
          rule(fc.constant(0), axis),
          rule(fc.constant(1), trees),
          rule(formula, formula),
          rule(fc.constantFrom(3, 4), formula),
          rule(fc.constantFrom(2, 5, 7, 8), formula, formula),
          rule(fc.constant(6), formula, formula, formula),
          rule(fc.constant(9), axis, formula),
          rule(fc.constant(10), rule(axis, formula), formula),
          rule(fc.constant(11), fc.oneof(atoms, rule(trees, formula)), formula),
          malformed,
        ),
      }
    }).formula,
  )
  .map(([subject, formula]) => new Pair(subject, formula))

/** Hundreds of levels around a formula, each of which changes nothing. */
export const deep: fc.Arbitrary<Pair> = fc
  .tuple(meaningful, fc.array(fc.nat(LEVELS.length - 1), { maxLength: 8, minLength: 1 }), fc.nat(600))
  .map(([{ subject, formula }, pattern, levels]) => {
    return new Pair(subject, padded(formula, levels, pattern))
  })

/** Loops of many turns, with which something else happens in one of them. */
export const hot: fc.Arbitrary<Pair> = loopsOn.map(([subject, formula]) => new Pair(subject, formula))

/** What the interpreters are compared on. */
export const pairs: fc.Arbitrary<Pair> = fc.oneof(
  { weight: 28, arbitrary: meaningful },
  { weight: 1, arbitrary: deep },
  { weight: 6, arbitrary: mutated },
  { weight: 2, arbitrary: wild },
)

import { fc } from '@fast-check/vitest'

import { type Noun, atom, cell, increment, isAtom, isCell } from '../../nock/noun.js'
import { axes, find, replace } from './subjects.js'

/**
 * A formula to be. Given the subject that it will see, it names axes that are there, increments atoms and tests
 * loobeans: so most of what comes of it has a value.
 */
export type Sketch = (subject: Noun) => Fitted

/** A formula made for a subject, and the product to expect: a guess that what is built around goes by, no oracle. */
export interface Fitted {
  readonly formula: Noun
  readonly product: Noun
}

export type Sketches = fc.Arbitrary<Sketch>

/**
 * What sketches can be asked to produce; a `small` atom is one that a loop may count to, and `crashing` ones mostly
 * have no product.
 */
export type Kinds = Record<'noun' | 'atom' | 'small' | 'loobean' | 'list' | 'crashing', Sketches>

export const fitted = (formula: Noun, product: Noun): Fitted => ({ formula, product })

export const quote = (noun: Noun): Fitted => fitted(cell(1, noun), noun)

/** A sketch of sketches that all see the subject of the whole. */
export const here = (parts: readonly Sketches[], join: (...parts: Fitted[]) => Fitted): Sketches =>
  fc.tuple(...parts).map((sketches) => (subject) => join(...sketches.map((sketch) => sketch(subject))))

export const constant = (nouns: fc.Arbitrary<Noun>): Sketches => nouns.map((noun) => () => quote(noun))

/** A part of the subject: any, or an atom. */
export const part = (leaf: boolean): Sketches =>
  axes.map((way) => (subject) => {
    const { axis, part } = find(subject, way, leaf)
    return fitted(cell(0, atom(axis)), part)
  })

/** A part of the subject if it fits, else a constant. */
export const partIf = (fits: (part: Noun) => boolean, others: fc.Arbitrary<Noun>): Sketches =>
  fc.tuple(axes, others).map(([way, other]) => (subject) => {
    const { axis, part } = find(subject, way)
    return fits(part) ? fitted(cell(0, atom(axis)), part) : quote(other)
  })

export const pair = (head: Fitted, tail: Fitted): Fitted =>
  fitted(cell(head.formula, tail.formula), cell(head.product, tail.product))

export const isIt = ({ formula, product }: Fitted): Fitted =>
  fitted(cell(3, formula), isCell(product) ? 0 : 1)

export const above = ({ formula, product }: Fitted): Fitted =>
  fitted(cell(4, formula), isAtom(product) ? increment(product) : 0)

export const same = (a: Fitted, b: Fitted): Fitted =>
  fitted(cell(5, a.formula, b.formula), a.product === b.product ? 0 : 1)

export const choice = (test: Fitted, yes: Fitted, no: Fitted): Fitted =>
  fitted(cell(6, test.formula, yes.formula, no.formula), test.product === 0 ? yes.product : no.product)

export const edited = (axis: bigint, value: Fitted, target: Fitted): Fitted =>
  fitted(
    cell(10, cell(atom(axis), value.formula), target.formula),
    replace(axis, value.product, target.product),
  )

import { tags } from '../../jets/index.js'
import { type Atom, type Noun, printNoun, reference } from '../../nock/index.js'
import { type Decision } from '../supervision/step.js'
import { definitionLine } from '../../nock/stepper/definition.js'
import { BUDGET, subjectOf } from './explain.js'
import { formulaText } from './formula-text.js'
import { type Names } from './names.js'
import { type Style, cut } from './text.js'

/** A line of a reduction: `*[subject formula]` begins, or the product of one that began before. */
export interface Step {
  /** So many reductions wait for it. */
  readonly depth: number
  /** Undefined when this is only a product. */
  readonly begun: { readonly subject: Noun; readonly formula: Noun } | undefined
  /** Of what began last at this depth and gave way to nothing; undefined when it comes later, or never. */
  readonly product: Noun | undefined
}

/**
 * The whole reduction of a decision by the reference interpreter, a step after another.
 *
 * @param onStep hears each; nothing of them is kept
 */
export const reduction = (decision: Decision, onStep: (step: Step) => void): void => {
  let begun: Step | undefined
  const flush = (): void => {
    if (begun !== undefined) onStep(begun)
    begun = undefined
  }
  reference(subjectOf(decision), decision.formula, {
    budget: BUDGET,
    watch: {
      begin(subject, formula, depth) {
        flush()
        begun = { depth, begun: { subject, formula }, product: undefined }
      },
      end(product, depth) {
        if (begun === undefined) return onStep({ depth, begun: undefined, product })
        onStep({ ...begun, product })
        begun = undefined
      },
    },
  })
  flush()
}

/** So many levels are shown each further in than the one before. */
const DEEPEST = 12
/** Room for a product behind what gives it at once. */
const PRODUCT = 24

/**
 * A step on one line: `*[a f]`, its product if it has one at once, and the line of the definition that it goes by.
 *
 * @example
 * stepText({ depth: 0, begun: { subject: 41, formula: cell(4, 0, 1) } }, { of: () => undefined }, 0, { width: 36, dim: (t) => t })
 * // '*[41 [4 0 1]]      *[a 4 b]  +*[a b]'
 */
export const stepText = (
  { depth, begun, product }: Step,
  names: Names,
  name: Atom,
  { width, dim }: Style,
): string => {
  const cords = new Set([...tags, name])
  const show = (noun: Noun, limit: number): string => printNoun(noun, { cords, limit: Math.max(limit, 1) })
  const margin = '  '.repeat(Math.min(depth, DEEPEST))
  if (begun === undefined) return cut(`${margin}= ${show(product!, width)}`, width)
  const rule = cut(definitionLine(begun.formula).replace(/ {2,}/, '  '), (width >> 1) + 4)
  const left = width - rule.length - 2
  const gives = product === undefined ? '' : ` = ${show(product, PRODUCT)}`
  const room = left - margin.length - '*[ ]'.length - gives.length
  const needed = show(begun.subject, room).length
  const formula = formulaText(begun.formula, names, Math.max(room - needed, room >> 1, 1), depth > 0)
  const subject = show(begun.subject, room - formula.length)
  return `${cut(`${margin}*[${subject} ${formula}]${gives}`, left).padEnd(left)}  ${dim(rule)}`
}

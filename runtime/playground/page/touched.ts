import {
  type Atom,
  type Cell,
  type Noun,
  type Step,
  axis as at,
  deepest,
  isAtom,
  isCell,
} from '../../../nock/index.js'

/** What a step is about: a subject, the part of it that is taken or replaced, and the formula that is reduced. */
export interface Touched {
  readonly subject: Noun | undefined
  readonly part: Atom | undefined
  readonly formula: Noun | undefined
}

/**
 * What a step touches. A part that is not there, where a step crashes, is the last one on the way that is.
 *
 * @example
 * touched(new Stepper(cell(1, 2), cell(0, 3)).at(0)).part === 3
 */
export const touched = (step: Step): Touched => {
  if (step.is === 'product') return { subject: step.product, part: undefined, formula: undefined }
  const { operator, of, formula } = step.redex
  const about = (subject: Noun, part?: Noun, by: Noun = formula): Touched => ({
    subject,
    part: part === undefined || isCell(part) ? undefined : there(part, subject),
    formula: by,
  })
  if (isAtom(of)) return about(of)
  const { head, tail } = of
  switch (operator) {
    case '*':
      return about(head, takenBy(tail), tail)
    case '/':
      return about(tail, head)
    case '#':
      return about((tail as Cell).tail, head)
    case 'call':
      return about(head, tail)
    case 'test':
    case 'hint':
      return about((tail as Cell).head)
    default:
      return about(of)
  }
}

/** What rule 0 takes. */
const takenBy = (formula: Noun): Noun | undefined =>
  isCell(formula) && formula.head === 0 ? formula.tail : undefined

const there = (axis: Atom, subject: Noun): Atom | undefined => {
  if (axis === 0) return undefined
  return at(axis, subject) === undefined ? deepest(axis, subject).axis : axis
}

import { type Atom, type Noun, equal, isAtom, isCell, peg } from '../../nock/index.js'
import { serviceOf } from '../supervision/service.js'
import { requestTag } from './words.js'

/** What a question came to: `[tape answer]`, which formulas keep in front of their subject. */
export interface Answered {
  readonly request: Noun
  readonly product: Noun
}

/**
 * What a condition asks, in words, where it is one of the usual ones about a part of a decision's subject:
 *
 *     [0 b]            is b yes? Of the state, which is 0 or 1: is it 0?
 *     [5 [0 b] 1 c]    is b c?
 *
 * The part is told from the subject that it is asked of, `[tape service]` behind what was put in front of it.
 *
 * @param name the service's
 * @param answered the questions so far
 * @example
 * meaningOf(cell(5, cell(0, 14), 1, 1), cell(0, 97, 1, 42), 97, []) === 'is the state 1 (up)?'
 */
export const meaningOf = (
  condition: Noun,
  subject: Noun,
  name: Atom,
  answered: readonly Answered[],
): string | undefined => {
  if (isAtom(condition) || isAtom(condition.tail)) {
    const axis = axisOf(condition)
    const part = axis === undefined ? undefined : partAt(axis, subject, name, answered)
    if (part === STATE) return `is ${part} ${wordOf(part, 0)}?`
    return part === undefined ? undefined : `is ${part} yes?`
  }
  if (condition.head !== 5) return undefined
  const { head, tail } = condition.tail
  const axis = axisOf(head)
  if (axis === undefined || isAtom(tail) || tail.head !== 1 || isCell(tail.tail)) return undefined
  const part = partAt(axis, subject, name, answered)
  return part === undefined ? undefined : `is ${part} ${wordOf(part, tail.tail)}?`
}

const wordOf = (part: string, value: Atom): string =>
  part === STATE && (value === 0 || value === 1) ? `${value} (${value === 1 ? 'up' : 'down'})` : String(value)

/** The axis of a formula `[0 axis]`. */
const axisOf = (formula: Noun): Atom | undefined =>
  isCell(formula) && formula.head === 0 && isAtom(formula.tail) && formula.tail !== 0
    ? formula.tail
    : undefined

const STATE = 'the state'

/** What stands at an axis, from the outside in: `[[tape answer] … tape name state pid]`. */
const partAt = (axis: Atom, subject: Noun, name: Atom, answered: readonly Answered[]): string | undefined => {
  let here: Atom = 1
  for (let rest = subject; isCell(rest); rest = rest.tail, here = peg(here, 3)) {
    if (serviceOf(rest.tail)?.name === name) {
      if (axis === peg(here, 14)) return STATE
      return axis === peg(here, 15) ? 'the pid' : undefined
    }
    const { head } = rest
    const question = axis === peg(here, 5) ? answered.find(({ product }) => equal(product, head)) : undefined
    if (question !== undefined) return `the answer to ${requestTag(question.request)}`
  }
  return undefined
}

import { type Atom, type Cell, type Noun, isCell } from '../noun.js'
import { definitionLine } from './definition.js'
import { type Step } from './stepper.js'

/**
 * The line of the definition by which a step goes; empty for a product, by which none goes.
 *
 * @example
 * ruleLine(new Stepper(41, cell(4, 0, 1)).at(2)) === '+a                  1 + a'
 */
export const ruleLine = (step: Step): string => {
  if (step.is === 'product') return ''
  const { operator, of, formula } = step.redex
  switch (operator) {
    case '*':
      return definitionLine((of as Cell).tail)
    case '?':
      return isCell(of) ? '?[a b]              0' : '?a                  1'
    case '+':
      return isCell(of) ? '+[a b]              +[a b]' : '+a                  1 + a'
    case '=':
      return step.is === 'reduction' && step.contractum === 0
        ? '=[a a]              0'
        : '=[a b]              1'
    case '/':
      return axisLine((of as Cell).head, PART)
    case '#':
      return axisLine((of as Cell).head, EDIT)
    default:
      return definitionLine(formula)
  }
}

/** By the axis: the one for 1, those for 2 and 3 if there are any, and those for an even and an odd one. */
const axisLine = (axis: Noun, { whole, near = [], even, odd }: AxisLines): string => {
  if (axis === 1) return whole
  return near[Number(axis) - 2] ?? (BigInt(axis as Atom) % 2n === 0n ? even : odd)
}

interface AxisLines {
  readonly whole: string
  readonly near?: readonly string[]
  readonly even: string
  readonly odd: string
}

const PART: AxisLines = {
  whole: '/[1 a]              a',
  near: ['/[2 a b]            a', '/[3 a b]            b'],
  even: '/[(a + a) b]        /[2 /[a b]]',
  odd: '/[(a + a + 1) b]    /[3 /[a b]]',
}

const EDIT: AxisLines = {
  whole: '#[1 a b]            a',
  even: '#[(a + a) b c]      #[a [b /[(a + a + 1) c]] c]',
  odd: '#[(a + a + 1) b c]  #[a [/[(a + a) c] b] c]',
}

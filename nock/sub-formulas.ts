import { type Cell, type Noun, isCell } from './noun.js'

/** A formula in another one, and at which axis of it that stands. */
export interface SubFormula {
  readonly axis: number
  readonly formula: Noun
}

/**
 * The formulas that a formula is made of, as far as it can be seen without running it: code in constants, such as a
 * core's battery, is none of them.
 *
 * @example
 * subFormulas(parseNoun('[7 [0 3] 4 0 1]').right).map(({ axis }) => axis).join() === '6,7'
 */
export const subFormulas = (formula: Noun): readonly SubFormula[] => {
  if (!isCell(formula)) return []
  const { head: rule, tail: rest } = formula
  if (isCell(rule)) return both(2, formula)
  if (typeof rule !== 'number' || rule > 11 || rule <= 1) return []
  if (rule === 3 || rule === 4) return [{ axis: 3, formula: rest }]
  if (!isCell(rest)) return []
  const { head, tail } = rest
  if (rule === 6)
    return isCell(tail) ? [{ axis: 6, formula: head }, ...both(14, tail)] : [{ axis: 6, formula: head }]
  if (rule === 9) return [{ axis: 7, formula: tail }]
  if (rule < 10) return both(6, rest)
  return isCell(head)
    ? [
        { axis: 13, formula: head.tail },
        { axis: 7, formula: tail },
      ]
    : [{ axis: 7, formula: tail }]
}

const both = (axis: number, { head, tail }: Cell): readonly SubFormula[] => [
  { axis, formula: head },
  { axis: axis + 1, formula: tail },
]

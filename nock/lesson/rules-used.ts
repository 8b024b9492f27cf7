import { type Noun, isCell } from '../noun.js'
import { subFormulas } from '../sub-formulas.js'

/**
 * The rules that a formula uses, as far as it can be seen without running it: code in constants, such as a core's
 * battery, is not looked into.
 *
 * @example
 * [...rulesUsed(parseNoun('[7 [0 3] 4 0 1]').right)].sort().join() === '0,4,7'
 */
export const rulesUsed = (formula: Noun): ReadonlySet<number> => {
  const rules = new Set<number>()
  const left: Noun[] = [formula]
  for (let f = left.pop(); f !== undefined; f = left.pop()) {
    if (!isCell(f)) continue
    if (typeof f.head === 'number' && f.head <= 11) rules.add(f.head)
    left.push(...subFormulas(f).map(({ formula: inner }) => inner))
  }
  return rules
}

/** How many cells a noun has, counted up to one more than `most`. */
export const cellsOf = (noun: Noun, most: number): number => {
  let count = 0
  const left: Noun[] = [noun]
  for (let n = left.pop(); n !== undefined && count <= most; n = left.pop()) {
    if (!isCell(n)) continue
    count++
    left.push(n.head, n.tail)
  }
  return count
}

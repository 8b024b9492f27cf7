import { type Noun, isCell } from '../noun.js'

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
    const { head, tail } = f
    if (isCell(head)) {
      left.push(head, tail)
      continue
    }
    if (typeof head !== 'number' || head > 11) continue
    rules.add(head)
    left.push(...partsOf(head, tail))
  }
  return rules
}

/** The formulas in what stands behind a rule's number. */
const partsOf = (rule: number, rest: Noun): readonly Noun[] => {
  if (rule <= 1) return []
  if (rule <= 4 && rule !== 2) return [rest]
  if (!isCell(rest)) return []
  const { head, tail } = rest
  if (rule === 6) return isCell(tail) ? [head, tail.head, tail.tail] : [head]
  if (rule === 9) return [tail]
  if (rule >= 10) return isCell(head) ? [head.tail, tail] : [tail]
  return [head, tail]
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

import { type Noun, isCell } from '../noun.js'
import { printNoun } from '../print.js'

/**
 * The text of a noun with all its brackets, also those to the right that are left out otherwise.
 *
 * @param limit the most characters; `…` stands for the rest
 * @param nameOf what stands for a cell in it, if it has a name
 * @example
 * allBrackets(cell(1, 2, 3), 80) === '[1 [2 3]]'
 */
export const allBrackets = (
  noun: Noun,
  limit: number,
  nameOf: (noun: Noun) => string | undefined = () => undefined,
): string => {
  let text = ''
  const waiting: (Noun | ' ' | ']')[] = [noun]
  while (text.length <= limit) {
    const next = waiting.pop()
    if (next === undefined) return text
    if (next === ' ' || next === ']') text += next
    else if (isCell(next)) {
      const name = next === noun ? undefined : nameOf(next)
      if (name !== undefined) {
        text += name
        continue
      }
      text += '['
      waiting.push(']', next.tail, ' ', next.head)
    } else text += printNoun(next, { limit: limit + 1 })
  }
  return text.slice(0, limit - 1) + '…'
}

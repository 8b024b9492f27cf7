import { tags } from '../../jets/index.js'
import { type Noun, isAtom, printNoun } from '../../nock/index.js'
import { type Names } from './names.js'

/**
 * The text of a formula, in which the formulas that have names go by them: `[7 stop start]`.
 *
 * @param limit the most characters; `…` stands for the rest
 * @param own also the formula itself, if it has a name: unless told otherwise
 * @example
 * formulaText(cell(7, cell(0, 2), 4, 0, 1), { of: (f) => (f.head === 4 ? 'inc' : undefined) }, 80) === '[7 [0 2] inc]'
 */
export const formulaText = (formula: Noun, names: Names, limit: number, own = true): string => {
  let text = ''
  /** What is still to be written, the next last; a cell that ends another one has no brackets of its own. */
  const todo: (string | { readonly noun: Noun; readonly ends: boolean })[] = [{ noun: formula, ends: false }]
  while (todo.length > 0 && text.length <= limit) {
    const next = todo.pop()!
    if (typeof next === 'string') {
      text += next
      continue
    }
    const { noun, ends } = next
    const name = noun === formula && !own ? undefined : names.of(noun)
    if (name !== undefined) text += name
    else if (isAtom(noun)) text += printNoun(noun, { cords: tags, limit: limit + 1 })
    else {
      if (!ends) todo.push(']')
      todo.push({ noun: noun.tail, ends: true }, ' ', { noun: noun.head, ends: false })
      if (!ends) text += '['
    }
  }
  return text.length > limit ? text.slice(0, limit - 1) + '…' : text
}

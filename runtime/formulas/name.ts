import { type Cell, type Noun, equal, isCell, mug } from '../../nock/index.js'
import { type Book } from './link.js'

/**
 * The names of a book's formulas by their nouns: the mug finds candidates, full equality decides. Of two names for one
 * noun, the first by the alphabet.
 *
 * @example
 * namer(loadFormulas().right)(cell(0, 14)) === 'state'
 */
export const namer = (book: Book): ((formula: Noun) => string | undefined) => {
  const byMug = new Map<number, { readonly name: string; readonly noun: Cell }[]>()
  for (const name of book.names) {
    const noun = book.get(name)
    if (noun === undefined || !isCell(noun)) continue
    byMug.set(mug(noun), [...(byMug.get(mug(noun)) ?? []), { name, noun }])
  }
  return (formula) =>
    isCell(formula) ? byMug.get(mug(formula))?.find(({ noun }) => equal(noun, formula))?.name : undefined
}

import { isLeft } from 'fp-ts/lib/Either.js'
import { type Noun } from '../../nock/index.js'
import { type Book, loadFormulas, showFormulaError } from '../../runtime/formulas/index.js'

const loaded = (): Book => {
  const book = loadFormulas()
  if (isLeft(book)) throw new Error(showFormulaError(book.left))
  return book.right
}

/** The formulas that ship, linked. */
export const book = loaded()

/** One of them. */
export const formulaOf = (name: string): Noun => {
  const formula = book.get(name)
  if (formula === undefined) throw new Error(`no formula ${name}`)
  return formula
}

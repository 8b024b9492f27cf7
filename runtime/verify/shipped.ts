import * as E from 'fp-ts/lib/Either.js'
import { type Noun } from '../../nock/index.js'
import { type Book, loadFormulas, showFormulaError } from '../formulas/index.js'
import { type Policy, readPolicy } from '../supervision/policy.js'

const load = (): Book => {
  const book = loadFormulas()
  if (E.isLeft(book)) throw new Error(showFormulaError(book.left))
  return book.right
}

const book = load()

/**
 * The formula of this name in the package's `formulas/`.
 *
 * @throws Error when there is none
 */
export const shippedFormula = (name: string): Noun => {
  const formula = book.get(name)
  if (formula === undefined) throw new Error(`there is no formula ${name}.nock`)
  return formula
}

/** The formulas of the package that are policies, by name. */
export const shippedPolicies: ReadonlyMap<string, Policy> = new Map(
  book.names.flatMap((name) => {
    const policy = readPolicy(book.get(name) ?? 0)
    return E.isRight(policy) ? [[name, policy.right]] : []
  }),
)

import * as E from 'fp-ts/lib/Either.js'
import { type Book } from '../formulas/index.js'
import { type Policy, readPolicy } from '../supervision/policy.js'

/** Policies by the names of their formulas, each read once. */
export const policies = (book: Book): ((name: string) => E.Either<string, Policy>) => {
  const read = new Map<string, E.Either<string, Policy>>()
  return (name) => {
    const known = read.get(name)
    if (known !== undefined) return known
    const noun = book.get(name)
    const policy = noun === undefined ? E.left(`there is no formula ${name}.nock`) : readPolicy(noun)
    read.set(name, policy)
    return policy
  }
}

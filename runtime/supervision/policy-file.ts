import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type Policy } from './policy.js'

/**
 * The policy that a service directory names in its file `policy`; undefined where there is no such file.
 *
 * @param policyNamed the policy of a name, or what is wrong with it
 * @returns or what is wrong with it, in words
 */
export const policyOfFile = (
  directory: string,
  policyNamed: (name: string) => E.Either<string, Policy>,
): E.Either<string, Policy | undefined> => {
  const file = join(directory, 'policy')
  let name: string
  try {
    name = readFileSync(file, 'utf8').trim()
  } catch {
    return E.right(undefined)
  }
  return E.mapLeft((why: string) => `${file}: ${why}`)(policyNamed(name))
}

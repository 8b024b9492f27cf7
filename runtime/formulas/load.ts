import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { getSystemErrorMap } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { packageRoot } from '../package.js'
import { type Book, type FormulaError, link } from './link.js'

/** The formulas that come with the package, as text files. */
export const shippedFormulas = (): string => join(packageRoot(), 'formulas')

/**
 * The formulas of the package; those in other directories come beside them, and where one has the same name, in its
 * place: for every formula that names it, too.
 *
 * @param directories each holds files NAME.nock; a later one goes before an earlier one
 * @example
 * loadFormulas().right.get('state') // [0 14]
 */
export const loadFormulas = (directories: readonly string[] = []): E.Either<FormulaError, Book> => {
  const texts = new Map<string, string>()
  for (const directory of [shippedFormulas(), ...directories]) {
    let path = directory
    try {
      for (const file of readdirSync(directory)) {
        if (!file.endsWith('.nock')) continue
        path = join(directory, file)
        if (!statSync(path).isFile()) return E.left({ why: 'path', path, message: 'is no file' })
        texts.set(file.slice(0, -'.nock'.length), readFileSync(path, 'utf8'))
      }
    } catch (error) {
      return E.left({ why: 'path', path, message: reason(error) })
    }
  }
  return link(texts)
}

const reason = (error: unknown): string =>
  getSystemErrorMap().get((error as NodeJS.ErrnoException).errno ?? 0)?.[1] ?? String(error)

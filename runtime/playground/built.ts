import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package.js'

/** Where the package's build has put the page: files that any web host serves as they are. */
export const builtPage = (): string => join(packageRoot(), '.dist', 'playground')

/**
 * Writes the page's files into a directory, which is made if it is not there.
 *
 * @returns their names
 * @throws what the system says if it cannot
 */
export const writePage = (directory: string): readonly string[] => {
  cpSync(builtPage(), directory, { recursive: true })
  return readdirSync(builtPage()).sort()
}

import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { errnoOf } from './errno.js'

/**
 * Makes a directory, and those above it that are not there. (Node's own way, `recursive`, never ends where the system lets
 * nobody make one, in `/proc` say.)
 *
 * @throws the system's error where one cannot be made, or is a file
 */
export const makeDirectories = (path: string, mode = 0o777): void => {
  const above = dirname(path)
  if (above !== path && !existsSync(above)) makeDirectories(above, mode)
  try {
    mkdirSync(path, { mode })
  } catch (thrown) {
    // it is there, perhaps since this moment
    if (errnoOf(thrown) !== 'EEXIST' || !statSync(path).isDirectory()) throw thrown
  }
}

import { type Stats, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'

/** A service directory as a scan finds it. */
export interface Found {
  readonly name: string
  readonly path: string
  /** Tells a directory from another one that has taken its name; undefined when it cannot be looked at just now. */
  readonly identity: string | undefined
}

/**
 * The service directories in a directory: its sub-directories, and links to directories, except hidden ones.
 *
 * @param known what need not be looked at again: found by this name before
 * @returns by name; or why the directory cannot be read
 */
export const scan = (
  directory: string,
  known: (name: string) => Found | undefined = () => undefined,
): E.Either<string, ReadonlyMap<string, Found>> => {
  const found = new Map<string, Found>()
  let names: string[]
  try {
    names = readdirSync(directory)
  } catch (error) {
    return E.left((error as Error).message)
  }
  for (const name of names) {
    if (name.startsWith('.')) continue
    const here = known(name) ?? find(name, join(directory, name))
    if (here !== undefined) found.set(name, here)
  }
  return E.right(found)
}

/** The service directory at a path, if there is one. */
const find = (name: string, path: string): Found | undefined => {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat?.isDirectory() ? { name, path, identity: identityOf(stat) } : undefined
  } catch (error) {
    // a link in a circle is no service; a disk that fails is no reason to end one
    const { code = '' } = error as NodeJS.ErrnoException
    return GONE.includes(code) ? undefined : { name, path, identity: undefined }
  }
}

/** Is it still the same directory that is there? */
export const isStillThere = ({ name, path, identity }: Found): boolean =>
  find(name, path)?.identity === identity

/** The `log/` of a service directory, a service of its own; undefined when it has none. */
export const scanLog = ({ name, path }: Found): Found | undefined => {
  const log = { name: `${name}/log`, path: join(path, 'log') }
  try {
    const stat = statSync(log.path, { throwIfNoEntry: false })
    return stat?.isDirectory() ? { ...log, identity: identityOf(stat) } : undefined
  } catch {
    return undefined
  }
}

const identityOf = ({ dev, ino, birthtimeMs }: Stats): string => `${dev}:${ino}:${birthtimeMs}`

const GONE = ['ENOENT', 'ENOTDIR', 'ELOOP']

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
 * @returns by name; or why the directory cannot be read
 */
export const scan = (directory: string): E.Either<string, ReadonlyMap<string, Found>> => {
  const found = new Map<string, Found>()
  let names: string[]
  try {
    names = readdirSync(directory)
  } catch (error) {
    return E.left((error as Error).message)
  }
  for (const name of names) {
    if (name.startsWith('.')) continue
    const path = join(directory, name)
    try {
      const stat = statSync(path)
      if (stat.isDirectory()) found.set(name, { name, path, identity: identityOf(stat) })
    } catch (error) {
      // a link to nowhere, or gone meanwhile, is no service; a disk that fails is no reason to end one
      const { code = '' } = error as NodeJS.ErrnoException
      if (!GONE.includes(code)) found.set(name, { name, path, identity: undefined })
    }
  }
  return E.right(found)
}

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

import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The file that is being written. */
export const CURRENT = 'current'

/**
 * The files in which output is kept, the oldest first: svlogd's `@4000….s` (`.u` where it was killed), or our
 * `current.2`, `current.1`; then `current`.
 */
export const keptFiles = (directory: string): readonly string[] => {
  let names: readonly string[]
  try {
    names = readdirSync(directory)
  } catch {
    return []
  }
  const theirs = names.filter((name) => /^@[0-9a-f]{24}\.[su]$/.test(name)).toSorted()
  const ours = names.filter((name) => /^current\.[1-9]\d*$/.test(name)).toSorted((a, b) => age(b) - age(a))
  const all = [...theirs, ...ours, ...names.filter((name) => name === CURRENT)]
  return all.map((name) => join(directory, name))
}

const age = (name: string): number => Number(name.slice(CURRENT.length + 1))

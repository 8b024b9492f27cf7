import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The files of a journal, the oldest first: `FILE.1`, `FILE.2`, … as they were set aside, then `FILE`, which is being
 * written. Those that there are: the oldest may have been taken away, and `FILE` is missing when a supervisor was
 * killed in the moment between setting it aside and starting the next.
 *
 * @param file the path of the one that is being written
 * @throws what `readdirSync` throws when the directory cannot be read
 */
export const journalFiles = (file: string): readonly string[] => {
  const [directory, name] = [dirname(file), basename(file)]
  const names = readdirSync(directory)
  const aside = names
    .filter((other) => other.startsWith(`${name}.`) && NUMBER.test(other.slice(name.length + 1)))
    .sort((a, b) => numberOf(a) - numberOf(b))
  return [...aside, ...(names.includes(name) ? [name] : [])].map((one) => join(directory, one))
}

const NUMBER = /^[1-9]\d*$/

/** The number with which a file was set aside. */
export const numberOf = (file: string): number => Number(file.slice(file.lastIndexOf('.') + 1))

import { readdirSync, readlinkSync } from 'node:fs'
import { isAlive } from './supervised.js'

/** The working directory of a process; undefined when it is gone. */
export const standsIn = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // gone meanwhile
  }
}

/** Every living process that stands below a directory: also one with an environment of its own. */
export const standing = (directory: string): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isAlive(pid) && standsIn(pid)?.startsWith(`${directory}/`))

import { readlinkSync } from 'node:fs'

/** The working directory of a process; undefined when it is gone. */
export const standsIn = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // gone meanwhile
  }
}

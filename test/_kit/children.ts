import { readFileSync } from 'node:fs'

/** The children of a process (of its first thread). */
export const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').map(Number).filter(Boolean)
  } catch {
    return [] // gone meanwhile
  }
}

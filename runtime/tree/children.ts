import { readFileSync, readdirSync } from 'node:fs'
import { isZombie, statOf } from '../../jets/os/proc.js'

/** The children of a process that are no zombies. */
export const childrenOf = (pid: number): readonly number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' '))
      .map(Number)
      .filter(isLiving)
  } catch {
    return []
  }
}

const isLiving = (pid: number): boolean => {
  const stat = statOf(pid)
  return stat !== undefined && !isZombie(stat)
}

import { type Processes } from '../../jets/index.js'
import { childrenOf } from './children.js'

/**
 * SIGKILL to whatever is our child and none of these processes: what left its group, and came to us when its parent
 * died. False: nothing is.
 */
export const killStrays = (processes: Processes): boolean => {
  const known = new Set(processes.pids())
  const strays = childrenOf(process.pid).filter((pid) => !known.has(pid))
  for (const pid of strays) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // gone meanwhile
    }
  }
  return strays.length > 0
}

/** SIGKILL to all of these processes, without waiting. False: there is none. */
export const killAll = (processes: Processes): boolean => {
  const pids = processes.pids()
  for (const pid of pids) processes.kill(pid, SIGKILL, () => {})
  return pids.length > 0
}

const SIGKILL = 9

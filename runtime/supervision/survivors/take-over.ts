import { type Death, type Processes } from '../../../jets/index.js'
import { type Findings } from './find.js'

/** Of a service's process that died while nobody was there. */
export const UNKNOWN_DEATH: Death = { code: -1, signal: 0 }

const SIGKILL = 9

/**
 * Takes over what was found of a service. Leftovers are as a service that is up, for the policy to find dead: it kills
 * them as it would the rest of any group, and goes on from there.
 *
 * @returns the service's pid, if it is up in that sense, and what there is to tell
 */
export const takeOver = (
  processes: Processes,
  { leader, leftovers, scripts }: Findings,
  onDeath: (death: Death) => void,
): { readonly pid: number; readonly message: string } | undefined => {
  if (scripts !== undefined) {
    processes.adoptLeftovers(scripts)
    processes.kill(scripts.pid, SIGKILL, () => {})
  }
  if (leader !== undefined) {
    const { pid, started } = leader
    processes.adopt(pid, started, onDeath)
    return { pid, message: `still up (pid ${pid}), taken over` }
  }
  if (leftovers === undefined) return undefined
  processes.adoptLeftovers(leftovers)
  return { pid: leftovers.pid, message: `ended; what it left is killed (${leftovers.text})` }
}

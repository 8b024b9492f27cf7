import { setTimeout as pause } from 'node:timers/promises'
import { type Processes } from '../../jets/index.js'
import { type Hook } from '../hook/hook.js'
import { type Log } from '../log/log.js'
import { killAll, killStrays } from './strays.js'
import { type Supervisor } from '../supervision/supervisor.js'

/** How long a forced end waits for the killed to be gone, in milliseconds, and how often an end looks for that. */
const FORCED = 2_000
const END_POLL = 10

/**
 * Takes every service down and waits for the last process; when forced, kills whatever there is instead. Answers
 * whether nothing is left.
 */
export const takeDown = async (
  supervisor: Supervisor,
  processes: Processes,
  hook: Hook | undefined,
  isForced: () => boolean,
  log: Log,
): Promise<boolean> => {
  while (!isForced()) {
    // again and again: a letter that comes now must not keep one
    for (const name of supervisor.names()) supervisor.remove(name)
    const isOver =
      supervisor.size === 0 && supervisor.finishing === 0 && (hook === undefined || hook.isDone())
    // then what is left is nobody's: it left its process group, or a policy that failed has forgotten it
    if (isOver && !killRest(processes)) return true
    await pause(END_POLL)
  }
  log.warn('forced: killing what is left')
  supervisor.close()
  hook?.close()
  for (let waited = 0; waited < FORCED; waited += END_POLL) {
    if (!killRest(processes)) return true
    await pause(END_POLL)
  }
  return false
}

/** False: there is nothing left. */
const killRest = (processes: Processes): boolean => {
  const groups = killAll(processes)
  const strays = killStrays(processes)
  return groups || strays
}

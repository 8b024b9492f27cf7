import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { statOf } from '../../jets/index.js'
import { type Status, decodeStatus } from '../supervise/status.js'

/** By how much the clock of the machine's start and the wall clock may differ about when a process started. */
const SLACK = 2_000

/**
 * The status of a service whose process, started by an earlier supervisor that was killed, still runs; undefined when
 * there is none. A pid alone says nothing, somebody else may have it by now: it has to lead a session, as every run
 * script does, and either stand in the service's directory or have started when the status says.
 */
export const stillRunning = (directory: string): Status | undefined => {
  try {
    const status = decodeStatus(readFileSync(join(directory, 'supervise/status')))
    if (status._tag === 'Left' || status.right.pid === 0 || status.right.state !== 'run') return undefined
    const { pid, since } = status.right
    const stat = statOf(pid)
    if (stat === undefined || stat.state === 'Z' || stat.session !== pid || stat.group !== pid)
      return undefined
    if (readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory)) return status.right
    const [uptime] = readFileSync('/proc/uptime', 'latin1').split(' ')
    const started = Date.now() - Number(uptime) * 1000 + stat.started
    return Math.abs(started - since) < SLACK ? status.right : undefined
  } catch {
    return undefined // no status, or no process
  }
}

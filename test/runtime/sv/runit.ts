import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Status, decodeStatus } from '../../../runtime/supervise/status.js'
import { sv } from '../../../runtime/sv/run.js'
import { type Finished, until } from '../supervise/service.js'

/** Whether Debian's runit is installed. */
export const HAS_RUNIT = spawnSync('runsv').error === undefined

/** What a client said, and its exit code. */
export interface Said {
  readonly code: number
  readonly stdout: string
}

/** Debian's `sv`. */
export const debianSv = (services: string, argv: readonly string[]): Promise<Said> =>
  new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], SVDIR: services }
    execFile('sv', argv, { env }, (error, stdout) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout }),
    )
  })

/** Ours, in this process. */
export const ourSv = async (
  services: string,
  argv: readonly string[],
  runCheck: (directory: string) => Promise<boolean> = checkScript,
): Promise<Said & { readonly stderr: string }> => {
  let stdout = ''
  let stderr = ''
  const out = (line: string): void => void (stdout += line + '\n')
  const err = (line: string): void => void (stderr += line + '\n')
  const code = await sv(argv, { out, err, env: { SVDIR: services }, runCheck })
  return { code, stdout, stderr }
}

const checkScript = (directory: string): Promise<boolean> =>
  new Promise((resolve) => execFile('./check', { cwd: directory }, (error) => resolve(error === null)))

/** What the supervisor of a service wrote last; undefined before that. */
export const statusOf = (service: string): Status | undefined => {
  try {
    const decoded = decodeStatus(readFileSync(join(service, 'supervise/status')))
    return decoded._tag === 'Right' ? decoded.right : undefined
  } catch {
    return undefined
  }
}

/** Starts Debian's `runsv` on a service, and ends it and the service when the test ends. */
export const startRunsv = async (
  service: string,
  finished: Finished = onTestFinished,
): Promise<ChildProcess> => {
  // With a process group of its own, in which the service is too.
  const runsv = spawn('runsv', [service], { stdio: 'ignore', detached: true })
  finished(() => killGroup(runsv.pid!))
  await until(() => isSupervised(service))
  return runsv
}

const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left in it.
  }
}

/** Whether somebody holds a service's `ok` open. */
export const isSupervised = (service: string): boolean => {
  try {
    closeSync(openSync(join(service, 'supervise/ok'), constants.O_WRONLY | constants.O_NONBLOCK))
    return true
  } catch {
    return false
  }
}

import * as fs from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { right } from '../../nock/either.js'
import { errnoText } from '../supervise/errno.js'
import type { Status } from '../supervise/status.js'
import { errorJson } from '../terminal/terminal.js'
import { type Request, parseArguments } from './arguments.js'
import { SV_USAGE, svHelp } from './help.js'
import { type Outcome, failures, outcomeJson, outcomeText } from './print.js'
import {
  type Known,
  NOT_RUNNING,
  type Trouble,
  directoryTrouble,
  readLog,
  readService,
  sendLetters,
} from './read.js'
import { listServices, serviceDirectory, servicesDirectory } from './services.js'
import { progress } from './wait.js'

/** What `sv` has of the world, besides the service directories. */
export interface SvIo {
  /** A line for stdout, without its newline. */
  out(line: string): void
  /** A line for stderr. */
  err(line: string): void
  /** `SVDIR` and `SVWAIT` are read. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether the service's `./check`, which is there, says that the service is up; in its own bounded time. */
  runCheck(serviceDirectory: string): Promise<boolean>
}

/** What it ends with for a command line that makes no sense. */
export const USAGE_ERROR = 100

/**
 * `runock sv`: runit's `sv`, with its lines and its exit code. It knows a supervisor only by the files in
 * `supervise/`, so Debian's `runsv` may be behind them as well as ours.
 *
 * @returns the number of services that failed, 99 at most; 100 for a command line that makes no sense
 * @example
 * await sv(['-w', '3', 'up', 'web'], { out: console.log, err: console.error, env: process.env, runCheck })
 */
export const sv = async (argv: readonly string[], io: SvIo): Promise<number> => {
  const parsed = parseArguments(argv, io.env['SVWAIT'])
  if (parsed._tag === 'Left') {
    if (argv.includes('--json')) io.err(errorJson('runock sv', { code: USAGE_ERROR, message: parsed.left }))
    else {
      io.err(`runock sv: ${parsed.left}`)
      io.err(SV_USAGE)
    }
    return USAGE_ERROR
  }
  const request = parsed.right
  if (request === 'help') {
    io.out(svHelp())
    return 0
  }
  const directory = servicesDirectory(io.env)
  const names = request.services === 'all' ? listServices(directory) : right(request.services)
  if (names._tag === 'Left') {
    const message = `unable to read ${directory}: ${errnoText(names.left)}`
    io.err(request.json ? errorJson('runock sv', { code: USAGE_ERROR, message }) : `fatal: ${message}`)
    return USAGE_ERROR
  }

  const tell = (outcome: Outcome): Outcome => {
    if (!request.json) io.out(outcomeText(outcome, Date.now()))
    return outcome
  }
  const at = Date.now()
  const services = names.right.map((name) => ({ name, directory: serviceDirectory(name, directory) }))
  // Every service is told before one is waited for.
  const begun = services.map((service) => begin(request, service, tell))
  const outcomes = await Promise.all(
    begun.map((one) => ('result' in one ? one : waitFor(request, one, at, io, tell))),
  )
  if (request.json) {
    const now = Date.now()
    io.out(
      JSON.stringify(
        outcomes.map((outcome) => outcomeJson(outcome, now)),
        undefined,
        2,
      ),
    )
  }
  return Math.min(
    99,
    outcomes.reduce((sum, outcome) => sum + failures(outcome), 0),
  )
}

interface Service {
  /** As the user named it. */
  readonly name: string
  readonly directory: string
}

/** A service whose command is under way. */
interface Begun {
  readonly service: Service
  readonly before: Status | undefined
}

/** Tells the service, or reads it; an outcome when there is nothing to wait for. */
const begin = (request: Request, service: Service, tell: (outcome: Outcome) => Outcome): Outcome | Begun => {
  const { does, letters } = request.command
  const { name, directory } = service
  const trouble = directoryTrouble(directory)
  if (trouble !== undefined) return tell(troubled(name, trouble))
  if (does === 'check') return { service, before: undefined }

  const read = readService(directory)
  if (read._tag === 'Left') return tell(troubled(name, read.left, letters))
  if (does === 'status') return tell({ ...done(name, 'status', read.right), log: readLog(directory) })

  const { status } = read.right
  if (!isSaid(letters, status)) {
    const unsent = sendLetters(directory, letters)
    if (unsent !== undefined) return tell(troubled(name, unsent, letters))
  }
  return request.waits ? { service, before: status } : done(name, 'ok', read.right)
}

/** Whether the service already wants what the letters would say; `down` is said again until TERM was sent. */
const isSaid = (letters: string, { want, gotTerm }: Status): boolean =>
  letters.startsWith('u') ? want === 'up' : letters.startsWith('d') && want === 'down' && gotTerm

const waitFor = async (
  { command, limit }: Request,
  { service: { name, directory }, before }: Begun,
  at: number,
  { runCheck }: SvIo,
  tell: (outcome: Outcome) => Outcome,
): Promise<Outcome> => {
  const { letters, kills } = command
  const sent = { letters, before, at }
  const from = performance.now()
  for (let waited = 0; ; waited = performance.now() - from) {
    const read = readService(directory)
    if (read._tag === 'Left') return tell(troubled(name, directoryTrouble(directory) ?? read.left, letters))
    const reached = progress(sent, read.right.status)
    const hasCheck = reached === 'check' && fs.existsSync(join(directory, 'check'))
    if (reached !== 'not yet' && (!hasCheck || (await runCheck(directory)))) {
      return tell(done(name, 'ok', read.right))
    }
    if (waited > limit) {
      const outcome = tell(done(name, kills ? 'kill' : 'timeout', read.right))
      if (kills) sendLetters(directory, 'k')
      return outcome
    }
    await sleep(hasCheck ? CHECK_PAUSE : Math.min(Math.max(waited / 10, 10), 200))
  }
}

/** Between two runs of `./check`, in milliseconds. Else a look at the files comes a tenth late at most. */
const CHECK_PAUSE = 200

const done = (service: string, result: Outcome['result'], known: Known): Outcome => ({
  service,
  result,
  text: undefined,
  known,
  log: undefined,
})

/** That nobody supervises the service is what `exit` is after. */
const troubled = (service: string, trouble: Trouble, letters = ''): Outcome => ({
  service,
  result: trouble === NOT_RUNNING && letters === 'x' ? 'ok' : trouble.kind,
  text: trouble.text,
  known: undefined,
  log: undefined,
})

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { type Either, left, right } from '../../nock/either.js'
import { type Live, type LiveStep } from '../../nock/lesson/lesson.js'
import { packageRoot } from '../package.js'

/** What is waited for at most, however busy the machine. */
const LIMIT_S = 60

/**
 * Runs answers for real: a supervisor of its own in a temporary directory, with the answers in place of its formulas,
 * keeps a service called web, and the lesson's story happens to it. All of it is gone afterwards.
 *
 * @param answers texts by the names of the formulas whose places they take
 * @param tell what happens, a line each
 * @returns or why the story did not come to its end
 */
export const runLive = async (
  story: Live['story'],
  answers: ReadonlyMap<string, string>,
  tell: (line: string) => void,
): Promise<Either<string, void>> => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-lesson-'))
  const services = join(directory, 'services')
  const web = join(services, 'web')
  mkdirSync(join(directory, 'formulas'))
  mkdirSync(web, { recursive: true })
  for (const [name, text] of answers) writeFileSync(join(directory, 'formulas', `${name}.nock`), text)
  writeFileSync(join(web, 'run'), '#!/bin/sh\nexec sleep 1000000\n')
  chmodSync(join(web, 'run'), 0o755)
  const supervisor = new Supervisor(join(directory, 'formulas'), services)
  let interrupted: NodeJS.Signals | undefined
  const interrupt = (signal: NodeJS.Signals): void => {
    interrupted = signal
    void supervisor.end()
  }
  for (const signal of SIGNALS) process.once(signal, interrupt)
  try {
    tell(`runock supervise, with your ${[...answers.keys()].join(', ')}, on a service web`)
    for (const step of ['up', ...story] as const) await happen(step, web, supervisor, tell)
    return right(undefined)
  } catch (error) {
    if (!(error instanceof Stuck)) throw error
    return left([error.message, ...supervisor.lastWords()].join('\n'))
  } finally {
    await supervisor.end()
    rmSync(directory, { recursive: true, force: true })
    for (const signal of SIGNALS) process.off(signal, interrupt)
    if (interrupted !== undefined) process.kill(process.pid, interrupted) // as it would have ended without us
  }
}

/** What ends this program ends the supervisor first. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The story does not go on. */
class Stuck {
  readonly message: string

  constructor(message: string) {
    this.message = message
  }
}

const happen = async (
  step: LiveStep,
  web: string,
  supervisor: Supervisor,
  tell: (line: string) => void,
): Promise<void> => {
  if (step !== 'kill') {
    await supervisor.ready(web)
    tell(`${`sv ${step} web`.padEnd(16)} ${await sv(step, web, supervisor.over)}`)
    return
  }
  const pid = pidOf(web)
  if (pid === undefined) throw new Stuck('there is no process to kill')
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    throw new Stuck(`process ${pid} has ended by itself`)
  }
  const another = await supervisor.until('the service to run again', () => {
    const now = pidOf(web)
    return now === pid ? undefined : now
  })
  tell(`${`kill -9 ${pid}`.padEnd(16)} and it runs again, as ${another}`)
}

const MAIN = join(packageRoot(), '.dist', 'runtime', 'main.js')

/** What `sv up` or `sv down` says once it is so; it does not outlast the supervisor. */
const sv = (step: 'up' | 'down', web: string, over: AbortSignal): Promise<string> =>
  new Promise((done, fail) => {
    const words = [MAIN, 'sv', '-v', '-w', String(LIMIT_S), step, web]
    execFile(process.execPath, words, { signal: over }, (error, out) => {
      if (error) fail(new Stuck(`sv ${step} web: ${out.trim() || error.message}`))
      else done(out.trim().replaceAll(web, 'web'))
    })
  })

const pidOf = (web: string): number | undefined => {
  try {
    return Number(readFileSync(join(web, 'supervise', 'pid'), 'utf8')) || undefined
  } catch {
    return undefined
  }
}

class Supervisor {
  private readonly child: ChildProcess
  private readonly ended: Promise<void>
  private readonly ending = new AbortController()
  private words = ''

  constructor(formulas: string, services: string) {
    const words = [MAIN, 'supervise', '--formulas', formulas, services]
    this.child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.words = (this.words + chunk.toString()).slice(-2000)))
    this.ended = new Promise((over) => this.child.once('close', () => over(this.ending.abort())))
  }

  /** Aborted once it has ended. */
  get over(): AbortSignal {
    return this.ending.signal
  }

  /** Until the service can be told something. */
  async ready(web: string): Promise<void> {
    await this.until('the supervisor to take the service up', () => pidOf(web) ?? this.says('supervising'))
  }

  async until<A>(what: string, look: () => A | undefined | false): Promise<A> {
    for (let tries = 0; tries < LIMIT_S * 50; tries++) {
      const seen = look()
      if (seen !== undefined && seen !== false) return seen
      if (this.over.aborted) throw new Stuck('the supervisor has ended')
      await after(20)
    }
    throw new Stuck(`waited ${LIMIT_S} s for ${what}`)
  }

  lastWords(): readonly string[] {
    return this.words.trim().split('\n').slice(-4)
  }

  async end(): Promise<void> {
    this.child.kill('SIGTERM')
    const late = setTimeout(() => this.child.kill('SIGTERM'), 10_000) // a second one waits for nothing
    await this.ended
    clearTimeout(late)
  }

  private says(words: string): boolean {
    return this.words.includes(words)
  }
}

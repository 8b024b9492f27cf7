import { type ChildProcess, spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  closeSync,
  constants,
  openSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { decodeStatus } from '../../runtime/supervise/status.js'

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

/** The files of a service directory by name, `log/run` say; scripts are those whose text starts with `#!`. */
export type Files = Readonly<Record<string, string>>

/** A run script that only lives. */
export const SLEEPS = '#!/bin/sh\nexec sleep 1000\n'

/** Tells the processes of one test from all others: every one inherits it. */
const MARK = 'RUNOCK_TEST'

/**
 * A real supervisor on a temporary directory of services, and what its environment can see of it.
 *
 * @example
 * await using tree = await supervise({ web: { run: SLEEPS } })
 */
export const supervise = async (
  services: Readonly<Record<string, Files>>,
  ...args: string[]
): Promise<Tree> => {
  const tree = new Tree(services, args)
  await tree.said(/supervising \d+ services/)
  return tree
}

/** Waits for something to become so, looking again and again; fails when it does not within 20 s. */
export const until = async <A>(what: string, look: () => A | undefined | false): Promise<A> => {
  const end = performance.now() + 20_000
  for (;;) {
    const seen = look()
    if (seen !== undefined && seen !== false) return seen
    if (performance.now() > end) throw new Error(`waited 20 s for: ${what}`)
    await new Promise((next) => setTimeout(next, 5))
  }
}

export class Tree {
  readonly directory: string
  readonly mark: string
  readonly supervisor: ChildProcess
  /** What it wrote so far. */
  stdout = ''
  stderr = ''
  private readonly ended: Promise<number | string>

  /** @param before another supervisor's tree, to go on with */
  constructor(services: Readonly<Record<string, Files>>, args: readonly string[], before?: Tree) {
    this.directory = before?.directory ?? mkdtempSync(join(tmpdir(), 'runock-'))
    this.mark = before?.mark ?? `${process.pid}-${this.directory}`
    for (const [name, files] of Object.entries(services)) this.write(name, files)
    this.supervisor = spawn(process.execPath, [PROGRAM, 'supervise', ...args, this.directory], {
      env: { ...process.env, [MARK]: this.mark },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.supervisor.stdout!.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()))
    this.supervisor.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()))
    this.ended = new Promise((done) => this.supervisor.on('exit', (code, signal) => done(code ?? signal!)))
  }

  /** Makes a service directory at once, with all its files. */
  write(name: string, files: Files): void {
    const aside = join(this.directory, `.${name}`)
    mkdirSync(aside)
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(aside, file, '..'), { recursive: true })
      writeFileSync(join(aside, file), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 })
    }
    renameSync(aside, this.path(name))
  }

  path(...parts: readonly string[]): string {
    return join(this.directory, ...parts)
  }

  /** The pid in a service's status; undefined while it has none. */
  pid(name: string): number | undefined {
    try {
      const status = decodeStatus(readFileSync(this.path(name, 'supervise/status')))
      return status._tag === 'Right' && status.right.pid !== 0 ? status.right.pid : undefined
    } catch {
      return undefined
    }
  }

  /** Waits until a service is up, by its status, and its process lives; with another pid than `before`. */
  async up(name: string, before?: number): Promise<number> {
    return until(`${name} up, not as ${before}`, () => {
      const pid = this.pid(name)
      return pid !== undefined && pid !== before && isAlive(pid) && pid
    })
  }

  /** Waits until a service is down, by its status. */
  async down(name: string): Promise<void> {
    await until(`${name} down`, () => this.pid(name) === undefined)
  }

  /** Writes letters to a service's control. */
  control(name: string, letters: string): void {
    // never waits for a reader: without one it throws
    const fd = openSync(this.path(name, 'supervise/control'), constants.O_WRONLY | constants.O_NONBLOCK)
    writeSync(fd, letters)
    closeSync(fd)
  }

  /** Waits for a line on standard error. */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    return until(`${pattern} on standard error, which has:\n${this.stderr}`, () => {
      if (this.supervisor.exitCode !== null) throw new Error(`it ended: ${this.stderr}`)
      return pattern.exec(this.stderr) ?? undefined
    })
  }

  /** Every living process that came of this supervisor, itself included; zombies too if asked. */
  processes(zombies = false): readonly number[] {
    return readdirSync('/proc').flatMap((entry) => {
      const pid = Number(entry)
      return Number.isInteger(pid) && this.isOurs(pid, zombies) ? [pid] : []
    })
  }

  /** Ends it by a signal (it may have ended before); answers its exit code. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string> {
    this.supervisor.kill(signal)
    return this.ended
  }

  /** Nothing of it is left behind, whatever the test has come to. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.supervisor.exitCode === null && this.supervisor.signalCode === null) {
      this.supervisor.kill('SIGKILL')
      await this.ended
    }
    for (const pid of this.processes()) signal(pid, 'SIGKILL')
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 })
  }

  private isOurs(pid: number, zombies: boolean): boolean {
    try {
      // A zombie has no environment any more, but it is somebody's child.
      const { state, parent } = statOf(pid)
      if (state === 'Z') return zombies && parent === this.supervisor.pid
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`${MARK}=${this.mark}`)
    } catch {
      return false
    }
  }
}

/** The living processes of a process group. */
export const groupOf = (group: number): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isAlive(pid) && groupNow(pid) === group)

const groupNow = (pid: number): number | undefined => {
  try {
    return statOf(pid).group
  } catch {
    return undefined // gone meanwhile
  }
}

/** What /proc says of a process; throws when it is gone. */
export const statOf = (pid: number): { state: string; parent: number; group: number; session: number } => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const [state, parent, group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { state: state!, parent: Number(parent), group: Number(group), session: Number(session) }
}

/** Does a process live, and is it no zombie? */
export const isAlive = (pid: number): boolean => {
  try {
    return !'ZX'.includes(statOf(pid).state)
  } catch {
    return false
  }
}

/** Signals a process if it is still there. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // gone meanwhile
  }
}

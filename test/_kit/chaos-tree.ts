import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { statOf } from '../../jets/index.js'
import { makeService } from '../runtime/supervise/service.js'
import { statusOf } from '../runtime/sv/runit.js'
import { childrenOf } from './children.js'
import { disposedAtTheEnd } from './disposal.js'
import { type Files, isAlive, signal, until } from './supervised.js'

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

/** Tells the processes of one tree from all others: every one inherits it. */
const MARK = 'RUNOCK_CHAOS'

export interface ReignOptions {
  /** More arguments for `runock supervise`. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A command that becomes the supervisor (`exec`) once it has set limits, say. */
  readonly through?: readonly string[]
  /** One that starts it as a child, and waits for it. */
  readonly under?: readonly string[]
}

/** One supervisor's time. */
export interface Reign {
  readonly number: number
  readonly supervisor: ChildProcess
  /** Of the supervisor itself. */
  readonly pid: () => number
  /** When it was started, in milliseconds since the machine was. */
  readonly started: number
  /** What it wrote so far. */
  readonly stderr: () => string
  /** Its exit code or the signal that ended it. */
  readonly ended: Promise<number | string>
  readonly isOver: () => boolean
}

/**
 * A directory of services with one supervisor after another, each going on where the last was killed, and one journal of
 * them all. `root` holds `services/`, `journal/decisions.jsonl`, and whatever else a test needs.
 *
 * @example
 * await using tree = new ChaosTree()
 * tree.write('web', { run: SLEEPS })
 * await tree.start()
 */
export class ChaosTree {
  readonly root = mkdtempSync(join(tmpdir(), 'runock-chaos-'))
  readonly services = join(this.root, 'services')
  readonly journal = join(this.root, 'journal', 'decisions.jsonl')
  readonly reigns: Reign[] = []
  private readonly mark = `${process.pid}-${this.root}`
  private readonly undo: (() => void)[] = []
  private readonly disposed = disposedAtTheEnd(this)

  /** @param disk of this size (`256k`), if given, all of it is on a disk of its own: that takes root */
  constructor(disk?: string) {
    if (disk !== undefined) {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${disk},mode=755`, 'chaos', this.root])
      this.afterwards(() => execFileSync('umount', ['--lazy', this.root]))
    }
    for (const directory of ['services', 'journal', 'aside']) mkdirSync(join(this.root, directory))
  }

  /** The supervisor that was started last. */
  get reign(): Reign {
    return this.reigns.at(-1)!
  }

  /** Starts a supervisor, and waits until it has taken every service up. */
  async start({ args = [], env = {}, through = [], under = [] }: ReignOptions = {}): Promise<Reign> {
    const [program, ...rest] = [
      ...through,
      ...under,
      process.execPath,
      PROGRAM,
      'supervise',
      '--journal',
      this.journal,
    ]
    const supervisor = spawn(program!, [...rest, ...args, this.services], {
      env: { ...process.env, ...env, [MARK]: this.mark },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    supervisor.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const ended = new Promise<number | string>((done, failed) => {
      supervisor.on('error', failed)
      supervisor.on('exit', (code, by) => done(code ?? by!))
    })
    const isOver = (): boolean => supervisor.exitCode !== null || supervisor.signalCode !== null
    const reign = {
      number: this.reigns.length,
      supervisor,
      pid: () => (under.length === 0 ? supervisor.pid! : childrenOf(supervisor.pid!)[0]!),
      started: statOf(supervisor.pid!)?.started ?? 0,
      stderr: () => stderr,
      ended,
      isOver,
    }
    this.reigns.push(reign)
    await this.said(/supervising \d+ services/)
    return reign
  }

  /** Waits for a line of the present supervisor on standard error. */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    const { stderr, isOver } = this.reign
    return until(`${pattern} on standard error`, () => {
      if (isOver()) throw new Error(`the supervisor ended: ${stderr()}`)
      return pattern.exec(stderr()) ?? undefined
    })
  }

  /** Ends the present supervisor; its exit code or signal. */
  async end(by: NodeJS.Signals): Promise<number | string> {
    process.kill(this.reign.pid(), by)
    return this.reign.ended
  }

  /** Makes a service's directory, whole at once. */
  write(name: string, files: Files): void {
    makeService(join(this.services, name), files)
  }

  path(...parts: readonly string[]): string {
    return join(this.services, ...parts)
  }

  /** The pid in a service's status; undefined while it has none. */
  pid(name: string): number | undefined {
    return statusOf(this.path(name))?.pid || undefined
  }

  /** Waits until a service is up, by its status and in truth; with another pid than `before`. */
  async up(name: string, before?: number): Promise<number> {
    return until(`${name} up, not as ${before}`, () => {
      const pid = this.pid(name)
      return pid !== undefined && pid !== before && isAlive(pid) && pid
    })
  }

  /** Writes letters to a service's control. False: nobody listens there now. */
  control(name: string, letters: string): boolean {
    try {
      const fd = openSync(this.path(name, 'supervise/control'), constants.O_WRONLY | constants.O_NONBLOCK)
      writeSync(fd, letters)
      closeSync(fd)
      return true
    } catch {
      return false
    }
  }

  /** Every living process that came of this tree. */
  processes(): readonly number[] {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && isAlive(pid) && this.isOurs(pid))
  }

  /** Is it a process of this tree, by what it inherited? */
  isOurs(pid: number): boolean {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`${MARK}=${this.mark}`)
    } catch {
      return false // gone meanwhile
    }
  }

  /** Keeps something to be undone when all processes have ended. */
  afterwards(act: () => void): void {
    this.undo.push(act)
  }

  /** Nothing of it is left behind, whatever the test has come to. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const { isOver, supervisor, ended } of this.reigns) {
      if (!isOver()) supervisor.kill('SIGKILL')
      await ended.catch(() => {}) // it could not even be started
    }
    // one that is just being started may come of one that was just killed
    await until('all gone', () => {
      const left = this.processes()
      for (const pid of left) signal(pid, 'SIGKILL')
      return left.length === 0
    })
    for (const act of this.undo.reverse()) act()
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 })
    this.disposed()
  }
}

import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { watch } from 'chokidar'
import * as E from 'fp-ts/lib/Either.js'
import { Processes, launcher, loadLibc } from '../../jets/index.js'
import { type Book, loadFormulas, showFormulaError } from '../formulas/index.js'
import { Digest } from '../log/digest.js'
import { type Log, openLog } from '../log/log.js'
import { decider } from './decide.js'
import { type Policy, readPolicy } from './policy.js'
import { scan } from './scan.js'
import { Supervisor } from './supervisor.js'

export interface TreeOptions {
  /** Holds the service directories. */
  readonly directory: string
  /** The name of the policy's formula. */
  readonly policy: string
  /** Formulas that go before the package's. */
  readonly formulas: string | undefined
  /** Messages as JSON. */
  readonly json: boolean
}

/**
 * How often every service is looked at, in milliseconds: the T of "a service that crashes is running again within
 * T + B", less than a second with all that may come between (B). A death is mostly noticed at once.
 */
export const SWEEP = 750

/** How often the directory is read again though nobody told of a change, in milliseconds. */
export const RESCAN = 5_000

/** How long a forced end waits for the killed to be gone, in milliseconds. */
const FORCED = 2_000

/**
 * Supervises the services in a directory, those that come and go included, until SIGTERM, SIGINT or SIGHUP: then takes
 * every one down, and answers true when no process is left. Left: it could not begin, and why.
 */
export const superviseTree = async (options: TreeOptions): Promise<E.Either<string, boolean>> => {
  const directory = resolve(options.directory)
  const book = loadFormulas(options.formulas === undefined ? [] : [options.formulas])
  if (E.isLeft(book)) return E.left(showFormulaError(book.left))
  const policyNamed = policies(book.right)
  const policy = policyNamed(options.policy)
  if (E.isLeft(policy)) return E.left(`--policy ${options.policy}: ${policy.left}`)
  if (!existsSync(directory)) return E.left(`${directory} does not exist`)
  if (!statSync(directory).isDirectory()) return E.left(`${directory} is no directory`)

  const log = openLog({ json: options.json, color: hasColor() })
  const digest = new Digest((service, msg) => log.info({ service }, msg))
  const libc = loadLibc()
  if (libc === undefined)
    log.warn('koffi has no binary for this machine: starting processes by Node, which is slower')
  const processes = new Processes(launcher(libc))
  const supervisor = new Supervisor({
    libc,
    processes,
    decide: decider(),
    policy: policy.right,
    policyNamed,
    digest,
  })
  process.on('uncaughtException', (error) =>
    log.error(`a mistake of our own, please report it: ${error.stack}`),
  )

  const tree = new Tree(directory, supervisor, digest)
  const ending = untilSignal()
  tree.rescan()
  log.info(`supervising ${supervisor.size} services in ${directory} (pid ${process.pid})`)
  const watcher = watch(directory, { depth: 0, followSymlinks: false })
  watcher.on('all', () => tree.rescanSoon())
  watcher.on('error', (error) => digest.tell('', 'watch', `${directory}: ${String(error)}`))
  const sweep = setInterval(() => supervisor.sweep(), SWEEP)
  const rescan = setInterval(() => tree.rescan(), RESCAN)

  log.info(`${await ending}: taking every service down`)
  clearInterval(rescan)
  tree.close()
  await watcher.close()
  const clean = await takeDown(supervisor, processes, log)
  clearInterval(sweep)
  processes.close()
  digest.close()
  return E.right(clean)
}

/** Policies by the names of their formulas, each read once. */
const policies = (book: Book): ((name: string) => E.Either<string, Policy>) => {
  const read = new Map<string, E.Either<string, Policy>>()
  return (name) => {
    const known = read.get(name)
    if (known !== undefined) return known
    const noun = book.get(name)
    const policy = noun === undefined ? E.left(`there is no formula ${name}.nock`) : readPolicy(noun)
    read.set(name, policy)
    return policy
  }
}

/** Without a look at `process.stderr`: Node would set the terminal or pipe, which our services share, to its own ways. */
const hasColor = (): boolean => {
  if (process.env['NO_COLOR']) return false
  try {
    return statSync('/proc/self/fd/2').isCharacterDevice() && process.env['TERM'] !== 'dumb'
  } catch {
    return false
  }
}

/** Brings what is in the directory and what is supervised together. */
class Tree {
  private readonly directory: string
  private readonly supervisor: Supervisor
  private readonly digest: Digest
  /** Services that left by themselves (`sv exit`): they come back when their directory does. */
  private readonly left = new Map<string, string>()
  private soon: NodeJS.Immediate | undefined
  private closed = false

  constructor(directory: string, supervisor: Supervisor, digest: Digest) {
    this.directory = directory
    this.supervisor = supervisor
    this.digest = digest
    supervisor.onLeft = (found) => {
      this.left.set(found.name, found.identity)
      this.rescanSoon()
    }
  }

  rescanSoon(): void {
    if (!this.closed) this.soon ??= setImmediate(() => this.rescan())
  }

  rescan(): void {
    this.soon = undefined
    if (this.closed) return
    const scanned = scan(this.directory)
    if (E.isLeft(scanned)) return this.digest.tell('', 'scan', `${scanned.left}; what runs goes on`)
    const found = scanned.right
    for (const [name, identity] of this.left)
      if (found.get(name)?.identity !== identity) this.left.delete(name)
    for (const name of this.supervisor.names()) {
      if (found.get(name)?.identity !== this.supervisor.found(name)?.identity) this.supervisor.remove(name)
    }
    for (const [name, service] of found) {
      if (this.supervisor.found(name) !== undefined || this.left.has(name)) continue
      const added = this.supervisor.add(service)
      if (E.isLeft(added)) this.digest.tell(name, 'add', `not supervised: ${added.left}`)
    }
    this.supervisor.mend()
  }

  close(): void {
    this.closed = true
  }
}

/** The first signal that says to end. */
const untilSignal = (): Promise<string> =>
  new Promise((done) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => done(signal))
  })

/** Takes every service down and waits for the last process; a further signal kills whatever there is, at once. */
const takeDown = async (supervisor: Supervisor, processes: Processes, log: Log): Promise<boolean> =>
  new Promise((done) => {
    const isOver = (): boolean => supervisor.size === 0 && processes.pids().length === 0
    const look = setInterval(() => isOver() && end(true), 10)
    const end = (clean: boolean): void => {
      clearInterval(look)
      done(clean)
    }
    const force = (): void => {
      log.warn('forced: killing what is left')
      processes.killAll()
      setTimeout(() => {
        processes.killAll()
        end(processes.pids().length === 0)
      }, FORCED)
    }
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, force)
    supervisor.onLeft = () => isOver() && end(true)
    for (const name of supervisor.names()) supervisor.remove(name)
    if (isOver()) end(true)
  })

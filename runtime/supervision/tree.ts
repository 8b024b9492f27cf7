import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isatty } from 'node:tty'
import { watch } from 'chokidar'
import * as E from 'fp-ts/lib/Either.js'
import { Processes, launcher, loadLibc } from '../../jets/index.js'
import { hasStyle } from '../command/terminal.js'
import { type Book, loadFormulas, namer, showFormulaError } from '../formulas/index.js'
import { Digest } from '../log/digest.js'
import { type Log, openLog } from '../log/log.js'
import { type JournalSettings, type OpenJournal, openJournal } from '../journal/open.js'
import { packageVersion } from '../package.js'
import { decider } from './decide.js'
import { Memory } from './memory.js'
import { type Policy, readPolicy } from './policy.js'
import { both } from './recorder.js'
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
  /** Where every decision is written down, if anywhere. */
  readonly journal: JournalSettings | undefined
}

/**
 * How often every service is looked at, in milliseconds: the T of "a service that crashes is running again within
 * T + B", less than a second with all that may come between (B). A death is mostly noticed at once.
 */
export const SWEEP = 750

/** How often the directory is read again though nobody told of a change, in milliseconds. */
export const RESCAN = 5_000

/** How long a forced end waits for the killed to be gone, in milliseconds, and how often an end looks for that. */
const FORCED = 2_000
const END_POLL = 10

/**
 * Supervises the services in a directory, those that come and go included, until SIGTERM, SIGINT, SIGHUP or SIGQUIT: then takes
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
  const scanned = scan(directory)
  if (E.isLeft(scanned)) return scanned

  // not by `process.stderr`: Node would set the terminal or pipe, which our services share, to its own ways
  const log = openLog({ json: options.json, color: hasStyle({ isTTY: isatty(2) }, process.env) })
  const digest = new Digest((service, msg) => log.info(service === '' ? {} : { service }, msg))
  const libc = loadLibc()
  if (libc === undefined)
    log.warn('koffi has no binary for this machine: starting processes by Node, which is slower')
  const journal = options.journal
    ? await openJournal(
        options.journal,
        { runock: packageVersion(), directory },
        libc,
        namer(book.right),
        (message) => log.warn(`the journal: ${message}`),
      )
    : undefined
  if (journal !== undefined && E.isLeft(journal)) return E.left(`--journal: ${journal.left}`)
  const memory = new Memory({
    who: { runock: packageVersion(), pid: process.pid, directory },
    now: () => new Date(),
    nameOf: namer(book.right),
  })
  const processes = new Processes(launcher(libc))
  const supervisor = new Supervisor({
    libc,
    processes,
    decide: decider(),
    policy: policy.right,
    policyNamed,
    digest,
    recorder: journal === undefined ? memory : both(journal.right.journal, memory),
    memory,
  })
  process.on('uncaughtException', (error) =>
    log.error(`a mistake of our own, please report it: ${error.stack}`),
  )

  const tree = new Tree(directory, supervisor, digest)
  const ending = untilSignal()
  tree.rescan(scanned)
  log.info(`supervising ${supervisor.size} services in ${directory} (pid ${process.pid})`)
  const watcher = watch(directory, { depth: 0, followSymlinks: false, ignored: isJournal(options.journal) })
  watcher.on('all', () => tree.rescanSoon())
  watcher.on('ready', () => tree.rescanSoon()) // it tells of nothing that came before that
  watcher.on('error', (error) => digest.tell('', 'watch', `${directory}: ${String(error)}`))
  const sweep = setInterval(() => supervisor.sweep(), SWEEP)
  const rescan = setInterval(() => tree.rescan(), RESCAN)

  log.info(`${await ending.first}: taking every service down`)
  clearInterval(rescan)
  tree.close()
  await watcher.close()
  const clean = await takeDown(supervisor, processes, ending.isForced, log)
  clearInterval(sweep)
  supervisor.close()
  processes.close()
  if (journal !== undefined) await endJournal(journal.right, log)
  digest.close()
  return E.right(clean)
}

/** A journal that is kept in the directory itself: it would be read again for every line. */
const isJournal = (journal: JournalSettings | undefined): ((path: string) => boolean) => {
  if (journal === undefined) return () => false
  const file = resolve(journal.file)
  return (path) => path.startsWith(file) && /^(\.\d+)?$/.test(path.slice(file.length))
}

const endJournal = async ({ journal, close }: OpenJournal, log: Log): Promise<void> => {
  journal.close()
  if (await close()) log.info(`the journal ends with the chain ${journal.last}`)
  else log.warn('the journal: its last lines are lost, the disk did not take them')
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

/** Brings what is in the directory and what is supervised together. */
class Tree {
  private readonly directory: string
  private readonly supervisor: Supervisor
  private readonly digest: Digest
  /** Services that left by themselves (`sv exit`): they come back when their directory does. */
  private readonly left = new Map<string, string | undefined>()
  /** Services on their way out, since their directory went: it may be back before they have left. */
  private readonly removed = new Set<string>()
  private soon: NodeJS.Immediate | undefined
  private closed = false

  constructor(directory: string, supervisor: Supervisor, digest: Digest) {
    this.directory = directory
    this.supervisor = supervisor
    this.digest = digest
    supervisor.onLeft = (found) => {
      if (!this.removed.delete(found.name)) this.left.set(found.name, found.identity)
      this.rescanSoon()
    }
  }

  rescanSoon(): void {
    if (!this.closed) this.soon ??= setImmediate(() => this.rescan())
  }

  rescan(scanned = scan(this.directory)): void {
    this.soon = undefined
    if (this.closed) return
    if (E.isLeft(scanned)) return this.digest.tell('', 'scan', `${scanned.left}; what runs goes on`)
    const found = scanned.right
    for (const [name, identity] of this.left)
      if (found.get(name)?.identity !== identity) this.left.delete(name)
    for (const name of this.supervisor.names()) {
      const now = found.get(name)
      const isUnclear = now !== undefined && now.identity === undefined
      if (isUnclear || now?.identity === this.supervisor.found(name)?.identity) continue
      this.removed.add(name)
      this.supervisor.remove(name)
    }
    for (const [name, service] of found) {
      if (service.identity === undefined || this.supervisor.found(name) !== undefined || this.left.has(name))
        continue
      const added = this.supervisor.add(service)
      if (E.isLeft(added)) this.digest.tell(name, 'add', `not supervised: ${added.left}`)
    }
    this.supervisor.mend()
  }

  close(): void {
    this.closed = true
  }
}

/** The signals that say to end: the first one, and whether another has come since. */
const untilSignal = (): { readonly first: Promise<string>; readonly isForced: () => boolean } => {
  let forced = false
  const first = new Promise<string>((done) => {
    let asked = false
    // Node would open its debugger at USR1, and end at once at USR2
    for (const signal of ['SIGUSR1', 'SIGUSR2'] as const) process.on(signal, () => {})
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) {
      process.on(signal, () => {
        if (asked) forced = true
        asked = true
        done(signal)
      })
    }
  })
  return { first, isForced: () => forced }
}

/**
 * Takes every service down and waits for the last process; when forced, kills whatever there is instead. Answers
 * whether nothing is left.
 */
const takeDown = async (
  supervisor: Supervisor,
  processes: Processes,
  isForced: () => boolean,
  log: Log,
): Promise<boolean> => {
  while (!isForced()) {
    // again and again: a letter that comes now must not keep one
    for (const name of supervisor.names()) supervisor.remove(name)
    // then what is left is nobody's: it left its process group, or a policy that failed has forgotten it
    if (supervisor.size === 0 && supervisor.finishing === 0 && !killRest(processes)) return true
    await pause(END_POLL)
  }
  log.warn('forced: killing what is left')
  supervisor.close()
  for (let waited = 0; waited < FORCED; waited += END_POLL) {
    if (!killRest(processes)) return true
    await pause(END_POLL)
  }
  return false
}

/** False: there is nothing left. */
const killRest = (processes: Processes): boolean => {
  const groups = processes.killAll()
  const strays = processes.killStrays()
  return groups || strays
}

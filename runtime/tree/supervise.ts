import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isatty } from 'node:tty'
import * as E from 'fp-ts/lib/Either.js'
import { Processes, launcher, loadLibc } from '../../jets/index.js'
import { loadFormulas, namer, showFormulaError } from '../formulas/index.js'
import { Memory } from '../journal/memory.js'
import { type JournalSettings, type OpenJournal, openJournal } from '../journal/open.js'
import { Digest } from '../log/digest.js'
import { type Log, openLog } from '../log/log.js'
import { type KeepSettings } from '../output/keeper.js'
import { type Place } from '../metrics/place.js'
import { packageVersion } from '../package.js'
import { decider } from '../supervision/decide.js'
import { both } from '../supervision/recorder.js'
import { scan } from '../supervision/scan.js'
import { Supervisor } from '../supervision/supervisor.js'
import { EXIT, type Failure, badData } from '../terminal/failure.js'
import { hasStyle } from '../terminal/terminal.js'
import { holdTree } from './hold.js'
import { policies } from './policies.js'
import { type Beside } from './beside.js'
import { untilSignal } from './signals.js'
import { takeDown } from './take-down.js'
import { Tree } from './tree.js'
import { watchNames } from './watch.js'

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
  /** Where the output of services without a `log/` is kept, if anywhere. */
  readonly keep?: KeepSettings | undefined
  /** Where it can be asked for metrics and health, if anywhere. */
  readonly metrics?: Place | undefined
  /** A script that is run for each change, if any. */
  readonly hook?: string | undefined
  /** See `runock init`. */
  readonly beside?: Beside | undefined
}

/**
 * How often every service is looked at, in milliseconds: the T of "a service that crashes is running again within
 * T + B", less than a second with all that may come between (B). A death is mostly noticed at once.
 */
export const SWEEP = 750

/** How often the directory is read again though nobody told of a change, in milliseconds. */
export const RESCAN = 5_000

/** How often each service's files are looked after, in milliseconds: some of them after each sweep. */
const MEND = 15_000

/**
 * Supervises the services in a directory, those that come and go included, until SIGTERM, SIGINT, SIGHUP or SIGQUIT: then takes
 * every one down, and answers true when no process is left. Left: it could not begin, and why.
 */
export const superviseTree = async (options: TreeOptions): Promise<E.Either<Failure, boolean>> => {
  const directory = resolve(options.directory)
  const book = loadFormulas(options.formulas === undefined ? [] : [options.formulas])
  if (E.isLeft(book)) return E.left(badData(showFormulaError(book.left)))
  const policyNamed = policies(book.right)
  const policy = policyNamed(options.policy)
  if (E.isLeft(policy)) return E.left(badData(`--policy ${options.policy}: ${policy.left}`))
  if (!existsSync(directory)) return E.left(badData(`${directory} does not exist`))
  if (!statSync(directory).isDirectory()) return E.left(badData(`${directory} is no directory`))
  const scanned = scan(directory)
  if (E.isLeft(scanned)) return E.left(badData(scanned.left))
  const libc = loadLibc()
  const hold = holdTree(directory, libc)
  if (E.isLeft(hold)) return hold
  const refuse = (message: string, code: number = EXIT.data): E.Either<Failure, never> => {
    hold.right.release()
    return E.left({ code, message })
  }

  // not by `process.stderr`: Node would set the terminal or pipe, which our services share, to its own ways
  const log = openLog({ json: options.json, color: hasStyle({ isTTY: isatty(2) }, process.env) })
  const digest = new Digest((service, msg) => log.info(service === '' ? {} : { service }, msg))
  if (hold.right.warning !== undefined) log.warn(hold.right.warning)
  if (libc === undefined)
    log.warn('koffi has no binary for this machine: starting processes by Node, which is slower')
  const processes = new Processes(launcher(libc))
  const keeper = options.keep
    ? (await import('../output/keeper.js')).openKeeper({
        ...options.keep,
        libc,
        tell: (...news) => digest.tell(...news),
      })
    : undefined
  if (keeper !== undefined && E.isLeft(keeper)) return refuse(`--log: ${keeper.left}`)
  const hook = options.hook
    ? (await import('../hook/open.js')).openHook({
        file: options.hook,
        directory,
        processes,
        tell: (message) => digest.tell('', 'hook', `the hook: ${message}`),
      })
    : undefined
  if (hook !== undefined && E.isLeft(hook)) return refuse(`--hook: ${hook.left}`)
  const metrics = options.metrics
    ? await (await import('../metrics/open.js')).openMetrics(options.metrics, (message) => log.warn(message))
    : undefined
  if (metrics !== undefined && E.isLeft(metrics))
    return refuse(`--metrics: ${metrics.left.message}`, metrics.left.code)
  const nameOf = namer(book.right)
  const who = { runock: packageVersion(), directory }
  const journal = options.journal
    ? await openJournal(options.journal, who, libc, nameOf, (message) => log.warn(`the journal: ${message}`))
    : undefined
  if (journal !== undefined && E.isLeft(journal)) {
    await metrics?.right.close()
    return refuse(`--journal: ${journal.left}`)
  }
  const memory = new Memory({
    who: { ...who, pid: process.pid },
    now: () => new Date(),
    nameOf,
  })
  const supervisor = new Supervisor({
    libc,
    processes,
    decide: decider(),
    policy: policy.right,
    policyNamed,
    digest,
    recorder: [journal?.right.journal, memory, metrics?.right.recorder, hook?.right]
      .filter((one) => one !== undefined)
      .reduce(both),
    keeper: keeper?.right,
    remembered: (name) => memory.journalOf(name),
  })
  process.on('uncaughtException', (error) =>
    log.error(`a mistake of our own, please report it: ${error.stack}`),
  )

  const tree = new Tree(directory, supervisor, digest)
  metrics?.right.watch({
    standings: () => supervisor.standings(),
    journal: journal && (() => ({ waiting: journal.right.behind(), lost: journal.right.journal.lostLines })),
  })
  const ending = options.beside?.ending ?? untilSignal()
  const isOurJournal = isJournal(options.journal)
  const stopWatching = watchNames(
    directory,
    (name) => {
      if (name === undefined || !(name.startsWith('.') || isOurJournal(join(directory, name))))
        tree.touch(name)
    },
    (error) => digest.tell('', 'watch', `${directory}: ${String(error)}; it is read every few seconds`),
  )
  void ending.first.then(() => tree.close())
  await tree.begin(scanned.right)
  log.info(`supervising ${supervisor.names().length} services in ${directory} (pid ${process.pid})`)
  metrics?.right.enter('running')
  if (metrics !== undefined) log.info(`metrics and health at ${metrics.right.at}`)
  options.beside?.begin(processes)
  const sweep = setInterval(() => {
    const began = performance.now()
    supervisor.sweep()
    supervisor.mend(SWEEP / MEND)
    metrics?.right.swept(performance.now() - began)
  }, SWEEP)
  const rescan = setInterval(() => tree.rescan(), RESCAN)

  log.info(`${await ending.first}: taking every service down`)
  metrics?.right.enter('ending')
  clearInterval(rescan)
  tree.close()
  stopWatching()
  const clean = await takeDown(supervisor, processes, hook?.right, ending.isForced, log)
  clearInterval(sweep)
  supervisor.close()
  processes.close()
  if (keeper !== undefined && !(await keeper.right.close()))
    log.warn('--log: the last output is lost, the disk did not take it')
  await metrics?.right.close()
  if (journal !== undefined) await endJournal(journal.right, log)
  digest.close()
  hold.right.release()
  return E.right(clean)
}

/** A journal that is kept in the directory itself: it would be read again for every line. */
const isJournal = (journal: JournalSettings | undefined): ((path: string) => boolean) => {
  if (journal === undefined) return () => false
  const file = resolve(journal.file)
  return (path) => path.startsWith(file) && /^(\.\d+)?$/.test(path.slice(file.length))
}

const endJournal = async ({ journal, close }: OpenJournal, log: Log): Promise<void> => {
  if (await close()) log.info(`the journal ends with the chain ${journal.last}`)
  else log.warn('the journal: its last lines are lost, the disk did not take them')
}

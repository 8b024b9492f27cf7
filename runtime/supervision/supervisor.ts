import * as E from 'fp-ts/lib/Either.js'
import { type Libc, type Processes, type Script, type Streams, type System } from '../../jets/index.js'
import { type Atom, NO, cord } from '../../nock/index.js'
import { type Digest } from '../log/digest.js'
import { unlink } from '../output/link.js'
import { type SuperviseDirectory, openSuperviseDirectory } from '../supervise/directory.js'
import { hearNow } from '../supervise/letters.js'
import { type SuperviseError, superviseErrorText } from '../supervise/error.js'
import { type Decide, type Put } from './decide.js'
import { hasHeadroom } from './headroom.js'
import { Holders } from './holders.js'
import { newsOf } from './news.js'
import { type OutputKeeper, Outputs } from './outputs.js'
import { policyOfFile } from './policy-file.js'
import { type Policy } from './policy.js'
import { isAsQuiet, quietLook } from './quiet-look.js'
import { questionOf } from './question-of.js'
import { type Recorder } from './recorder.js'
import { type Found, scanLog, isStillThere } from './scan.js'
import { down, nameText } from './service.js'
import { signalledBy } from './signalled.js'
import { Soon } from './soon.js'
import { type Standing } from './standing.js'
import { statusOf } from './status-of.js'
import { type Decision, type Event, hasLeft, newLife, step } from './step.js'
import { DeathWatch } from './survivors/death-watch.js'
import { Finder } from './survivors/find.js'
import { NO_DEATH, type Supervised } from './supervised.js'
import { NO_START, newLastStart } from './survivors/last-start.js'
import { Starts } from './survivors/starts.js'
import { UNKNOWN_DEATH, takeOver } from './survivors/take-over.js'
import { systemOf } from './system-of.js'
import { killsTrees } from './trees/kills-trees.js'
import { Trees } from './trees/trees.js'

export interface SupervisorOptions {
  readonly libc: Libc | undefined
  readonly processes: Processes
  readonly decide: Decide
  /** The policy of services that name none. */
  readonly policy: Policy
  /** The policy of this name, or what is wrong with it. */
  readonly policyNamed: (name: string) => E.Either<string, Policy>
  readonly digest: Digest
  readonly recorder?: Recorder | undefined
  readonly keeper?: OutputKeeper | undefined
  /** What is remembered of a service, for who asks why: a small journal. */
  readonly remembered?: ((name: Atom) => string | undefined) | undefined
}

/**
 * How long a log may take to read what is left once its service is gone, in milliseconds, until it is taken down: as long
 * as `sv` waits, and longer than a finish script may write. (runit waits for it forever.)
 */
const DRAIN = 7_000

const CONTROL = cord('control')
const SPAWN = cord('spawn')

/** What the policy does on that; a policy without such a row takes the log down at once. */
const DRAINS = 'e'

/**
 * Services and the operating system: brings every event to the service that it concerns (`step` says what follows),
 * puts the requests that follow, and writes down in `supervise/` what became of it. It decides nothing itself.
 */
export class Supervisor {
  private readonly options: SupervisorOptions
  private readonly services = new Map<Atom, Supervised>()
  private readonly holders = new Holders()
  private readonly system: System
  private readonly finder = new Finder()
  private readonly trees: Trees
  private readonly deathWatch: DeathWatch
  /** A death can come to light in the middle of a decision. */
  private readonly looking = new Soon<Supervised>((service) => this.handle(service, { _tag: 'Look' }))
  private readonly answering = new Soon<Supervised>((service) => this.answer(service))
  private readonly outputs: Outputs
  private readonly logging = new Soon<Supervised>((service) => this.addLog(service))
  private readonly writing = new Soon<Supervised>((service) => {
    if (service.unwritten && this.isOurs(service)) this.writeOne(service)
  })
  /** Called when a service has left. */
  onLeft: (found: Found) => void = () => {}
  /** Called when another directory, or none, is where a service's was. */
  onMoved: (found: Found) => void = () => {}
  /** Those that are still to be looked after in this round. */
  private mending = this.services.values()

  constructor(options: SupervisorOptions) {
    this.options = options
    this.outputs = new Outputs({
      libc: options.libc,
      processes: options.processes,
      keeper: options.keeper,
      isFinishing: (name) => this.system.finishing.has(cord(name)),
      hear: (name, opened) => this.hear(cord(name), opened),
    })
    options.processes.isHeld = (pid) => this.holders.has(pid)
    this.deathWatch = new DeathWatch(options.libc)
    this.trees = new Trees(options.processes, (pid) => this.holders.identity(pid))
    this.system = systemOf({
      processes: options.processes,
      service: (name) => this.services.get(name),
      streams: (service, script) => this.streamsOf(service, script),
      trees: this.trees,
      hold: (service, pid) => this.holders.hold(service, pid),
      look: (service) => this.looking.add(service),
      hear: (name, written) => this.hear(name, written),
      tell: (...news) => this.tell(...news),
    })
  }

  get size(): number {
    return this.services.size
  }

  /** The directory under which a service is supervised, if it is. */
  found(name: string): Found | undefined {
    return this.services.get(cord(name))?.found
  }

  /** Those that come and go by themselves, without their logs. */
  names(): readonly string[] {
    return [...this.services.values()].flatMap(({ found, logs }) => (logs === undefined ? found.name : []))
  }

  /** Every service as it is now. */
  *standings(): Generator<Standing> {
    for (const { found, life, since } of this.services.values())
      yield { name: found.name, service: life.service, wanted: life.supervised, since }
  }

  /** Takes a service up: started at once, unless it has a file `down`. An error leaves it alone. */
  add(found: Found, logs?: Supervised): E.Either<string, void> {
    const name = cord(found.name)
    const files = this.open(found)
    if (E.isLeft(files)) return E.left(superviseErrorText(files.left))
    if (!hasHeadroom()) {
      files.right.close()
      return E.left(
        'no more open files are allowed: raise ulimit -n (a service takes three, and with a log/ seven)',
      )
    }
    const policy = this.policyOf(found, logs?.policy ?? this.options.policy)
    const marked = this.finder.find(found)
    const left = killsTrees(policy) ? this.trees.find(found, marked) : marked
    const taken = takeOver(this.options.processes, left, (death) => this.system.died(name, death))
    const service: Supervised = {
      found,
      policy,
      files: files.right,
      put: (request) => this.put(service, request),
      starts: new Starts(found),
      life: newLife(taken === undefined ? down(name) : { name, state: 1, pid: taken.pid }, left.wanted),
      signalled: left.signalled,
      since: left.since ?? Date.now(),
      lastStart: -Infinity,
      lastPid: 0,
      lastDeath: left.leftovers === undefined ? NO_DEATH : UNKNOWN_DEATH,
      quiet: undefined,
      unwritten: true,
      finishing: undefined,
      isRemoved: false,
      pipe: undefined,
      log: undefined,
      logs,
      drains: 0,
    }
    this.services.set(name, service)
    this.holders.hold(service, taken?.pid ?? 0)
    if (left.leader !== undefined) this.deathWatch.watch(left.leader.pid, () => this.looking.add(service))
    if (logs !== undefined) logs.log = service
    if (!left.isWritten) this.hear(name, newLastStart(found.path, left.leader ?? NO_START))
    this.options.recorder?.took(service.life.service, taken === undefined ? 'new' : 'adopted')
    if (taken !== undefined) this.tell(name, 'taken over', taken.message)
    this.outputs.closePipes((one) => one === found.name)
    if (logs === undefined && this.options.keeper === undefined) this.hear(name, unlink(found.path))
    this.outputs.connect(service)
    this.addLog(service)
    if (left.leader !== undefined)
      this.outputs.relay(service, left.leader.pid, () => service.starts.mark('check'))
    this.handle(service, { _tag: 'Look' })
    this.writeOne(service) // now, so that the next one is added with all of this one's files open
    return E.right(undefined)
  }

  private hear(name: Atom, written: E.Either<SuperviseError, unknown>): void {
    if (E.isLeft(written)) this.tell(name, 'files', superviseErrorText(written.left))
  }

  private open(found: Found): E.Either<SuperviseError, SuperviseDirectory> {
    const name = cord(found.name)
    return openSuperviseDirectory({
      service: found.path,
      libc: this.options.libc,
      onLetter: (letter) => {
        const service = this.services.get(name)
        if (service === undefined || service.isRemoved) return
        // a log goes when its service does
        if (service.logs !== undefined && service.policy.get(letter)?.supervised === 'exit') return
        this.handle(service, { _tag: 'Letter', letter })
      },
      onWhy: () => {
        const service = this.services.get(name)
        if (service !== undefined) this.answering.add(service)
      },
      onError: (error) => this.tell(name, 'control', superviseErrorText(error)),
    })
  }

  /** Takes up a service's `log/`, if it has a pipe that nobody reads. */
  private addLog(service: Supervised): void {
    if (service.pipe?.isKept !== false || service.log !== undefined || hasLeft(service.life)) return
    const found = scanLog(service.found)
    const added = found && this.add(found, service)
    if (added !== undefined && E.isLeft(added))
      this.tell(service.life.service.name, 'log', `its log is not supervised: ${added.left}`)
  }

  private streamsOf(service: Supervised, script: Script): Streams | undefined {
    // a log/ may have come since; it is taken up when this decision is made
    if (script === 'run') this.outputs.connect(service)
    if (service.pipe !== undefined && service.log === undefined) this.logging.add(service)
    return this.outputs.streams(service, script)
  }

  /** How many finish scripts run. */
  get finishing(): number {
    return this.system.finishing.size
  }

  /** Lets go of every service as it is: nothing is decided any more. */
  close(): void {
    for (const { found, files, pipe } of this.services.values()) {
      this.finder.letGo(found)
      files.close()
      pipe?.close()
    }
    this.deathWatch.close()
    this.outputs.closePipes(() => true)
    this.services.clear()
  }

  /** Takes a service down and lets go of it, as the letter x does. It hears no letters any more. */
  remove(name: string): void {
    const service = this.services.get(cord(name))
    if (service === undefined) return
    this.end(service)
  }

  private end(service: Supervised, letter = 'x'): void {
    service.isRemoved = true
    if (!service.life.leaving) this.handle(service, { _tag: 'Letter', letter })
  }

  /** Looks at every service: the net under the deaths that the system tells of. */
  sweep(): void {
    hearNow()
    this.outputs.closePipes()
    this.options.processes.lookAtAll(() => this.lookAtAll())
  }

  private lookAtAll(): void {
    for (const service of this.services.values()) {
      if (service.drains > 0 && service.drains < performance.now()) {
        service.drains = 0
        this.handle(service, { _tag: 'Letter', letter: 'x' }) // a log that reads and reads
      } else if (service.life.deciding === undefined && !this.lookQuietly(service))
        this.handle(service, { _tag: 'Look' })
    }
  }

  /** Looks again at what the last look left as it was. True: it would again. */
  private lookQuietly(service: Supervised): boolean {
    const { quiet, life, put, unwritten, lastPid } = service
    if (quiet?.life !== life || unwritten || life.leaving || lastPid !== life.service.pid) return false
    if (!isAsQuiet(quiet, put)) return false
    this.options.recorder?.decided(quiet.decision, service.lastDeath)
    return true
  }

  /**
   * Makes `supervise/` anew where somebody removed it under us.
   *
   * @param share the share of all services that is looked at, the next ones each time
   */
  mend(share: number): void {
    for (let left = Math.ceil(share * this.services.size); left > 0; left--) {
      const next = this.mending.next()
      if (next.done === true) return void (this.mending = this.services.values())
      this.mendOne(next.value)
    }
  }

  private mendOne(service: Supervised): void {
    this.addLog(service)
    // asks for this one alone, should somebody else have taken its death away
    this.options.processes.isAlive(service.lastPid)
    if (service.life.leaving || service.files.isInPlace()) return
    // a log/ that was made anew is another service: when this one has left, that is taken up
    const log = service.logs && scanLog(service.logs.found)
    if (log !== undefined && log.identity !== service.found.identity) this.end(service)
    else if (service.logs === undefined && !isStillThere(service.found)) this.onMoved(service.found)
    else this.reopen(service)
  }

  private reopen(service: Supervised): void {
    service.files.close()
    const files = this.open(service.found)
    if (E.isLeft(files)) return this.tell(service.life.service.name, 'files', superviseErrorText(files.left))
    service.files = files.right
    this.writeSoon(service)
  }

  private answer({ life, files }: Supervised): void {
    const { name } = life.service
    const text = this.services.has(name) ? this.options.remembered?.(name) : undefined
    if (text !== undefined) this.hear(name, files.writeWhy(text))
  }

  private isOurs(service: Supervised): boolean {
    return this.services.get(service.life.service.name) === service
  }

  private handle(service: Supervised, event: Event): void {
    if (!this.isOurs(service)) return // it has left
    const before = service.life
    const { life, decisions } = step(service.policy, this.options.decide, before, event, service.put)
    service.life = life
    service.quiet = event._tag === 'Look' ? quietLook(before, life, decisions) : undefined
    const signalledBefore = service.signalled
    for (const decision of decisions) {
      this.options.recorder?.decided(decision, this.system.lastDeath(decision.before.name))
      this.note(decision)
      service.signalled = signalledBy(service.signalled, decision)
    }
    if (life.service !== before.service) service.since = Date.now()
    if (
      life.service !== before.service ||
      life.supervised !== before.supervised ||
      life.leaving !== before.leaving ||
      service.signalled !== signalledBefore
    ) {
      service.unwritten = true
    }
    if (service.unwritten) this.writing.add(service)
    // its noun asks after that number no more; the process may be there all the same, when a decision has failed
    if (life.service.pid === 0 && !this.options.processes.isAlive(service.lastPid))
      this.holders.hold(service, 0)
    if (hasLeft(life)) this.leave(service)
  }

  private put(service: Supervised, request: Parameters<Put>[0]): ReturnType<Put> {
    if (service.logs !== undefined && request.head === CONTROL) return NO // as runit: a log has no such scripts
    const ask = (): ReturnType<Put> =>
      questionOf(request)?.perform(this.system, request.tail, (answer) =>
        this.handle(service, { _tag: 'Answer', request, answer }),
      )
    const isStart = request.head === SPAWN && killsTrees(service.policy)
    return isStart ? this.trees.start(service.found.identity, ask) : ask()
  }

  private leave(service: Supervised): void {
    if (service.log !== undefined) return this.drain(service, service.log)
    this.writeOne(service)
    this.finder.letGo(service.found)
    service.files.close()
    this.holders.hold(service, 0)
    this.outputs.disconnect(service)
    this.options.recorder?.left(service.life.service)
    this.services.delete(service.life.service.name)
    const { logs } = service
    if (logs === undefined) return this.onLeft(service.found)
    logs.log = undefined
    if (hasLeft(logs.life)) this.leave(logs)
    else this.logging.add(logs)
  }

  /** A service has gone, but for its log: that sees the end of what it reads, and may go by itself. */
  private drain(service: Supervised, log: Supervised): void {
    if (service.pipe === undefined) return
    service.pipe.close()
    service.pipe = undefined
    service.isRemoved = true
    log.drains = performance.now() + DRAIN
    const isUp = log.life.supervised || log.life.service.state === 1
    this.end(log, isUp && log.policy.has(DRAINS) ? DRAINS : 'x')
  }

  private writeSoon(service: Supervised): void {
    service.unwritten = true
    this.writing.add(service)
  }

  private writeOne(service: Supervised): void {
    const { service: noun, leaving } = service.life
    // nobody would write down the end of one that outlasts its service
    const isDown = noun.state === 0 && !hasLeft(service.life)
    const finishing = isDown ? this.system.finishing.get(noun.name) : undefined
    const written = service.files.write(statusOf(service, finishing), leaving)
    if (finishing !== undefined && service.finishing !== finishing)
      finishing.waiting.push(() => this.writeSoon(service))
    service.finishing = finishing
    service.unwritten = E.isLeft(written) // then the next sweep tries again
    if (E.isRight(written) || leaving) return
    this.tell(noun.name, 'files', superviseErrorText(written.left))
  }

  private policyOf(found: Found, otherwise: Policy): Policy {
    const named = policyOfFile(found.path, this.options.policyNamed)
    if (E.isRight(named)) return named.right ?? otherwise
    this.tell(cord(found.name), 'policy', `${named.left}; the tree's policy holds for it`)
    return otherwise
  }

  private note(decision: Decision): void {
    const { name } = decision.before
    const news = newsOf(decision, this.system.lastDeath(name))
    if (news !== undefined) this.tell(name, news.kind, news.message)
  }

  private tell(name: Atom, kind: string, message: string): void {
    this.options.digest.tell(nameText(name), kind, message)
  }
}

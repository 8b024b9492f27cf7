import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type Death, type Libc, type Processes, type System } from '../../jets/index.js'
import { type Atom, cord } from '../../nock/index.js'
import { type Digest } from '../log/digest.js'
import { type SuperviseDirectory, openSuperviseDirectory } from '../supervise/directory.js'
import { type SuperviseError, superviseErrorText } from '../supervise/error.js'
import { type Decide, type Put } from './decide.js'
import { hasHeadroom } from './headroom.js'
import { newsOf } from './news.js'
import { type Policy } from './policy.js'
import { questionOf } from './question-of.js'
import { type Recorder } from './recorder.js'
import { type Found } from './scan.js'
import { down, nameText } from './service.js'
import { type Signalled, signalledBy } from './signalled.js'
import { Soon } from './soon.js'
import { type Standing } from './standing.js'
import { type Decision, type Event, type Life, hasLeft, newLife, step } from './step.js'
import { Finder } from './survivors/find.js'
import { NO_START, newLastStart } from './survivors/last-start.js'
import { Starts } from './survivors/starts.js'
import { UNKNOWN_DEATH, takeOver } from './survivors/take-over.js'
import { whyNot } from './why-not.js'

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
  /** What is remembered of a service, for who asks why: a small journal. */
  readonly remembered?: ((name: Atom) => string | undefined) | undefined
}

/** A service under supervision. */
interface Supervised {
  readonly found: Found
  readonly policy: Policy
  files: SuperviseDirectory
  readonly put: Put
  readonly starts: Starts
  life: Life
  signalled: Signalled
  /** When its state or pid last changed, Unix time in milliseconds. */
  since: number
  /** When it was last started, as `performance.now()` tells it. */
  lastStart: number
  lastPid: number
  lastDeath: Death
  unwritten: boolean
  isRemoved: boolean
}

/**
 * Services and the operating system: brings every event to the service that it concerns (`step` says what follows),
 * puts the requests that follow, and writes down in `supervise/` what became of it. It decides nothing itself.
 */
export class Supervisor {
  private readonly options: SupervisorOptions
  private readonly services = new Map<Atom, Supervised>()
  /** By the number of its last process, until it is known to be down: no other's may have that number meanwhile. */
  private readonly holders = new Map<number, Supervised>()
  private readonly system: System
  private readonly finder = new Finder()
  /** A death can come to light in the middle of a decision. */
  private readonly looking = new Soon<Supervised>((service) => this.handle(service, { _tag: 'Look' }))
  private readonly answering = new Soon<Supervised>((service) => this.answer(service))
  private readonly writing = new Soon<Supervised>((service) => {
    if (service.unwritten && this.isOurs(service)) this.writeOne(service)
  })
  /** Called when a service has left. */
  onLeft: (found: Found) => void = () => {}

  constructor(options: SupervisorOptions) {
    this.options = options
    options.processes.isHeld = (pid) => this.holders.has(pid)
    this.system = {
      processes: options.processes,
      finishing: new Map(),
      directory: (name) => this.services.get(name)?.found.path,
      mark: (name, script) => this.services.get(name)?.starts.mark(script),
      lastStart: (name) => this.services.get(name)?.lastStart ?? -Infinity,
      lastDeath: (name) => this.services.get(name)?.lastDeath ?? NO_DEATH,
      lastPid: (name) => this.services.get(name)?.lastPid ?? 0,
      started: (name, pid) => {
        const service = this.services.get(name)
        if (service === undefined) return
        this.hear(name, service.starts.started(pid))
        service.lastStart = performance.now()
        this.hold(service, pid)
      },
      died: (name, death) => {
        const service = this.services.get(name)
        if (service === undefined) return
        service.lastDeath = death
        this.looking.add(service)
      },
      cannotStart: (name, script, errno) => {
        const service = this.services.get(name)
        if (service === undefined) return
        const why = whyNot(service.found.path, script, errno)
        this.tell(name, why, `cannot start: ${why}`)
      },
    }
  }

  get size(): number {
    return this.services.size
  }

  /** The directory under which a service is supervised, if it is. */
  found(name: string): Found | undefined {
    return this.services.get(cord(name))?.found
  }

  names(): readonly string[] {
    return [...this.services.values()].map(({ found }) => found.name)
  }

  /** Every service as it is now. */
  *standings(): Generator<Standing> {
    for (const { found, life, since } of this.services.values())
      yield { name: found.name, service: life.service, wanted: life.supervised, since }
  }

  /** Takes a service up: started at once, unless it has a file `down`. An error leaves it alone. */
  add(found: Found): E.Either<string, void> {
    const name = cord(found.name)
    const files = this.open(found)
    if (E.isLeft(files)) return E.left(superviseErrorText(files.left))
    if (!hasHeadroom()) {
      files.right.close()
      return E.left('no more open files are allowed: raise ulimit -n (a service takes three)')
    }
    const left = this.finder.find(found)
    const taken = takeOver(this.options.processes, left, (death) => this.system.died(name, death))
    const service: Supervised = {
      found,
      policy: this.policyOf(found),
      files: files.right,
      put: (request) => this.put(service, request),
      starts: new Starts(found),
      life: newLife(taken === undefined ? down(name) : { name, state: 1, pid: taken.pid }, left.wanted),
      signalled: left.signalled,
      since: left.since ?? Date.now(),
      lastStart: -Infinity,
      lastPid: 0,
      lastDeath: left.leftovers === undefined ? NO_DEATH : UNKNOWN_DEATH,
      unwritten: true,
      isRemoved: false,
    }
    this.services.set(name, service)
    this.hold(service, taken?.pid ?? 0)
    if (!left.isWritten) this.hear(name, newLastStart(found.path, left.leader ?? NO_START))
    this.options.recorder?.took(service.life.service, taken === undefined ? 'new' : 'adopted')
    if (taken !== undefined) this.tell(name, 'taken over', taken.message)
    this.handle(service, { _tag: 'Look' })
    this.writeOne(service) // now, so that the next one is added with all of this one's files open
    return E.right(undefined)
  }

  private hear(name: Atom, written: E.Either<SuperviseError, void>): void {
    if (E.isLeft(written)) this.tell(name, 'files', superviseErrorText(written.left))
  }

  private open(found: Found): E.Either<SuperviseError, SuperviseDirectory> {
    const name = cord(found.name)
    return openSuperviseDirectory({
      service: found.path,
      libc: this.options.libc,
      onLetter: (letter) => {
        const service = this.services.get(name)
        if (service !== undefined && !service.isRemoved) this.handle(service, { _tag: 'Letter', letter })
      },
      onWhy: () => {
        const service = this.services.get(name)
        if (service !== undefined) this.answering.add(service)
      },
      onError: (error) => this.tell(name, 'control', superviseErrorText(error)),
    })
  }

  /** How many finish scripts run. */
  get finishing(): number {
    return this.system.finishing.size
  }

  /** Lets go of every service as it is: nothing is decided any more. */
  close(): void {
    for (const { found, files } of this.services.values()) {
      this.finder.letGo(found)
      files.close()
    }
    this.services.clear()
  }

  /** Takes a service down and lets go of it, as the letter x does. It hears no letters any more. */
  remove(name: string): void {
    const service = this.services.get(cord(name))
    if (service === undefined) return
    service.isRemoved = true
    if (!service.life.leaving) this.handle(service, { _tag: 'Letter', letter: 'x' })
  }

  /** Looks at every service: the net under the deaths that the system tells of. */
  sweep(): void {
    for (const service of this.services.values()) {
      const { deciding, leaving } = service.life
      // one that should have left did not: its x failed
      if (deciding === undefined)
        this.handle(service, leaving ? { _tag: 'Letter', letter: 'x' } : { _tag: 'Look' })
    }
  }

  /** Makes `supervise/` anew where somebody removed it under us. */
  mend(): void {
    for (const service of this.services.values()) {
      if (!service.life.leaving && !service.files.isInPlace()) this.reopen(service)
    }
  }

  private reopen(service: Supervised): void {
    service.files.close()
    const files = this.open(service.found)
    if (E.isLeft(files)) return this.tell(service.life.service.name, 'files', superviseErrorText(files.left))
    service.files = files.right
    service.unwritten = true
    this.writing.add(service)
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
    if (life.service.pid === 0 && !this.options.processes.isAlive(service.lastPid)) this.hold(service, 0)
    if (hasLeft(life)) this.leave(service)
  }

  private hold(service: Supervised, pid: number): void {
    if (this.holders.get(service.lastPid) === service) this.holders.delete(service.lastPid)
    if (pid !== 0) this.holders.set(pid, service)
    service.lastPid = pid
  }

  private put(service: Supervised, request: Parameters<Put>[0]): ReturnType<Put> {
    return questionOf(request)?.perform(this.system, request.tail, (answer) =>
      this.handle(service, { _tag: 'Answer', request, answer }),
    )
  }

  private leave(service: Supervised): void {
    this.writeOne(service)
    this.finder.letGo(service.found)
    service.files.close()
    this.hold(service, 0)
    this.options.recorder?.left(service.life.service)
    this.services.delete(service.life.service.name)
    this.onLeft(service.found)
  }

  private writeOne(service: Supervised): void {
    const { service: noun, supervised, leaving } = service.life
    const written = service.files.write(
      {
        since: service.since,
        pid: noun.pid,
        ...service.signalled,
        want: supervised ? 'up' : 'down',
        state: noun.state === 1 ? 'run' : 'down',
      },
      leaving,
    )
    service.unwritten = E.isLeft(written) // then the next sweep tries again
    if (E.isRight(written) || leaving) return
    this.tell(noun.name, 'files', superviseErrorText(written.left))
  }

  private policyOf(found: Found): Policy {
    let name: string
    try {
      name = readFileSync(join(found.path, 'policy'), 'utf8').trim()
    } catch {
      return this.options.policy
    }
    const named = this.options.policyNamed(name)
    if (E.isRight(named)) return named.right
    this.tell(
      cord(found.name),
      'policy',
      `${join(found.path, 'policy')}: ${named.left}; the tree's policy holds for it`,
    )
    return this.options.policy
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

/** Of a service that has not died yet. */
const NO_DEATH: Death = { code: 0, signal: 0 }

import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type Death, type Libc, type Processes, type System } from '../../jets/index.js'
import { type Atom, cord, cordText, describeCrash } from '../../nock/index.js'
import { type Digest } from '../log/digest.js'
import { type SuperviseDirectory, openSuperviseDirectory } from '../supervise/directory.js'
import { type SuperviseError, superviseErrorText } from '../supervise/error.js'
import { type Decide, type Put } from './decide.js'
import { type Policy } from './policy.js'
import { questionOf } from './question-of.js'
import { type Found } from './scan.js'
import { down } from './service.js'
import { stillRunning } from './still-running.js'
import { type Decision, type Event, type Life, hasLeft, newLife, step } from './step.js'

export interface SupervisorOptions {
  readonly libc: Libc | undefined
  readonly processes: Processes
  readonly decide: Decide
  /** The policy of services that name none. */
  readonly policy: Policy
  /** The policy of this name, or what is wrong with it. */
  readonly policyNamed: (name: string) => E.Either<string, Policy>
  readonly digest: Digest
}

/** A service under supervision. */
interface Supervised {
  readonly found: Found
  readonly policy: Policy
  files: SuperviseDirectory
  readonly put: Put
  life: Life
  /** When its state or pid last changed, Unix time in milliseconds. */
  since: number
  /** When it was last started, as `performance.now()` tells it. */
  lastStart: number
  lastPid: number
  lastDeath: Death
  unwritten: boolean
}

/**
 * Services and the operating system: brings every event to the service that it concerns (`step` says what follows),
 * puts the requests that follow, and writes down in `supervise/` what became of it. It decides nothing itself.
 */
export class Supervisor {
  private readonly options: SupervisorOptions
  private readonly services = new Map<Atom, Supervised>()
  private readonly system: System
  private readonly due = new Set<Supervised>()
  private looking: NodeJS.Immediate | undefined
  private writing: NodeJS.Immediate | undefined
  /** Called when a service has left. */
  onLeft: (found: Found) => void = () => {}

  constructor(options: SupervisorOptions) {
    this.options = options
    this.system = {
      processes: options.processes,
      finishing: new Map(),
      directory: (name) => this.services.get(name)?.found.path,
      lastStart: (name) => this.services.get(name)?.lastStart ?? -Infinity,
      lastDeath: (name) => this.services.get(name)?.lastDeath ?? NO_DEATH,
      lastPid: (name) => this.services.get(name)?.lastPid ?? 0,
      started: (name, pid) => {
        const service = this.services.get(name)
        if (service === undefined) return
        service.lastStart = performance.now()
        service.lastPid = pid
      },
      died: (name, death) => {
        const service = this.services.get(name)
        if (service === undefined) return
        service.lastDeath = death
        this.lookSoon(service)
      },
      cannotStart: (name, why) => this.tell(name, why, `cannot start: ${why}`),
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

  /** Takes a service up: started at once, unless it has a file `down`. An error leaves it alone. */
  add(found: Found): E.Either<string, void> {
    const name = cord(found.name)
    const files = this.open(found)
    if (E.isLeft(files)) return E.left(superviseErrorText(files.left))
    if (!hasHeadroom()) {
      files.right.close()
      return E.left('no more open files are allowed: raise ulimit -n (a service takes three)')
    }
    const running = stillRunning(found.path)
    if (running !== undefined) this.adopt(name, running.pid)
    const service: Supervised = {
      found,
      policy: this.policyOf(found),
      files: files.right,
      put: (request) => this.put(service, request),
      life: newLife(
        running === undefined ? down(name) : { name, state: 1, pid: running.pid },
        running === undefined ? !existsSync(join(found.path, 'down')) : running.want === 'up',
      ),
      since: running?.since ?? Date.now(),
      lastStart: -Infinity,
      lastPid: running?.pid ?? 0,
      lastDeath: NO_DEATH,
      unwritten: true,
    }
    this.services.set(name, service)
    this.handle(service, { _tag: 'Look' })
    this.writeOne(service) // now, so that the next one is added with all of this one's files open
    return E.right(undefined)
  }

  private adopt(name: Atom, pid: number): void {
    this.options.processes.adopt(pid, (death) => this.system.died(name, death))
    this.tell(name, 'adopted', `still up (pid ${pid}), taken over`)
  }

  private open(found: Found): E.Either<SuperviseError, SuperviseDirectory> {
    const name = cord(found.name)
    return openSuperviseDirectory({
      service: found.path,
      libc: this.options.libc,
      onLetter: (letter) => {
        const service = this.services.get(name)
        if (service !== undefined) this.handle(service, { _tag: 'Letter', letter })
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
    for (const { files } of this.services.values()) files.close()
    this.services.clear()
  }

  /** Takes a service down and lets go of it, as the letter x does. */
  remove(name: string): void {
    const service = this.services.get(cord(name))
    if (service !== undefined && !service.life.leaving) this.handle(service, { _tag: 'Letter', letter: 'x' })
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
    this.writeSoon()
  }

  /** As soon as what happens now is done with: a death can come to light in the middle of a decision. */
  private lookSoon(service: Supervised): void {
    this.due.add(service)
    this.looking ??= setImmediate(() => {
      this.looking = undefined
      const due = [...this.due]
      this.due.clear()
      for (const one of due) this.handle(one, { _tag: 'Look' })
    })
  }

  private handle(service: Supervised, event: Event): void {
    if (this.services.get(service.life.service.name) !== service) return // it has left
    const before = service.life
    const { life, decisions } = step(service.policy, this.options.decide, before, event, service.put)
    service.life = life
    for (const decision of decisions) this.note(decision)
    if (life.service !== before.service) service.since = Date.now()
    if (
      life.service !== before.service ||
      life.supervised !== before.supervised ||
      life.leaving !== before.leaving
    ) {
      service.unwritten = true
    }
    if (service.unwritten) this.writeSoon()
    if (hasLeft(life)) this.leave(service)
  }

  private put(service: Supervised, request: Parameters<Put>[0]): ReturnType<Put> {
    return questionOf(request)?.perform(this.system, request.tail, (answer) =>
      this.handle(service, { _tag: 'Answer', request, answer }),
    )
  }

  private leave(service: Supervised): void {
    this.writeOne(service)
    service.files.close()
    const { name } = service.life.service
    this.services.delete(name)
    this.onLeft(service.found)
  }

  private writeSoon(): void {
    this.writing ??= setImmediate(() => {
      this.writing = undefined
      for (const service of this.services.values()) if (service.unwritten) this.writeOne(service)
    })
  }

  private writeOne(service: Supervised): void {
    const { service: noun, supervised, leaving } = service.life
    const written = service.files.write(
      {
        since: service.since,
        pid: noun.pid,
        paused: false,
        want: supervised ? 'up' : 'down',
        gotTerm: false,
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

  /** Says what a decision changed. */
  private note({ event, before, after, failure }: Decision): void {
    const { name } = before
    if (failure !== undefined) {
      const why =
        failure.why === 'crash' ? describeCrash(failure.crash).replaceAll(/\n */g, '; ') : failure.message
      this.tell(name, 'policy', `nothing decided: the policy's formula for %${event} failed: ${why}`)
    } else if (before.pid !== after.pid) {
      const end = before.pid === 0 ? '' : `${this.howEnded(name)}, `
      const now = after.state === 1 ? `up (pid ${after.pid})` : 'down'
      // What happens at once after a start is counted, not told every time.
      this.tell(name, before.pid !== 0 && after.state === 1 ? 'again' : `${event} ${after.state}`, end + now)
    }
  }

  private howEnded(name: Atom): string {
    const { code, signal } = this.system.lastDeath(name)
    if (signal > 0) return `killed by signal ${signal}`
    return code === -1 ? 'ended' : `ended with code ${code}`
  }

  private tell(name: Atom, kind: string, message: string): void {
    this.options.digest.tell(cordText(name) ?? String(name), kind, message)
  }
}

/** Of a service that has not died yet. */
const NO_DEATH: Death = { code: 0, signal: 0 }

/** Descriptors that are kept free, or else nothing could be read or written any more, and no state told. */
const HEADROOM = 32

const hasHeadroom = (): boolean => {
  const opened: number[] = []
  try {
    while (opened.length < HEADROOM) opened.push(openSync('/dev/null', 'r'))
    return true
  } catch {
    return false
  } finally {
    for (const fd of opened) closeSync(fd)
  }
}

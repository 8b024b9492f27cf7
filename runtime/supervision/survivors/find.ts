import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Status, decodeStatus } from '../../supervise/status.js'
import { type Found } from '../scan.js'
import { type Signalled, UNTOUCHED } from '../signalled.js'
import { chooseLeader } from './choose.js'
import { type LastStart, lastStartOf } from './last-start.js'
import { Remains } from './remains.js'
import { lookAround, lookAt } from './seen.js'
import { type Marked, Snapshot } from './snapshot.js'

/** What an earlier supervisor, that was killed, left of a service. */
export interface Findings {
  /** The service's process, which goes on. */
  readonly leader: LastStart | undefined
  /** There is none; but it started others. They are to be gone before the service is started again. */
  readonly leftovers: Remains | undefined
  /** Its `finish`, `check` and `control/` scripts, whose time nobody counts any more. */
  readonly scripts: Remains | undefined
  /** The service is to be kept up. */
  readonly wanted: boolean
  /** Since when its process runs, Unix time in milliseconds, as far as that was written down. */
  readonly since: number | undefined
  /** What its process was sent, likewise. */
  readonly signalled: Signalled
  /** What is written down of the last start can be read, and is of this leader, if there is one. */
  readonly isWritten: boolean
}

/**
 * Finds what was left running of the services that are taken up. No clock comes into it.
 *
 * All processes are looked at once for all services that are taken up together, when the first of them has been locked.
 * A service that comes later costs another look only if its `supervise/` says that it was started before.
 *
 * Without koffi a mark is in the environment only, and a supervisor that is not root cannot read that of a process with
 * another uid: then it is found by what was written down of its start. Where `/proc` does not even show it (`hidepid`),
 * it is not found.
 */
export class Finder {
  private snapshot: Snapshot | undefined
  /** As it was before the first one of those that are being taken up. */
  private before: Snapshot | undefined
  private isTakingUp = false
  private isFirst = true
  /** The services of which something was left. */
  private readonly identities = new Set<string>()

  find({ path, identity = '' }: Found): Findings {
    const last = lastStartOf(path)
    const snapshot = this.isFirst || existsSync(join(path, 'supervise/process')) ? this.lookBefore() : NOTHING
    const lives = last !== undefined && lookAt(last.pid)?.started === last.started
    const leader = chooseLeader(snapshot.of(identity, 'run'), last, lives)
    const left = leader === undefined ? runsOf(identity, snapshot) : []
    const scripts = scriptsOf(identity, snapshot)

    const isNew = leader === undefined && left.length === 0
    if (!isNew) this.identities.add(identity)
    const status = isNew ? undefined : upStatusOf(path)
    const isOfLeader = leader !== undefined && status?.pid === leader.pid
    return {
      leader,
      leftovers: remains(left, () => runsOf(identity)),
      scripts: remains(scripts, () => scriptsOf(identity)),
      wanted: status === undefined ? !existsSync(join(path, 'down')) : status.want === 'up',
      since: isOfLeader ? status?.since : undefined,
      signalled: isOfLeader && status !== undefined ? status : UNTOUCHED,
      isWritten: last !== undefined && (leader === undefined || isSame(leader, last)),
    }
  }

  /**
   * Kills whatever there still is of a service of which something was left: no parent's death brings that to us. While
   * the service is still locked; afterwards what bears its mark may be another supervisor's.
   */
  letGo({ identity = '' }: Found): void {
    if (this.identities.delete(identity)) new Remains(runsOf(identity, this.look()), () => []).kill(SIGKILL)
  }

  private look(): Snapshot {
    if (this.snapshot === undefined) {
      this.snapshot = now()
      setImmediate(() => (this.snapshot = undefined))
    }
    return this.snapshot
  }

  /** Many are taken up in slices, one in each turn of the loop: the same for all of them. */
  private lookBefore(): Snapshot {
    this.isTakingUp = true
    if (this.before === undefined) {
      this.before = now()
      setImmediate(() => this.forget())
    }
    return this.before
  }

  private forget(): void {
    if (this.isTakingUp) {
      this.isTakingUp = false
      setImmediate(() => this.forget())
      return
    }
    this.before = undefined
    this.isFirst = false
  }
}

const SIGKILL = 9

const isSame = (a: LastStart, b: LastStart): boolean => a.pid === b.pid && a.started === b.started

const now = (): Snapshot => new Snapshot(lookAround(), process.pid)

const NOTHING = new Snapshot([], process.pid)

const runsOf = (identity: string, snapshot = now()): readonly Marked[] => snapshot.of(identity, 'run')

const scriptsOf = (identity: string, snapshot = now()): readonly Marked[] => [
  ...snapshot.of(identity, 'finish'),
  ...snapshot.of(identity, 'check'),
  ...snapshot.of(identity, 'control'),
]

const remains = (seen: readonly Marked[], find: () => readonly Marked[]): Remains | undefined =>
  seen.length === 0 ? undefined : new Remains(seen, find)

/** The status of a service that was up, and not about to go with its supervisor, when that was killed. */
const upStatusOf = (service: string): Status | undefined => {
  try {
    const status = decodeStatus(readFileSync(join(service, 'supervise/status')))
    if (status._tag === 'Left' || status.right.state !== 'run') return undefined
    const isLeaving = readFileSync(join(service, 'supervise/stat'), 'latin1').includes('want exit')
    return isLeaving ? undefined : status.right
  } catch {
    return undefined
  }
}

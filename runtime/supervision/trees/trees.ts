import { constants } from 'node:os'
import { type Processes } from '../../../jets/index.js'
import { type Leftovers } from '../../../jets/os/processes.js'
import { type Found } from '../scan.js'
import { type Findings } from '../survivors/find.js'
import { Remains } from '../survivors/remains.js'
import { lookAround, lookAt, type Seen } from '../survivors/seen.js'
import { type Cgroup, cgroupOf } from './cgroup.js'
import { Family } from './family.js'

/** Kills all that came of a service's process, wherever it went: by its cgroup, where it has one, and by marks and descent. */
export class Trees {
  private readonly processes: Processes
  private readonly identityOf: (pid: number) => string | undefined
  private family: Family | undefined

  /** @param identityOf the `Found.identity` of the service whose last process has, or had, this number */
  constructor(processes: Processes, identityOf: (pid: number) => string | undefined) {
    this.processes = processes
    this.identityOf = identityOf
  }

  /**
   * Starts a service's process in a cgroup of its own, where that is to be had.
   *
   * @param start starts it, before it returns
   */
  start<A>(identity: string | undefined, start: () => A): A {
    const cgroup = identity === undefined ? undefined : cgroupOf(identity)
    return cgroup === undefined ? start() : cgroup.start(start)
  }

  /** What a killed supervisor's service has left, also where nothing but its cgroup tells whose it is. */
  find({ identity }: Found, findings: Findings): Findings {
    const cgroup = identity === undefined ? undefined : cgroupOf(identity)
    if (cgroup === undefined || findings.leader !== undefined || findings.leftovers !== undefined)
      return findings
    const find = (): readonly Seen[] => cgroup.pids().flatMap((pid) => lookAt(pid) ?? [])
    const seen = find()
    return seen.length === 0 ? findings : { ...findings, leftovers: new Remains(seen, find) }
  }

  /**
   * As `Processes.kill`, and of whatever left the group. The group goes first, so that nothing in it starts more; when it
   * is gone, all processes are looked at once more, and again as long as that finds any.
   *
   * @param done false when it turns out that the signal is not permitted
   */
  kill(pid: number, signal: number, done: (isGone?: boolean) => void): boolean | undefined {
    const identity = this.identityOf(pid)
    if (identity === undefined) return this.processes.kill(pid, signal, () => done(true))
    const strays = (): readonly Seen[] => this.strays(identity, pid)
    // a number that no process has, nor any group
    const remains = within(cgroupOf(identity), new Remains(strays(), strays, -pid))
    const rest = (): boolean | undefined => {
      if (remains.isGone()) return true
      this.processes.adoptLeftovers(remains)
      return this.processes.kill(remains.pid, signal, () => done(true))
    }
    const group = this.processes.kill(pid, signal, () => {
      const gone = rest()
      if (gone !== undefined) done(gone)
    })
    if (group === false || remains.kill(signal) === constants.errno.EPERM) return false
    return group === true ? rest() : group
  }

  /** Something has died, or was started: who looks now looks anew. */
  forget(): void {
    this.family = undefined
  }

  private strays(identity: string, pid: number): readonly Seen[] {
    const leader = this.processes.isAlive(pid) ? pid : undefined
    return this.look()
      .of(identity, leader)
      .filter(({ group }) => group !== pid)
  }

  /** One look serves for all that are killed at once. */
  private look(): Family {
    if (this.family === undefined) {
      this.family = new Family(lookAround(), process.pid)
      setImmediate(() => this.forget())
    }
    return this.family
  }
}

/** What is left, and whoever is in the cgroup besides. */
const within = (cgroup: Cgroup | undefined, remains: Leftovers): Leftovers =>
  cgroup === undefined
    ? remains
    : {
        pid: remains.pid,
        kill(signal) {
          cgroup.signal(signal)
          return remains.kill(signal)
        },
        isGone: () => cgroup.isGone() && remains.isGone(),
      }

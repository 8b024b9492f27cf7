import { readFileSync, readdirSync } from 'node:fs'
import { constants } from 'node:os'
import { type Death, type Launcher } from './launcher.js'

const { EPERM, ESRCH } = constants.errno

/** How often a group that is being killed is looked at, in milliseconds; mostly a death says it earlier. */
const GROUP_POLL = 20
/** After so many looks a group is gone, too, when only zombies are left in it that somebody else should reap. */
const PATIENCE = 10

/** A process that we started: the leader of a group of its own. */
interface Process {
  readonly pid: number
  readonly onDeath: (death: Death) => void
  /** The leader has died (and is reaped). Others of its group may live on. */
  dead: boolean
  /** The kill under way, and who waits for the group to be gone. */
  killing: { readonly signal: number; readonly waiting: (() => void)[]; looks: number } | undefined
}

/**
 * The processes that we started and that are not wholly gone. A pid that is not among them is somebody else's, and is
 * never signalled: a leader's number is kept from others by the system for as long as it is not reaped or one of
 * its group lives, and here for just as long.
 */
export class Processes {
  private readonly launcher: Launcher
  private readonly byPid = new Map<number, Process>()
  private readonly stopListening: () => void
  private poll: NodeJS.Timeout | undefined

  constructor(launcher: Launcher) {
    this.launcher = launcher
    this.stopListening = launcher.onDeath(() => this.reap())
  }

  /** Starts a program; `onDeath` is called when it has died. Pid 0: it could not start. */
  launch(
    program: string,
    args: readonly string[],
    directory: string,
    onDeath: (death: Death) => void,
  ): { readonly pid: number; readonly errno: number } {
    const launched = this.launcher.launch(program, args, directory)
    if (launched.pid !== 0) {
      this.byPid.set(launched.pid, { pid: launched.pid, onDeath, dead: false, killing: undefined })
    }
    return launched
  }

  /** Does the process that we started under this pid live? Not a zombie's, and nobody else's who has the number now. */
  isAlive(pid: number): boolean {
    const process = this.byPid.get(pid)
    if (process === undefined || process.dead) return false
    const death = this.launcher.death(pid) // a zombie that we have not heard of yet
    if (death !== undefined) {
      this.died(process, death)
      return false
    }
    return this.launcher.kill(pid, 0) !== ESRCH
  }

  /**
   * Signals a process's group. True: nothing of it is left. False: not permitted. Undefined: `gone` will be called
   * when nothing is left.
   */
  kill(pid: number, signal: number, gone: () => void): boolean | undefined {
    const process = this.byPid.get(pid)
    if (process === undefined || this.settle(process)) return true
    const errno = this.launcher.kill(-pid, signal)
    if (errno === EPERM) return false
    process.killing = { signal, waiting: [...(process.killing?.waiting ?? []), gone], looks: 0 }
    this.poll ??= setInterval(() => this.look(), GROUP_POLL)
    return undefined
  }

  /** Every process that we started and that is not wholly gone, by its pid. */
  pids(): readonly number[] {
    return [...this.byPid.values()].filter((process) => !this.settle(process)).map(({ pid }) => pid)
  }

  /** SIGKILL to all of them, without waiting. */
  killAll(): void {
    for (const pid of this.pids()) this.launcher.kill(-pid, 9)
  }

  /** No more deaths are noticed. */
  close(): void {
    this.stopListening()
    clearInterval(this.poll)
  }

  private reap(): void {
    // All first, then what follows from them: that may start processes, which may die while we are at it.
    for (const [pid, death] of this.launcher.deaths()) {
      const process = this.byPid.get(pid)
      if (process !== undefined) this.died(process, death)
    }
    if (this.poll !== undefined) this.finishKills()
  }

  private died(process: Process, death: Death): void {
    process.dead = true
    process.onDeath(death)
    this.settle(process)
  }

  /** If nothing is left of the group: tells who waits for that, and forgets it. */
  private settle(process: Process): boolean {
    if (!this.isGone(process)) return false
    this.byPid.delete(process.pid)
    for (const gone of process.killing?.waiting.splice(0) ?? []) gone()
    return true
  }

  private isGone({ pid, dead, killing }: Process): boolean {
    if (!dead) return false
    if (this.launcher.kill(-pid, 0) === ESRCH) return true
    // A process that bears the reaped leader's number again shows that nobody of our group kept it.
    if (this.launcher.kill(pid, 0) !== ESRCH) return true
    return killing !== undefined && killing.looks > PATIENCE && onlyZombies(pid)
  }

  private finishKills(): void {
    let left = 0
    for (const process of Array.from(this.byPid.values())) {
      if (process.killing !== undefined && !this.settle(process)) left++
    }
    if (left > 0) return
    clearInterval(this.poll)
    this.poll = undefined
  }

  private look(): void {
    for (const { pid, killing } of this.byPid.values()) {
      if (killing === undefined) continue
      killing.looks++
      if (killing.signal === 9) this.launcher.kill(-pid, 9) // whoever came to the group since
    }
    this.finishKills()
  }
}

/** Are all processes of a group zombies? They wait for a parent that is none of ours. */
const onlyZombies = (group: number): boolean =>
  readdirSync('/proc').every((entry) => {
    if (!/^\d+$/.test(entry)) return true
    try {
      // pid (comm) state ppid pgrp …; comm may hold anything, spaces and brackets too
      const stat = readFileSync(`/proc/${entry}/stat`, 'latin1')
      const [state, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return Number(pgrp) !== group || state === 'Z' || state === 'X'
    } catch {
      return true // gone meanwhile
    }
  })

import { constants } from 'node:os'
import { type Death, type Launcher, type Start } from './launcher.js'
import { isZombie, onlyZombies, statOf } from './proc.js'

const { EPERM, ESRCH } = constants.errno
const SIGKILL = 9
const SIGCONT = 18
const SIGSTOP = 19

/** How often a group that is being killed is looked at, in milliseconds; mostly a death says it earlier. */
const GROUP_POLL = 20
/** Every so many looks a group is gone, too, if only zombies are left in it that somebody else should reap. */
const PATIENCE = 20

/** A process that we started, or took over: the leader of a group of its own. */
interface Process {
  readonly pid: number
  readonly onDeath: (death: Death) => void
  /**
   * Of one that is not our child: when it started (`Stat`). Nobody tells us of its death, or how it ended, and who has
   * its number now may be somebody else: each look, and each kill, finds out first.
   */
  readonly started: number | undefined
  /** Of one that died while nobody was there: what it left, instead of a group. */
  readonly leftovers: Leftovers | undefined
  /** The leader has died (and is reaped). Others of its group may live on. */
  dead: boolean
  /** The kill under way, and who waits for the group to be gone. */
  killing: { readonly signal: number; readonly waiting: (() => void)[]; looks: number } | undefined
}

/** What is left of a service whose process died while there was no supervisor. */
export interface Leftovers {
  /** The number of one of them. */
  readonly pid: number
  /** Signals all of them: 0, or the error's number. */
  kill(signal: number): number
  isGone(): boolean
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
  private closed = false
  private allHeard = false
  /** Is this the number of a process that somebody still asks after, though it may be dead? */
  isHeld: (pid: number) => boolean = () => false

  constructor(launcher: Launcher) {
    this.launcher = launcher
    this.stopListening = launcher.onDeath(() => this.reap())
  }

  /**
   * Starts a program; `onDeath` is called when it has died. Pid 0: it could not start.
   *
   * A newborn that is given a number which is still held does not stay: whoever holds that would take it for his own,
   * and neither miss his dead one nor kill the right one. It is not reaped before the next has another number.
   */
  launch(start: Start, onDeath: (death: Death) => void): { readonly pid: number; readonly errno: number } {
    const launched = this.launcher.launch(start)
    const { pid } = launched
    if (pid === 0) return launched
    if (this.byPid.has(pid) || this.isHeld(pid)) {
      this.launcher.kill(-pid, SIGKILL)
      return this.launch(start, onDeath)
    }
    this.add({ pid, onDeath })
    return launched
  }

  /**
   * Takes over a process that an earlier supervisor started, a group's leader. Its death is found by `isAlive`.
   *
   * Once it is dead, its number is its group's as long as that has a member. For both to be gone, and the number to be
   * a new group's whose own leader is dead too, all numbers must have been used up between two looks.
   *
   * @param started see `Stat`
   */
  adopt(pid: number, started: number, onDeath: (death: Death) => void): void {
    this.add({ pid, onDeath, started })
  }

  /** Takes over what a dead process left: it is not alive, but it can be killed, and waited for. */
  adoptLeftovers(leftovers: Leftovers): void {
    this.add({ pid: leftovers.pid, onDeath: () => {}, leftovers, dead: true })
  }

  /** Does the process that we started under this pid live? Not a zombie's, and nobody else's who has the number now. */
  isAlive(pid: number): boolean {
    const process = this.byPid.get(pid)
    if (process === undefined) return false
    this.notice(process)
    return !process.dead
  }

  /**
   * Hears of all deaths at once, then runs `look`, in which a child whose death was not heard of lives: one call for
   * all children in place of one for each. Who dies meanwhile is told of afterwards, like any other.
   */
  lookAtAll(look: () => void): void {
    this.hear()
    this.allHeard = true
    try {
      look()
    } finally {
      this.allHeard = false
    }
  }

  /**
   * Signals a process's group. True: nothing of it is left. False: not permitted. Undefined: `gone` will be called
   * when nothing is left.
   */
  kill(pid: number, signal: number, gone: (isGone?: boolean) => void): boolean | undefined {
    const process = this.byPid.get(pid)
    if (process === undefined || this.hasGone(process)) return true
    const errno = this.signal(process, signal)
    if (errno === EPERM) return false
    const { killing } = process
    process.killing = {
      signal: killing?.signal === SIGKILL ? SIGKILL : signal,
      waiting: [...(killing?.waiting ?? []), gone],
      looks: 0,
    }
    if (!this.closed) this.poll ??= setInterval(() => this.look(), GROUP_POLL)
    return undefined
  }

  /** Signals a process that lives, its whole group when it is to stop or go on. False: not permitted, or it is dead. */
  send(pid: number, signal: number): boolean {
    if (!this.isAlive(pid)) return false
    return this.launcher.kill(signal === SIGCONT || signal === SIGSTOP ? -pid : pid, signal) === 0
  }

  /** Every process that we started and that is not wholly gone, by its pid. */
  pids(): readonly number[] {
    const all = Array.from(this.byPid.values()).filter((process) => !this.hasGone(process))
    return all.map(({ pid }) => pid)
  }

  /** No more deaths are noticed. */
  close(): void {
    this.closed = true
    this.stopListening()
    clearInterval(this.poll)
  }

  private add(process: Pick<Process, 'pid' | 'onDeath'> & Partial<Process>): void {
    // Whoever had the number before is gone, or it would not have been given again.
    const before = this.byPid.get(process.pid)
    this.byPid.set(process.pid, { ...LIVING, ...process })
    if (before !== undefined) tellGone(before)
  }

  private hasGone(process: Process): boolean {
    if (process.started !== undefined) this.notice(process)
    return this.settle(process)
  }

  private signal({ pid, leftovers }: Process, signal: number): number {
    return leftovers === undefined ? this.launcher.kill(-pid, signal) : leftovers.kill(signal)
  }

  private reap(): void {
    this.hear()
    if (this.poll === undefined) return
    for (const process of Array.from(this.byPid.values())) {
      if (process.killing !== undefined) this.settle(process)
    }
    this.stopWhenIdle()
  }

  /** The deaths that the system tells of. */
  private hear(): void {
    // All are marked before anything follows from one of them: that may start processes, under the same numbers too.
    const died = this.launcher.deaths().flatMap(([pid, death]) => {
      const process = this.byPid.get(pid)
      if (process === undefined || process.dead) return [] // an orphan that came to us, or a newborn that did not stay
      process.dead = true
      return [{ process, death }]
    })
    for (const { process, death } of died) {
      process.onDeath(death)
      this.settle(process)
    }
  }

  /** A death that we have not heard of yet: a zombie's, or an adopted one's. */
  private notice(process: Process): void {
    if (process.dead) return
    const { pid, started } = process
    if (started === undefined && this.allHeard) return
    const death = started === undefined ? this.launcher.death(pid) : undefined
    if (death === undefined && this.launcher.kill(pid, 0) !== ESRCH) {
      const stat = started === undefined ? undefined : statOf(pid)
      if (stat === undefined || (stat.started === started && !isZombie(stat))) return
    }
    process.dead = true
    process.onDeath(death ?? UNKNOWN_DEATH)
    this.settle(process)
  }

  /** If nothing is left of the group: tells who waits for that, and forgets it. */
  private settle(process: Process): boolean {
    if (!this.isGone(process)) return false
    if (this.byPid.get(process.pid) === process) this.byPid.delete(process.pid)
    tellGone(process)
    return true
  }

  private isGone({ pid, dead, killing, started, leftovers }: Process): boolean {
    if (!dead) return false
    if (leftovers !== undefined) return leftovers.isGone()
    if (this.launcher.kill(-pid, 0) === ESRCH) return true
    // A process that bears the reaped leader's number again shows that nobody of our group kept it.
    const stat = statOf(pid)
    if (stat !== undefined && (!isZombie(stat) || stat.started !== (started ?? stat.started))) return true
    // Our own zombies we reap at once; one that we took over may lie there for as long as its parent likes.
    const due = started === undefined ? PATIENCE - 1 : 1
    return killing !== undefined && killing.looks % PATIENCE === due && onlyZombies(pid)
  }

  /** Whom a kill's end was told may have begun another one, so this looks at all there are now. */
  private stopWhenIdle(): void {
    for (const { killing } of this.byPid.values()) if (killing !== undefined) return
    clearInterval(this.poll)
    this.poll = undefined
  }

  private look(): void {
    this.hear() // should the system have told of a death too early, or not at all
    for (const process of Array.from(this.byPid.values())) {
      const { killing } = process
      if (killing === undefined) continue
      killing.looks++
      this.notice(process)
      // whoever came to the group since
      if (!this.settle(process) && killing.signal === SIGKILL) this.signal(process, SIGKILL)
    }
    this.stopWhenIdle()
  }
}

/** Of a process that was not our child. */
const UNKNOWN_DEATH: Death = { code: -1, signal: 0 }

const LIVING = { started: undefined, leftovers: undefined, dead: false, killing: undefined }

const tellGone = ({ killing }: Process): void => {
  for (const gone of killing?.waiting.splice(0) ?? []) gone()
}

import { constants } from 'node:os'
import { isZombie, statOf } from '../../../jets/os/proc.js'
import { type Leftovers } from '../../../jets/os/processes.js'
import { type Seen } from './seen.js'

const { EPERM, ESRCH } = constants.errno

/** Processes without a group in common, that are to be killed: each is signalled only while it is the one that was seen. */
export class Remains implements Leftovers {
  readonly pid: number
  private left: readonly Seen[]
  private readonly find: () => readonly Seen[]

  /**
   * @param seen those that are known by now
   * @param find looks again for all there are: one may have started another in its last moment
   * @param pid the number they go by
   */
  constructor(seen: readonly Seen[], find: () => readonly Seen[], pid = seen[0]?.pid ?? 0) {
    this.pid = pid
    this.left = seen
    this.find = find
  }

  /** Which they are, for people. */
  get text(): string {
    return `pid ${this.left.map(({ pid }) => pid).join(', ')}`
  }

  kill(signal: number): number {
    const errors = this.left.filter(isStillThere).map(({ pid }) => kill(pid, signal))
    return errors.includes(EPERM) ? EPERM : 0
  }

  isGone(): boolean {
    this.left = this.left.filter(isStillThere)
    if (this.left.length === 0) this.left = this.find()
    return this.left.length === 0
  }
}

/** A number and a start are one process's for good. */
const isStillThere = ({ pid, started }: Seen): boolean => {
  if (kill(pid, 0) === ESRCH) return false
  const stat = statOf(pid)
  return stat === undefined || (stat.started === started && !isZombie(stat))
}

const kill = (pid: number, signal: number): number => {
  try {
    process.kill(pid, signal)
    return 0
  } catch (error) {
    return Math.abs((error as NodeJS.ErrnoException).errno ?? 0)
  }
}

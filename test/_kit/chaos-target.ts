import { statOf } from '../../jets/index.js'
import { type Kind } from './chaos-kinds.js'
import { type Reign } from './chaos-tree.js'
import { until } from './supervised.js'

/** A start of a service, as its run script announced it. */
export interface Start {
  readonly pid: number
  /** When the process started, in milliseconds since the machine did; undefined when it was gone already. */
  readonly started: number | undefined
  /** The number of the supervisor that started it. */
  readonly reign: number
  readonly version: number
}

/** Does the very process of this start live? Another one that has the pid by now does not count, nor a zombie. */
export const isLiving = ({ pid, started }: Start): boolean => {
  const stat = statOf(pid)
  return started !== undefined && stat?.started === started && !'ZX'.includes(stat.state)
}

/** A service that is struck. */
export class Target {
  readonly name: string
  readonly kind: Kind
  /** Some blow takes its time: no other one falls meanwhile. */
  busy = false
  /** Of its run script's text. */
  version = 0
  readonly starts: Start[] = []
  /** When its leader was killed, as `performance.now()` tells it, while the time until its next start is measured. */
  killedAt: number | undefined

  constructor(name: string, kind: Kind) {
    this.name = name
    this.kind = kind
  }

  /** Its last start, if that process lives. */
  get leader(): Start | undefined {
    const last = this.starts.at(-1)
    return last !== undefined && isLiving(last) ? last : undefined
  }

  /** Notes a start under one of these supervisors; answers how many others of this service live beside it. */
  announced(pid: number, reigns: readonly Reign[], version: number): number {
    const started = statOf(pid)?.started
    // heard of late, it may be of the one before
    const reign = reigns.findLastIndex((one) => one.started <= (started ?? Infinity))
    const others = this.starts.slice(-20).filter((start) => start.pid !== pid && isLiving(start))
    this.starts.push({ pid, started, reign, version })
    return others.length
  }

  /** How many starts there were whose process was met alive. */
  get metAlive(): number {
    return this.starts.filter(({ started }) => started !== undefined).length
  }

  /** The first start after `count` starts. */
  async start(count: number): Promise<Start> {
    return until(`start ${count + 1} of ${this.name}`, () => this.starts[count])
  }
}

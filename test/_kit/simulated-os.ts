import { type Atom, type Cell, NO, type Noun, YES, cord } from '../../nock/index.js'

/** How the world behaves, as chances of one in a hundred. */
export interface Temper {
  /** A run script does not start. */
  readonly refusesSpawn: number
  /** A kill is not permitted. */
  readonly refusesKill: number
  /** An answer comes later, not at once. */
  readonly late: number
  /** A process ends as soon as it has started. */
  readonly diesAtOnce: number
}

export const KIND: Temper = { refusesSpawn: 0, refusesKill: 0, late: 0, diesAtOnce: 0 }

/** A process group that a run script leads: it is gone once the leader and all others are. */
export interface Group {
  readonly name: Atom
  leader: boolean
  others: number
}

/** A request that is not answered yet. */
export interface Pending {
  readonly request: Cell
  /** Which service's decision put it. */
  readonly asker: number
  /** Does what was asked for, and says how it went. */
  readonly answer: () => Noun
}

/** So few that numbers are soon used again. */
const PIDS = 7

/**
 * An operating system as far as the requests of policies go: processes that lead groups, die and leave others behind, a
 * kill that takes its time or is not permitted, and pids that are given again. What it does follows from its seed and
 * from what it is asked, nothing else.
 */
export class SimulatedOs {
  readonly groups = new Map<number, Group>()
  readonly pending: Pending[] = []
  temper: Temper
  private readonly chance: (percent: number) => boolean
  private lastPid = 0

  constructor(seed: number, temper: Temper) {
    const random = mulberry32(seed)
    this.chance = (percent) => random() * 100 < percent
    this.temper = temper
  }

  /** Answers a request, or notes it to be answered later. */
  put(request: Cell, asker: number): Noun | undefined {
    const answer = this.perform(request)
    if (request.head !== WAIT && !this.chance(this.temper.late)) return answer()
    this.pending.push({ request, asker, answer })
    return undefined
  }

  /** The groups of a service that are not gone. */
  groupsOf(name: Atom): readonly (readonly [number, Group])[] {
    return [...this.groups].filter(([, group]) => group.name === name)
  }

  /** The leader of a service's group dies; the others live on. */
  die(name: Atom): void {
    for (const [pid, group] of this.groupsOf(name)) {
      group.leader = false
      this.forgetIfGone(pid, group)
    }
  }

  fork(name: Atom): void {
    for (const [, group] of this.groupsOf(name)) if (group.leader) group.others++
  }

  /** What is asked for begins now; the answer tells how it ended. */
  private perform({ head: tag, tail: sample }: Cell): () => Noun {
    switch (tag) {
      case SPAWN: {
        const pid = this.spawn(sample as Atom)
        return () => pid
      }
      case ALIVE:
        return () => (this.groups.get(sample as number)?.leader ? YES : NO)
      case KILL: {
        const pid = (sample as Cell).tail as number
        if (!this.groups.has(pid)) return () => YES
        if (this.chance(this.temper.refusesKill)) return () => NO
        return () => {
          this.groups.delete(pid)
          return YES
        }
      }
      case FINISH: {
        const answer = this.chance(50) ? YES : NO
        return () => answer
      }
      case WAIT:
        return () => YES
      default:
        throw new Error(`no policy asks ${tag}`)
    }
  }

  private spawn(name: Atom): number {
    if (this.chance(this.temper.refusesSpawn)) return 0
    do this.lastPid = (this.lastPid % PIDS) + 1
    while (this.groups.has(this.lastPid))
    const pid = this.lastPid
    this.groups.set(pid, { name, leader: true, others: 0 })
    if (this.chance(this.temper.diesAtOnce)) this.die(name)
    return pid
  }

  private forgetIfGone(pid: number, { leader, others }: Group): void {
    if (!leader && others === 0) this.groups.delete(pid)
  }
}

const [SPAWN, ALIVE, KILL, FINISH, WAIT] = ['spawn', 'alive', 'kill', 'finish', 'wait'].map(cord)

/** Numbers from 0 up to 1, the same for the same seed. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

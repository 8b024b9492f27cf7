import { alive } from '../../jets/os/alive.js'
import { check } from '../../jets/os/check.js'
import { control } from '../../jets/os/control.js'
import { finish } from '../../jets/os/finish.js'
import { finished } from '../../jets/os/finished.js'
import { kill, killTree } from '../../jets/os/kill.js'
import { Malformed } from '../../jets/os/question.js'
import { signal } from '../../jets/os/signal.js'
import { spawn } from '../../jets/os/spawn.js'
import { wait } from '../../jets/os/wait.js'
import { type Atom, type Cell, NO, type Noun, YES, cord } from '../../nock/index.js'

/** How the world behaves, as chances of one in a hundred. */
export interface Temper {
  /** A script does not start. */
  readonly refusesSpawn: number
  /** A kill is not permitted. */
  readonly refusesKill: number
  /** An answer comes later, not at once. */
  readonly late: number
  /** A process ends as soon as it has started. */
  readonly diesAtOnce: number
  /** A process dies after one answer and before the next request. */
  readonly diesBetween: number
  /** A process takes no notice of any signal but 9, STOP and CONT. */
  readonly ignores: number
}

export const KIND: Temper = {
  refusesSpawn: 0,
  refusesKill: 0,
  late: 0,
  diesAtOnce: 0,
  diesBetween: 0,
  ignores: 0,
}

/** A process group that a run script leads: it is gone once the leader and all others are. */
export interface Group {
  readonly name: Atom
  leader: boolean
  others: number
  /** All of it takes no notice of any signal but 9, STOP and CONT. */
  readonly ignores: boolean
  /** It is paused: what it gets but 9 and CONT, it takes notice of later. */
  paused: boolean
  /** It was sent, while it was paused, what ends it. */
  ends: boolean
}

/** What was asked for: it may not have come yet, and whoever asked is told how it went. */
interface Asked {
  /** Whether it has come to where it can be answered. */
  readonly isDue: () => boolean
  /** Does what was asked for, and says how it went. */
  readonly answer: () => Noun
}

/** A request that is not answered yet. */
interface Pending extends Asked {
  readonly tell: (answer: Noun) => void
}

/** So few that numbers are soon used again. */
const PIDS = 7

const SIGKILL = 9
const SIGCONT = 18
const SIGSTOP = 19

/** In milliseconds, what goes by before a request and before an answer; what a finish script takes at most; and what outlasts
 * every wait. */
const MOMENT = 50
const WHILE = 500
const LONG = 3_000
const ALWAYS = 2 ** 32

/**
 * An operating system as far as the requests of policies go: run scripts that fail to start, processes that lead
 * groups, fork, die, leave others behind and ignore signals, kills that take their time or are not permitted, finish
 * and check scripts, and pids that are given again. What it does follows from its seed and from what it is asked,
 * nothing else. It refuses the requests that the real jets refuse, since it reads them by the same decoders.
 */
export class SimulatedOs {
  readonly groups = new Map<number, Group>()
  temper: Temper
  private readonly pending: Pending[] = []
  private readonly random: () => number
  private readonly names: readonly Atom[]
  /** When the finish script of a service ends. */
  private readonly finishing = new Map<Atom, number>()
  private readonly lastStart = new Map<Atom, number>()
  /** Those that left their service's group, each by the group; nothing but a kill of the whole tree ends them. */
  private strays: readonly Group[] = []
  /** Services that were started while there were such of an earlier process. */
  readonly beside = new Set<Atom>()
  /** Whose process has, or had, a number last. */
  private readonly owners = new Map<number, Atom>()
  /** The groups that were signalled, and did not go at once. */
  private readonly signalled = new Set<Group>()
  private readonly questions: ReadonlyMap<Atom, (sample: Noun) => Asked>
  private clock = 0
  private lastPid = 0

  /** @param names of the services that there are */
  constructor(seed: number, temper: Temper, names: readonly Atom[]) {
    this.random = mulberry32(seed)
    this.temper = temper
    this.names = names
    this.questions = new Map<Atom, (sample: Noun) => Asked>([
      [cord(spawn.name), (sample) => now(this.spawn(spawn.decode(sample)))],
      [cord(alive.name), (sample) => this.alive(alive.decode(sample))],
      [cord(kill.name), (sample) => this.kill(kill.decode(sample))],
      [cord(killTree.name), (sample) => this.killTree(kill.decode(sample))],
      [cord(signal.name), (sample) => this.signal(signal.decode(sample))],
      [cord(control.name), (sample) => now(this.check(control.decode(sample).name))],
      [cord(finish.name), (sample) => now(this.finish(finish.decode(sample).name))],
      [cord(finished.name), (sample) => this.finished(finished.decode(sample))],
      [cord(check.name), (sample) => now(this.check(check.decode(sample).name))],
      [cord(wait.name), (sample) => this.wait(wait.decode(sample))],
    ])
  }

  /**
   * Answers a request, or answers undefined and calls `tell` later, as a `Question` does.
   *
   * @throws Malformed where the real jets do, before anything is done
   */
  put({ head: tag, tail: sample }: Cell, tell: (answer: Noun) => void): Noun | undefined {
    const perform = typeof tag === 'object' ? undefined : this.questions.get(tag)
    if (perform === undefined) throw new Malformed()
    this.pass(MOMENT)
    const asked = perform(sample)
    if (asked.isDue() && !this.chance(this.temper.late)) return asked.answer()
    this.pending.push({ ...asked, tell })
    return undefined
  }

  /** Tells one of the answers that are due, if any is. */
  answer(which: number): void {
    this.pass(WHILE)
    const due = this.pending.filter(({ isDue }) => isDue())
    const one = due[which % due.length]
    if (one !== undefined) this.tell(one)
  }

  /** How many requests are not answered yet. */
  get open(): number {
    return this.pending.length
  }

  /** From now on everything succeeds; what is open is answered, and what follows from that, until nothing is. */
  settle(): void {
    this.temper = KIND
    while (this.pending.length > 0) {
      this.clock += ALWAYS
      for (const [pid, group] of this.groups) if (this.signalled.has(group)) this.groups.delete(pid)
      this.tell(this.pending[0]!)
    }
  }

  /** The groups of a service that are not gone. */
  groupsOf(name: Atom): readonly (readonly [pid: number, group: Group])[] {
    return [...this.groups].filter(([, group]) => group.name === name)
  }

  /** Does a finish script of a service run? */
  isFinishing(name: Atom): boolean {
    return (this.finishing.get(name) ?? -Infinity) > this.clock
  }

  /** The leader of a service's group dies; the others live on. */
  die(name: Atom): void {
    for (const [pid, group] of this.groupsOf(name)) this.end(pid, group)
  }

  /** A service's group dies, to the last one. */
  dieOut(name: Atom): void {
    for (const [pid] of this.groupsOf(name)) this.groups.delete(pid)
  }

  fork(name: Atom): void {
    for (const [, group] of this.groupsOf(name)) if (group.leader) group.others++
  }

  /** A service's process starts one that leaves its group. */
  leave(name: Atom): void {
    for (const [, group] of this.groupsOf(name)) if (group.leader) this.strays = [...this.strays, group]
  }

  /** Is there any that left a service's group? */
  hasStrays(name: Atom): boolean {
    return this.strays.some((group) => group.name === name)
  }

  private end(pid: number, group: Group): void {
    group.leader = false
    if (group.others === 0) this.groups.delete(pid)
  }

  private tell(one: Pending): void {
    this.pending.splice(this.pending.indexOf(one), 1)
    one.tell(one.answer())
  }

  private spawn(name: Atom): number {
    if (!this.names.includes(name) || this.chance(this.temper.refusesSpawn)) return 0
    for (const [pid, { leader }] of this.groupsOf(name)) if (leader) return pid // there are never two
    const pid = this.nextPid()
    const ignores = this.chance(this.temper.ignores)
    if (this.hasStrays(name)) this.beside.add(name)
    this.owners.set(pid, name)
    this.groups.set(pid, { name, leader: true, others: 0, ignores, paused: false, ends: false })
    this.lastStart.set(name, this.clock)
    if (this.chance(this.temper.diesAtOnce)) this.die(name)
    return pid
  }

  private alive(pid: number): Asked {
    return { isDue: always, answer: () => (this.groups.get(pid)?.leader ? YES : NO) }
  }

  private kill({ signal, pid }: { readonly signal: number; readonly pid: number }): Asked {
    const group = this.groups.get(pid)
    if (group === undefined) return now(YES)
    if (this.chance(this.temper.refusesKill)) return now(NO)
    this.signalled.add(group)
    const isGone = (): boolean => this.groups.get(pid) !== group
    return {
      isDue: () => isGone() || signal === SIGKILL || !group.ignores,
      answer: () => {
        if (!isGone()) this.groups.delete(pid)
        return YES
      },
    }
  }

  private killTree(its: { readonly signal: number; readonly pid: number }): Asked {
    const name = this.owners.get(its.pid)
    const isLeft = name !== undefined && this.hasStrays(name)
    if (!this.groups.has(its.pid) && isLeft && this.chance(this.temper.refusesKill)) return now(NO)
    const { isDue, answer } = this.kill(its)
    return {
      isDue,
      answer: () => {
        const gone = answer()
        if (gone === YES) this.strays = this.strays.filter((group) => group.name !== name)
        return gone
      },
    }
  }

  private signal({ signal, pid }: { readonly signal: number; readonly pid: number }): Asked {
    const answer = (): Noun => {
      const group = this.groups.get(pid)
      if (group === undefined || !group.leader || this.chance(this.temper.refusesKill)) return NO
      if (signal === SIGSTOP || signal === SIGCONT) group.paused = signal === SIGSTOP
      else if (signal === SIGKILL || !group.ignores) group.ends = true
      if (group.ends && (signal === SIGKILL || !group.paused)) this.end(pid, group)
      return YES
    }
    return { isDue: always, answer }
  }

  private finish(name: Atom): Noun {
    if (!this.names.includes(name) || this.chance(50) || this.chance(this.temper.refusesSpawn)) return NO
    this.nextPid() // the script has a number, too
    this.finishing.set(name, this.clock + this.random() * LONG)
    return YES
  }

  private finished(name: Atom): Asked {
    return { isDue: () => !this.isFinishing(name), answer: () => YES }
  }

  private check(name: Atom): Noun {
    return this.names.includes(name) && this.chance(50) ? YES : NO
  }

  private wait({ name, milliseconds }: { readonly name: Atom; readonly milliseconds: number }): Asked {
    const until = (this.lastStart.get(name) ?? -Infinity) + milliseconds
    return { isDue: () => this.clock >= until, answer: () => YES }
  }

  private nextPid(): number {
    do this.lastPid = (this.lastPid % PIDS) + 1
    while (this.groups.has(this.lastPid))
    return this.lastPid
  }

  /** Some time goes by; who is to die meanwhile does. */
  private pass(milliseconds: number): void {
    this.clock += milliseconds
    for (const { name } of this.groups.values()) if (this.chance(this.temper.diesBetween)) this.die(name)
  }

  /** What is sure takes nothing from the chances of the rest. */
  private chance(percent: number): boolean {
    return percent > 0 && this.random() * 100 < percent
  }
}

const always = (): boolean => true

/** An answer that is known. */
const now = (answer: Noun): Asked => ({ isDue: always, answer: () => answer })

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

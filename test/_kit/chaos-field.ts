import { closeSync, constants, openSync } from 'node:fs'
import { join } from 'node:path'
import { type Figures } from './chaos-figures.js'
import { type Start, type Target, isLiving } from './chaos-target.js'
import { type ChaosTree, type ReignOptions } from './chaos-tree.js'
import { JournalTail } from './journal-tail.js'
import { groupOf, until } from './supervised.js'

/** What blows fall on, and what they need to see. */
export class Field {
  readonly tree: ChaosTree
  readonly targets: readonly Target[]
  readonly figures: Figures
  readonly pipe: string
  /** How each supervisor is started. */
  readonly options: ReignOptions
  /** Starts that lived when the successor of their supervisor had come, `name pid of number`. */
  readonly survivors = new Set<string>()
  private readonly notes: { readonly at: number; readonly name: string; readonly what: string }[] = []
  private readonly tail: JournalTail
  private gate: Promise<void> = Promise.resolve()
  private isOpen = true
  private seeing = 0

  constructor(tree: ChaosTree, targets: readonly Target[], figures: Figures, options: ReignOptions) {
    this.tree = tree
    this.targets = targets
    this.figures = figures
    this.pipe = join(tree.root, 'announcements')
    this.options = options
    this.tail = new JournalTail(tree.journal)
    tree.afterwards(() => this.tail.close())
  }

  /** Notes what happens, to be told when something is found to be wrong; to a service, or (an empty name) to all. */
  note(name: string, what: string): void {
    this.notes.push({ at: performance.now(), name, what })
  }

  /** What happened to a service about the time when this was noted of it. */
  story(name: string, what: string): string {
    const own = this.notes.filter((note) => note.name === name || note.name === '')
    const at = own.findLastIndex((note) => note.name === name && note.what.includes(what))
    const told = at < 0 ? own.slice(-10) : own.slice(Math.max(0, at - 5), at + 20)
    return told.map((note) => `\n  ${note.at.toFixed(1)} ms: ${note.what}`).join('')
  }

  /** Waits until a supervisor is up; whoever does so may strike at once afterwards, before anything else happens. */
  async supervised(): Promise<void> {
    while (!this.isSupervised) await this.gate
  }

  /**
   * The service's process, if it lives, and the journal has its start. It mostly has that before the process has said so;
   * if it has not, nobody strikes it: should the supervisor be killed before it wrote that down, its successor is to
   * find the process.
   */
  leaderOf({ name, leader }: Target): Start | undefined {
    return leader !== undefined && this.tail.has(name, leader.pid) ? leader : undefined
  }

  /** Is there a supervisor now? */
  get isSupervised(): boolean {
    return this.isOpen
  }

  /** Kills the supervisor, and starts the next at once; until that is up nothing is struck. */
  async succeed(): Promise<void> {
    const { tree } = this
    while (!this.isOpen || this.seeing > 0)
      await until('a supervisor that may be killed', () => this.isOpen && this.seeing === 0)
    this.isOpen = false
    // what was killed just now waits for the next one: that is no latency of a restart
    for (const target of this.targets) target.killedAt = undefined
    this.gate = (async () => {
      this.note('', `supervisor ${tree.reign.number} is killed`)
      await tree.end('SIGKILL')
      this.note('', 'it is gone')
      await tree.start(this.options)
      this.note('', `supervisor ${tree.reign.number} is up`)
      for (const { name, leader } of this.targets)
        if (leader !== undefined && leader.reign !== tree.reign.number)
          this.survivors.add(`${name} ${leader.pid} of ${leader.reign}`)
    })()
    await this.gate
    this.isOpen = true
  }

  /** Does something that the present supervisor is to see: it is not killed meanwhile. */
  async unseen<A>(act: () => Promise<A>): Promise<A> {
    this.seeing++
    try {
      return await act()
    } finally {
      this.seeing--
    }
  }

  /** Writes a letter to a service until it has come about, once to each supervisor. */
  async order(target: Target, letter: string, isDone: () => boolean): Promise<void> {
    let told = -1
    await until(`${letter} of ${target.name}`, () => {
      if (isDone()) return true
      const { number } = this.tree.reign
      if (this.isSupervised && told !== number && this.tree.control(target.name, letter)) told = number
      return false
    })
  }

  /** Is this service down, as far as its status says? */
  isDown({ name }: Target): boolean {
    return this.tree.pid(name) === undefined
  }

  /** Has a supervisor this service directory? */
  isListening(directory: string): boolean {
    try {
      closeSync(openSync(join(directory, 'supervise/ok'), constants.O_WRONLY | constants.O_NONBLOCK))
      return true
    } catch {
      return false
    }
  }

  /** Every process of the group of this start. */
  groupOf(start: Start): readonly number[] {
    // while one of them lives nobody else's group has this number
    return groupOf(start.pid).filter((pid) => pid !== start.pid || isLiving(start))
  }
}

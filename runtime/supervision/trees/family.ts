import { type Seen } from '../survivors/seen.js'
import { keysOf, lineOf, markedBy } from '../survivors/snapshot.js'

/** All processes there were, by their marks and by their parents. Without the one that looks, and those it descends from. */
export class Family {
  private readonly byMark: ReadonlyMap<string, readonly Seen[]>
  private readonly byParent = new Map<number, Seen[]>()
  private readonly byPid: ReadonlyMap<number, Seen>

  /** @param self the pid of the one that looks */
  constructor(all: readonly Seen[], self: number) {
    const parents = new Map(all.map(({ pid, parent }) => [pid, parent]))
    const own = new Set(lineOf(self, parents))
    const others = all.filter(({ pid }) => !own.has(pid))
    this.byMark = markedBy(others)
    this.byPid = new Map(others.map((seen) => [seen.pid, seen]))
    for (const seen of others) {
      const siblings = this.byParent.get(seen.parent)
      if (siblings === undefined) this.byParent.set(seen.parent, [seen])
      else siblings.push(seen)
    }
  }

  /**
   * A service's process, whatever bears the mark of its run script, and the descendants of all of these, the oldest
   * first: should one start others again when they die, it dies before them.
   *
   * @param leader its pid; undefined when it is dead, and the number may be another's
   */
  of(identity: string, leader: number | undefined): readonly Seen[] {
    const members = new Set<Seen>(keysOf(identity, 'run').flatMap((key) => this.byMark.get(key) ?? []))
    const first = leader === undefined ? undefined : this.byPid.get(leader)
    if (first !== undefined) members.add(first)
    // a set is gone through to its end, what is added on the way included
    for (const { pid } of members) for (const child of this.byParent.get(pid) ?? []) members.add(child)
    return [...members].toSorted((a, b) => a.started - b.started || a.pid - b.pid)
  }
}

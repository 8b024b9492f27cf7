import * as E from 'fp-ts/lib/Either.js'
import { type Digest } from '../log/digest.js'
import { type Found, scan } from '../supervision/scan.js'
import { type Supervisor } from '../supervision/supervisor.js'

/** How long services are taken up, or let go, before everything else has its turn, in milliseconds. */
const SLICE = 10

/**
 * Brings what is in the directory and what is supervised together. However many services come or go, each turn of the
 * loop has only a few of them, so that whoever dies meanwhile is started as soon as ever.
 */
export class Tree {
  private readonly directory: string
  private readonly supervisor: Supervisor
  private readonly digest: Digest
  /** Services that left by themselves (`sv exit`): they come back when their directory does. */
  private readonly left = new Map<string, string | undefined>()
  /** Services on their way out, since their directory went: it may be back before they have left. */
  private readonly removed = new Set<string>()
  /** Names that something happened to since the last scan. */
  private readonly touched = new Set<string>()
  private found: ReadonlyMap<string, Found> = new Map()
  /** The names of those that are to be taken up, or to go. */
  private readonly due = new Set<string>()
  private soon: NodeJS.Immediate | undefined
  private going: NodeJS.Immediate | undefined
  private whenDone: () => void = () => {}
  private closed = false

  constructor(directory: string, supervisor: Supervisor, digest: Digest) {
    this.directory = directory
    this.supervisor = supervisor
    this.digest = digest
    supervisor.onLeft = (found) => {
      if (!this.removed.delete(found.name)) this.left.set(found.name, found.identity)
      this.touch(found.name)
    }
    supervisor.onMoved = (found) => this.touch(found.name)
  }

  /** Takes up what was found; done when each has been. */
  begin(scanned: ReadonlyMap<string, Found>): Promise<void> {
    return new Promise((done) => {
      this.whenDone = done
      this.bring(scanned)
    })
  }

  /** Something happened to this name, or to one that is not known. */
  touch(name: string | undefined): void {
    if (this.closed) return
    if (name !== undefined) this.touched.add(name)
    this.soon ??= setImmediate(() => this.rescan())
  }

  /** Reads the directory's names. Of those that are supervised, only what was touched is looked at again. */
  rescan(): void {
    this.soon = undefined
    if (this.closed) return
    const scanned = scan(this.directory, (name) =>
      this.touched.has(name) ? undefined : this.supervisor.found(name),
    )
    if (E.isLeft(scanned)) return this.digest.tell('', 'scan', `${scanned.left}; what runs goes on`)
    this.touched.clear()
    this.bring(scanned.right)
  }

  close(): void {
    this.closed = true
    this.whenDone()
  }

  private bring(found: ReadonlyMap<string, Found>): void {
    this.found = found
    for (const [name, identity] of this.left)
      if (found.get(name)?.identity !== identity) this.left.delete(name)
    for (const name of this.supervisor.names())
      if (found.get(name) !== this.supervisor.found(name)) this.due.add(name)
    for (const name of found.keys()) if (this.supervisor.found(name) === undefined) this.due.add(name)
    if (this.going === undefined) this.goOn()
  }

  private goOn(): void {
    this.going = undefined
    if (this.closed) return
    const end = performance.now() + SLICE
    for (const name of this.due) {
      this.due.delete(name)
      this.settle(name)
      if (performance.now() < end) continue
      this.going = setImmediate(() => this.goOn())
      return
    }
    this.whenDone()
  }

  private settle(name: string): void {
    const now = this.found.get(name)
    const supervised = this.supervisor.found(name)
    const isUnclear = now !== undefined && now.identity === undefined
    if (isUnclear || (supervised !== undefined && now?.identity === supervised.identity)) return
    if (supervised !== undefined) {
      this.removed.add(name)
      this.supervisor.remove(name)
    } else if (now !== undefined && !this.left.has(name)) {
      const added = this.supervisor.add(now)
      if (E.isLeft(added)) this.digest.tell(name, 'add', `not supervised: ${added.left}`)
    }
  }
}

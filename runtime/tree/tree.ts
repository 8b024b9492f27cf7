import * as E from 'fp-ts/lib/Either.js'
import { type Digest } from '../log/digest.js'
import { scan } from '../supervision/scan.js'
import { type Supervisor } from '../supervision/supervisor.js'

/** Brings what is in the directory and what is supervised together. */
export class Tree {
  private readonly directory: string
  private readonly supervisor: Supervisor
  private readonly digest: Digest
  /** Services that left by themselves (`sv exit`): they come back when their directory does. */
  private readonly left = new Map<string, string | undefined>()
  /** Services on their way out, since their directory went: it may be back before they have left. */
  private readonly removed = new Set<string>()
  private soon: NodeJS.Immediate | undefined
  private closed = false

  constructor(directory: string, supervisor: Supervisor, digest: Digest) {
    this.directory = directory
    this.supervisor = supervisor
    this.digest = digest
    supervisor.onLeft = (found) => {
      if (!this.removed.delete(found.name)) this.left.set(found.name, found.identity)
      this.rescanSoon()
    }
  }

  rescanSoon(): void {
    if (!this.closed) this.soon ??= setImmediate(() => this.rescan())
  }

  rescan(scanned = scan(this.directory)): void {
    this.soon = undefined
    if (this.closed) return
    if (E.isLeft(scanned)) return this.digest.tell('', 'scan', `${scanned.left}; what runs goes on`)
    const found = scanned.right
    for (const [name, identity] of this.left)
      if (found.get(name)?.identity !== identity) this.left.delete(name)
    for (const name of this.supervisor.names()) {
      const now = found.get(name)
      const isUnclear = now !== undefined && now.identity === undefined
      if (isUnclear || now?.identity === this.supervisor.found(name)?.identity) continue
      this.removed.add(name)
      this.supervisor.remove(name)
    }
    for (const [name, service] of found) {
      if (service.identity === undefined || this.supervisor.found(name) !== undefined || this.left.has(name))
        continue
      const added = this.supervisor.add(service)
      if (E.isLeft(added)) this.digest.tell(name, 'add', `not supervised: ${added.left}`)
    }
    this.supervisor.mend()
  }

  close(): void {
    this.closed = true
  }
}

import { type Supervised } from './supervised.js'

/** Services by the number of their last process, until it is known to be down: no other's may have that number meanwhile. */
export class Holders {
  private readonly byPid = new Map<number, Supervised>()

  has(pid: number): boolean {
    return this.byPid.has(pid)
  }

  /** Tells a service directory from any other; see `Found`. */
  identity(pid: number): string | undefined {
    return this.byPid.get(pid)?.found.identity
  }

  /** Lets go of a service's number, and gives it this one; 0 is none. */
  hold(service: Supervised, pid: number): void {
    if (this.byPid.get(service.lastPid) === service) this.byPid.delete(service.lastPid)
    if (pid !== 0) this.byPid.set(pid, service)
    service.lastPid = pid
  }
}

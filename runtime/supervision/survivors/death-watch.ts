import { closeSync } from 'node:fs'
import { type Libc } from '../../../jets/index.js'

/**
 * How often those that were taken over are asked after, in milliseconds: by one call for all of them. Node can wait
 * for no such descriptor.
 */
const POLL = 100

/**
 * Notices the deaths of processes that are no children of ours. It may miss one: where the system knows no pidfd, or no
 * descriptor is left, the sweep finds it.
 */
export class DeathWatch {
  private readonly libc: Libc | undefined
  private readonly onEnd = new Map<number, () => void>()
  private poll: NodeJS.Timeout | undefined

  constructor(libc: Libc | undefined) {
    this.libc = libc
  }

  /** Calls back when a process has ended; whose number it was meanwhile is for whoever is called to find out. */
  watch(pid: number, ended: () => void): void {
    const fd = this.libc?.openPidfd(pid) ?? -1
    if (fd < 0) return
    this.onEnd.set(fd, ended)
    this.poll ??= setInterval(() => this.look(), POLL)
  }

  close(): void {
    for (const fd of this.onEnd.keys()) this.forget(fd)
  }

  private look(): void {
    for (const fd of this.libc?.ended() ?? []) {
      const ended = this.onEnd.get(fd)
      if (ended === undefined) continue
      this.forget(fd)
      ended()
    }
  }

  private forget(fd: number): void {
    this.onEnd.delete(fd)
    closeSync(fd)
    if (this.onEnd.size > 0) return
    clearInterval(this.poll)
    this.poll = undefined
  }
}

import { printable } from './printable.js'

/** How long a kind of message is counted after it was said, in milliseconds. */
export const WINDOW = 10_000

/**
 * Says a message once, and counts the ones of its kind that follow within ten seconds: then one line tells how many
 * there were, and the last of them. A service in a crash loop does not flood the log.
 */
export class Digest {
  private readonly say: (key: string, message: string) => void
  private readonly counted = new Map<
    string,
    { key: string; more: number; last: string; since: number; timer: NodeJS.Timeout }
  >()

  /** @param say writes a key and a message of it, both as they may be shown */
  constructor(say: (key: string, message: string) => void) {
    this.say = (key, message) => say(printable(key), printable(message))
  }

  /** @param kind messages of one key and kind are counted together */
  tell(key: string, kind: string, message: string): void {
    const id = `${key}\0${kind}`
    const before = this.counted.get(id)
    if (before !== undefined) {
      before.more++
      before.last = message
      return
    }
    this.say(key, message)
    this.count(id, key)
  }

  /** What was only counted so far is not said any more. */
  close(): void {
    for (const { timer } of this.counted.values()) clearTimeout(timer)
    this.counted.clear()
  }

  private count(id: string, key: string): void {
    const timer = setTimeout(() => {
      const said = this.sum(id)
      this.counted.delete(id)
      if (said) this.count(id, key)
    }, WINDOW)
    timer.unref()
    this.counted.set(id, { key, more: 0, last: '', since: performance.now(), timer })
  }

  private sum(id: string): boolean {
    const { key, more, last, since } = this.counted.get(id)!
    if (more === 0) return false
    this.say(key, `${last} (${more} times more in ${((performance.now() - since) / 1000).toFixed(0)} s)`)
    return true
  }
}

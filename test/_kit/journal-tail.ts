import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { startsIn } from './journaled.js'

const NEWLINE = 0x0a

/** Follows a journal while it is written, set aside and begun anew: which starts does it have by now? */
export class JournalTail {
  private readonly file: string
  private readonly seen = new Set<string>()
  private fd: number | undefined
  /** Behind the last whole line: what is torn there a successor cuts off. */
  private offset = 0

  constructor(file: string) {
    this.file = file
  }

  /** Does it say that this process was started for this service, or taken over? */
  has(service: string, pid: number): boolean {
    this.catchUp()
    return this.seen.has(`${service} ${pid}`)
  }

  close(): void {
    if (this.fd !== undefined) closeSync(this.fd)
    this.fd = undefined
  }

  private catchUp(): void {
    this.fd ??= this.openIt()
    if (this.fd === undefined) return
    const isOver = statSync(this.file, { throwIfNoEntry: false })?.ino !== fstatSync(this.fd).ino
    this.read(this.fd)
    if (!isOver) return
    this.close()
    this.offset = 0
    this.catchUp()
  }

  private openIt(): number | undefined {
    try {
      return openSync(this.file, 'r')
    } catch {
      return undefined // in the moment between two files
    }
  }

  private read(fd: number): void {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(fd).size - this.offset))
    const end = bytes.lastIndexOf(NEWLINE, readSync(fd, bytes, 0, bytes.length, this.offset) - 1) + 1
    this.offset += end
    for (const line of bytes.toString('utf8', 0, end).split('\n').slice(0, -1))
      for (const start of startsIn(line)) this.seen.add(start)
  }
}

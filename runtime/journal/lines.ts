import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { ROOM } from './chain.js'

/** The most bytes of a line: more than a policy can make on a supervisor's budget, and read in a second or two. */
export const LONGEST = 2 ** 22
const CHUNK = 2 ** 20
const NEWLINE = 0x0a

/** What is said of a pipe or a directory. */
export const NO_FILE =
  'it is no file; a journal is read by its name, since its FILE.1, FILE.2 … lie beside it'

/**
 * The lines of a file, each where it came to lie in a buffer: from `from` up to `to` in `bytes`, which is good until the
 * next one. In front of each are {@link ROOM} bytes: of a file's second and all that follow, the end of the one before.
 */
export class Lines {
  bytes: Buffer
  from = 0
  to = ROOM - 1
  /** It had a newline. Only the last one may have none; it may be longer than {@link LONGEST}. */
  isWhole = true
  private readonly fd: number
  private readonly onBytes: (bytes: number) => void
  /** All of the buffer; `bytes` is what was read into it. */
  private buffer: Buffer

  /**
   * @param onBytes hears how much was read
   * @throws what `openSync` throws, or that it is no file
   */
  constructor(file: string, onBytes: (bytes: number) => void) {
    this.onBytes = onBytes
    this.fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK) // so that a FIFO does not wait for a writer
    const stat = fstatSync(this.fd)
    if (!stat.isFile()) {
      this.close()
      throw new Error(NO_FILE)
    }
    this.buffer = Buffer.allocUnsafe(ROOM + Math.min(CHUNK, stat.size + 1))
    this.bytes = this.buffer.subarray(0, ROOM)
  }

  /**
   * Goes on to the next line. False: there is none.
   *
   * @throws what `readSync` throws
   */
  next(): boolean {
    if (!this.isWhole) return false
    this.from = this.to + 1
    for (;;) {
      this.to = this.bytes.indexOf(NEWLINE, this.from)
      if (this.to !== -1) return true
      if (this.bytes.length - this.from > LONGEST || !this.readOn()) break
    }
    this.isWhole = false
    this.to = this.bytes.length
    return this.to > this.from
  }

  close(): void {
    closeSync(this.fd)
  }

  /** Reads more behind the line that has begun, which moves to the front of the buffer. False: there is no more. */
  private readOn(): boolean {
    const kept = this.bytes.subarray(this.from - ROOM)
    const filled = kept.length
    if (filled === this.buffer.length) this.buffer = Buffer.allocUnsafe(2 * filled)
    this.buffer.set(kept)
    const length = readSync(this.fd, this.buffer, filled, this.buffer.length - filled, null)
    if (length > 0) this.onBytes(length)
    this.from = ROOM
    this.bytes = this.buffer.subarray(0, filled + length)
    return length > 0
  }
}

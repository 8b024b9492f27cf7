import { readSync } from 'node:fs'
import { type ConnectOpts, Socket, type SocketConstructorOpts } from 'node:net'
import { type RotatingFileStream, createStream } from 'rotating-file-stream'
import { errnoText } from '../supervise/errno.js'
import { CURRENT } from './files.js'

export interface KeptOptions {
  /** The pipe, which never blocks, nor ends; closed by `end`. */
  readonly fd: number
  readonly directory: string
  readonly size: number
  readonly count: number
  /** Hears that it cannot be kept now, and why; and that it can again. */
  readonly tell: (kind: 'lost' | 'kept', message: string) => void
}

/** How long a disk may take to write some kilobytes before nobody waits for it any more, in milliseconds. */
const PATIENCE = 1_000
/** How soon is tried again what failed, in milliseconds. */
const AGAIN = 1_000

/** One for all: a read fills it and is heard before the next begins. */
const buffer = Buffer.alloc(65_536)

/**
 * Keeps what comes out of a pipe in rotated files, beside the loop.
 *
 * No more is read than the disk takes, so a service that writes faster waits for it, as for any pipe; and no more is in
 * memory than a hundred kilobytes. But nobody waits for a disk that takes nothing: then what comes is counted, not kept,
 * and the file says so where it is missing.
 */
export class Kept {
  private readonly options: KeptOptions
  private readonly pipe: Socket
  /** Opened for the first byte, and again after each failure. */
  private file: RotatingFileStream | undefined
  /** Nothing is kept until then. */
  private again: NodeJS.Timeout | undefined
  private late: NodeJS.Timeout | undefined
  private isLate = false
  private inTrouble = false
  private lost = 0

  constructor(options: KeptOptions) {
    this.options = options
    // @types/node knows `onread`, by which a read costs no buffer, for connections only.
    const reading: SocketConstructorOpts & ConnectOpts = {
      fd: options.fd,
      readable: true,
      writable: false,
      onread: { buffer, callback: (length) => this.keep(Buffer.from(buffer.subarray(0, length))) },
    }
    this.pipe = new Socket(reading)
    this.pipe.on('error', () => {})
  }

  /** Keeps what is still in the pipe, and closes it; resolved when it is written. */
  end(): Promise<void> {
    const { fd } = this.options
    try {
      for (let length = readSync(fd, buffer); length > 0; length = readSync(fd, buffer))
        this.keep(Buffer.from(buffer.subarray(0, length)))
    } catch {
      // EAGAIN: it is empty
    }
    this.pipe.destroy()
    clearTimeout(this.again)
    clearTimeout(this.late)
    const { file } = this
    if (file === undefined) return Promise.resolve()
    return new Promise((done) => void file.once('close', done).end())
  }

  /** False: nothing more until this is written. */
  private keep(bytes: Buffer): boolean {
    if (this.isLate || this.again !== undefined) {
      this.lost += bytes.length
      return true
    }
    this.file ??= this.open()
    if (this.lost > 0) this.own(this.file)
    const goesOn = this.file.write(bytes, (error) => {
      if (error) this.lost += bytes.length
    })
    if (!goesOn)
      this.late ??= setTimeout(() => {
        this.isLate = true
        this.fail(`the disk has taken nothing for ${PATIENCE / 1000} s`)
        this.pipe.resume()
      }, PATIENCE)
    return goesOn
  }

  /** Says where something is missing, and how much. */
  private own(file: RotatingFileStream): void {
    const { lost } = this
    this.lost = 0
    file.write(`\n[runock: up to ${lost} bytes are missing here]\n`, (error) => {
      if (error) this.lost += lost
      else if (this.inTrouble) {
        this.inTrouble = false
        this.options.tell('kept', `its output is kept again; up to ${lost} bytes were not`)
      }
    })
  }

  private open(): RotatingFileStream {
    const { directory, size, count } = this.options
    const file = createStream((n) => (n ? `${CURRENT}.${Number(n)}` : CURRENT), {
      path: directory,
      size: `${size}B`,
      rotate: count,
      mode: 0o640,
    })
    file.on('drain', () => {
      clearTimeout(this.late)
      this.late = undefined
      this.isLate = false
      this.pipe.resume()
    })
    file.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(this.late)
      this.late = undefined
      this.isLate = false
      this.file = undefined
      this.again = setTimeout(() => (this.again = undefined), AGAIN).unref()
      this.fail(error.code === undefined ? error.message : errnoText(error.code))
      this.pipe.resume()
    })
    return file
  }

  private fail(why: string): void {
    if (!this.inTrouble)
      this.options.tell('lost', `its output is not kept now, but counted: ${this.options.directory}: ${why}`)
    this.inTrouble = true
  }
}

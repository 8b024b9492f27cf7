import * as fs from 'node:fs'
import { join } from 'node:path'
import { CURRENT, keptFiles } from './files.js'

const PIECE = 65_536
const NEWLINE = 10
/** How often a file that is in no place is looked for. */
const PATIENCE = 20

/** Reads what is kept of a service, from file to file as they are set aside: each byte once. */
export class OutputReader {
  private readonly directory: string
  /** The file that is being read; undefined while there is none. */
  private fd: number | undefined
  private at = 0
  private patience = PATIENCE
  /** Hears that files were removed before they were read. */
  onMissed: () => void = () => {}

  constructor(directory: string) {
    this.directory = directory
  }

  /** Goes to where the last so many lines begin, in an older file perhaps. */
  goBack(lines: number): void {
    const files = keptFiles(this.directory)
    let left = lines
    for (const [i, path] of [...files.entries()].toReversed()) {
      const fd = open(path)
      if (fd === undefined) continue // removed just now
      const found = lastLines(fd, left, i === files.length - 1)
      this.take(fd, found.at)
      left = found.left
      if (left <= 0) return
    }
  }

  /** What comes next; undefined when there is no more by now. */
  read(): Buffer | undefined {
    for (;;) {
      const bytes = this.readOn()
      if (bytes !== undefined) return bytes
      const next = this.next()
      if (next === undefined) return undefined
      // the last it got before it was set aside
      const last = this.readOn()
      this.take(next, 0)
      if (last !== undefined) return last
    }
  }

  close(): void {
    if (this.fd !== undefined) fs.closeSync(this.fd)
    this.fd = undefined
  }

  private take(fd: number, at: number): void {
    this.close()
    this.fd = fd
    this.at = at
  }

  private readOn(): Buffer | undefined {
    if (this.fd === undefined) return undefined
    const bytes = Buffer.alloc(PIECE)
    if (fs.fstatSync(this.fd).size < this.at) this.at = 0 // somebody has cut it short
    const length = fs.readSync(this.fd, bytes, 0, PIECE, this.at)
    this.at += length
    return length === 0 ? undefined : bytes.subarray(0, length)
  }

  /**
   * The file after this one, if there is one. Names change while one looks, so it counts only if it comes after this one
   * once it is open, too.
   */
  private next(): number | undefined {
    for (let looks = 0; looks < 3; looks++) {
      const after = this.after()
      const fd = after === undefined ? undefined : open(after)
      if (fd === undefined) continue
      const [place, again] = [identity(fs.fstatSync(fd)), this.after()]
      if (again !== undefined && identityOf(again) === place) return fd
      fs.closeSync(fd)
    }
    return undefined
  }

  private after(): string | undefined {
    const current = join(this.directory, CURRENT)
    if (this.fd === undefined) return keptFiles(this.directory)[0]
    const stat = fs.fstatSync(this.fd)
    const ours = identity(stat)
    if (identityOf(current) === ours) return undefined
    const files = keptFiles(this.directory)
    const place = files.findLastIndex((path) => identityOf(path) === ours)
    // it is somewhere, but for the moment
    if (place < 0 && stat.nlink > 0 && this.patience-- > 0) return undefined
    this.patience = PATIENCE
    if (place < 0 && files.length > 0) this.onMissed()
    return files[place + 1]
  }
}

const identity = ({ dev, ino }: fs.Stats): string => `${dev}:${ino}`

const identityOf = (path: string): string | undefined => {
  const stat = fs.statSync(path, { throwIfNoEntry: false })
  return stat && identity(stat)
}

const open = (path: string): number | undefined => {
  try {
    return fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  } catch {
    return undefined
  }
}

/**
 * Where the last so many lines of a file begin, and how many more are to come out of older ones.
 *
 * @param isLast it is the youngest file: a newline at its end begins no line
 */
const lastLines = (
  fd: number,
  lines: number,
  isLast: boolean,
): { readonly at: number; readonly left: number } => {
  const bytes = Buffer.alloc(PIECE)
  const { size } = fs.fstatSync(fd)
  if (lines === 0) return { at: size, left: 0 }
  let left = lines
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - PIECE)
    const length = fs.readSync(fd, bytes, 0, end - start, start)
    for (let i = length - 1; i >= 0; i--) {
      if (bytes[i] !== NEWLINE || (isLast && start + i === size - 1)) continue
      left--
      if (left === 0) return { at: start + i + 1, left }
    }
    end = start
  }
  return { at: 0, left }
}

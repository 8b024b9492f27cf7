import { appendFileSync, renameSync, writeFileSync } from 'node:fs'
import { FIRST } from '../../runtime/journal/chain.js'
import { type Sink } from '../../runtime/journal/journal.js'

/** The files of a journal, a piece at a time. Who is killed loses what is half written of its last line. */
export class Files implements Sink {
  number = 1
  size = 0
  decisions = 0
  lines = 0
  isFull = false
  /** Of the last line, and of the one before it. */
  chain = FIRST
  #before = FIRST
  readonly #file: string
  #piece = ''
  #last = ''

  constructor(file: string) {
    this.#file = file
    writeFileSync(file, '')
  }

  write(line: string): boolean {
    if (this.isFull) return false
    this.#add(line)
    return true
  }

  nextFile(head: string): void {
    this.flush()
    renameSync(this.#file, `${this.#file}.${this.number++}`)
    this.size = 0
    this.#add(head)
  }

  /** Loses the last line, if it is a decision: so many bytes of it were on the disk. */
  tear(): number {
    if (!this.#last.startsWith(DECISION)) return 0
    const bytes = Buffer.byteLength(this.#last)
    this.#last = ''
    this.chain = this.#before
    this.lines--
    this.decisions--
    this.size -= bytes
    return Math.ceil(bytes / 2)
  }

  flush(): void {
    appendFileSync(this.#file, this.#piece + this.#last)
    this.#piece = this.#last = ''
  }

  #add(line: string): void {
    this.#piece += this.#last
    this.#last = line
    this.#before = this.chain
    this.chain = line.slice(-'"}\n'.length - FIRST.length, -'"}\n'.length)
    this.lines++
    this.size += Buffer.byteLength(line)
    if (line.startsWith(DECISION)) this.decisions++
    if (this.#piece.length > 2 ** 20) {
      appendFileSync(this.#file, this.#piece)
      this.#piece = ''
    }
  }
}

const DECISION = '{"line":"decision"'

import { existsSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname } from 'node:path'
import { errnoOf, errnoText } from '../supervise/errno.js'
import { freeName } from '../free-name.js'
import { journalFiles, numberOf } from './files.js'
import { type Sink } from './journal.js'
import { Refused } from './open-file.js'

/** When what was written is forced onto the disk: left to the system, once a second, or after each write. */
export type Sync = 'never' | 'second' | 'always'

export interface AppenderOptions {
  readonly file: string
  /** Opens and locks it anew. */
  readonly open: () => Promise<fs.FileHandle>
  /** Open for appending, at the end of a whole line; closed by `close`. */
  readonly handle: fs.FileHandle
  /** The number under which the present file is set aside, and how long it is. */
  readonly number: number
  readonly size: number
  readonly sync: Sync
  /** How many files set aside are kept; all unless given. */
  readonly keep: number | undefined
  /** Hears that it cannot write now, and why; and that it can again. */
  readonly tell: (message: string) => void
  /** Hears that somebody has taken the file away, or cut it short. */
  readonly onMoved: () => void
}

/** What waits in memory while the disk is full or slow, in characters; beyond it lines are lost, until half is written. */
const MOST = 2 ** 25
/** What is written at once. */
const PIECE = 2 ** 20
/** How often what could not be written is tried again, and what was is synced; how often the file is looked for. */
const AGAIN = 1_000
const LOOK = 5_000
/** How long the end waits for a disk that does not take what is left. */
const PATIENCE = 2_000

/** Lines for the present file, or the first ones of the next. */
interface Batch {
  text: string
  readonly turn: boolean
}

/**
 * Appends lines to a file beside the loop: nobody waits for a disk. In order and whole: what is cut short, because the
 * disk is full say, goes on where it stopped once there is room.
 */
export class Appender implements Sink {
  private readonly options: AppenderOptions
  private readonly batches: Batch[] = []
  /** Undefined while the next file is not open yet. */
  private handle: fs.FileHandle | undefined
  private number: number
  /** How long the file is, as far as we wrote it. */
  private size: number
  /** The batch that is being written: what is left of it. */
  private rest = Buffer.alloc(0)
  private restLength = 0
  private waiting = 0
  private isBusy = false
  private isFull = false
  private inTrouble = false
  private isDirty = false
  private synced = performance.now()
  private isSyncing = false
  private isUnsynced = false
  private readonly looking: NodeJS.Timeout
  private readonly draining: NodeJS.Timeout

  constructor(options: AppenderOptions) {
    this.options = options
    this.handle = options.handle
    this.number = options.number
    this.size = options.size
    this.looking = setInterval(() => void this.look(), LOOK).unref()
    this.draining = setInterval(() => void this.drain(), AGAIN).unref()
  }

  write(line: string): boolean {
    if (this.isFull) return false
    if (this.waiting + line.length > MOST) {
      this.isFull = true
      this.options.tell('it is too far behind: from here on lines are counted, not kept')
      return false
    }
    this.add(line, false)
    return true
  }

  nextFile(head: string): void {
    this.add(head, true)
  }

  /** How many characters the disk has not taken yet. */
  get behind(): number {
    return this.waiting
  }

  /** The file is no longer missed. */
  stopLooking(): void {
    clearInterval(this.looking)
  }

  /** Writes what is left. False: the disk would not take it. */
  async close(): Promise<boolean> {
    const end = performance.now() + PATIENCE
    while (this.waiting > 0 && performance.now() < end) {
      await this.drain()
      if (this.waiting > 0) await new Promise((next) => setTimeout(next, 10))
    }
    this.stopLooking()
    clearInterval(this.draining)
    if (this.options.sync !== 'never') await this.handle?.datasync().catch(() => {})
    await this.handle?.close().catch(() => {})
    return this.waiting === 0
  }

  private add(text: string, turn: boolean): void {
    this.waiting += text.length
    const last = this.batches.at(-1)
    if (turn || last === undefined || last.text.length > PIECE) this.batches.push({ text, turn })
    else last.text += text
    void this.drain()
  }

  /** Writes until nothing waits, or something goes wrong: then again in a second. */
  private async drain(): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    try {
      while (this.rest.length > 0 || this.batches.length > 0) await this.advance()
      if (this.isDirty && this.options.sync === 'second' && performance.now() - this.synced >= AGAIN)
        void this.syncBeside()
      if (this.inTrouble) this.options.tell('it is written again')
      this.inTrouble = false
    } catch (error) {
      const why = error instanceof Refused ? error.message : errnoText(errnoOf(error))
      if (!this.inTrouble)
        this.options.tell(`it cannot be written now: ${why}; it is tried again each second`)
      this.inTrouble = true
    } finally {
      this.isBusy = false
    }
  }

  private async advance(): Promise<void> {
    if (this.rest.length === 0) {
      const [next] = this.batches
      if (next!.turn) await this.turn()
      this.batches.shift()
      this.rest = Buffer.from(next!.text)
      this.restLength = next!.text.length
    }
    try {
      const { bytesWritten } = await this.handle!.write(this.rest, 0, this.rest.length)
      this.rest = this.rest.subarray(bytesWritten)
      this.size += bytesWritten
    } catch (error) {
      // whoever removes it to make room gets the room once we let go of it
      if ((await this.find()) !== 'gone') throw error
      return this.abandon()
    }
    this.isDirty = true
    if (this.rest.length > 0) return
    this.done(this.restLength)
    if (this.options.sync === 'always') await this.datasync()
  }

  private done(length: number): void {
    this.waiting -= length
    if (this.waiting < MOST / 2) this.isFull = false
  }

  /** What belongs to a file that somebody removed goes with it; the next one is due. */
  private abandon(): void {
    if (!this.isTurnDue()) this.options.onMoved()
    this.done(this.restLength)
    this.rest = Buffer.alloc(0)
    while (this.batches[0]?.turn === false) this.done(this.batches.shift()!.text.length)
  }

  private isTurnDue(): boolean {
    return this.batches.some(({ turn }) => turn)
  }

  /** While lines are written: those that waited for a slow disk in memory would be lost if we are killed. */
  private async syncBeside(): Promise<void> {
    if (this.isSyncing) return
    this.isSyncing = true
    try {
      await this.datasync()
      this.isUnsynced = false
    } catch (error) {
      this.isDirty = true
      if (!this.isUnsynced)
        this.options.tell(`it cannot be forced onto the disk now: ${errnoText(errnoOf(error))}`)
      this.isUnsynced = true
    } finally {
      this.isSyncing = false
    }
  }

  private async datasync(): Promise<void> {
    this.isDirty = false
    this.synced = performance.now()
    await this.handle?.datasync()
  }

  /** Sets the file aside, unless somebody did, and begins the next. Done again from where it failed. */
  private async turn(): Promise<void> {
    const { file, sync } = this.options
    if (this.handle !== undefined) {
      if (this.isDirty && sync !== 'never') await this.datasync()
      const found = await this.find()
      if (found === 'short') await fs.rename(file, freeName(`${file}.damaged`))
      if (found === 'whole') {
        const aside = `${file}.${this.number}`
        if (existsSync(aside)) throw new Refused(`${aside} is there already, move it away`)
        await fs.rename(file, aside)
      }
      await this.handle.close()
      this.handle = undefined
    }
    this.handle = await this.openNext()
    this.size = 0
    this.number++
    // from here on nothing may fail, or the turn would be made again
    if (sync !== 'never') await syncDirectory(dirname(file)).catch(() => (this.isDirty = true))
    await this.removeOld().catch(() => this.options.tell('an old file of it cannot be removed'))
  }

  /** An empty file: what somebody has put in the place of ours goes out of the way. */
  private async openNext(): Promise<fs.FileHandle> {
    const { file } = this.options
    const handle = await this.options.open()
    if ((await handle.stat()).size === 0) return handle
    await handle.close()
    const aside = freeName(`${file}.damaged`)
    await fs.rename(file, aside)
    this.options.tell(`somebody has put another file in its place: that is now ${aside}`)
    return this.options.open()
  }

  /** The oldest first: whenever we are killed, there is no gap. */
  private async removeOld(): Promise<void> {
    const { file, keep } = this.options
    if (keep === undefined) return
    for (const old of journalFiles(file)) {
      if (old !== file && numberOf(old) < this.number - keep) await fs.unlink(old)
    }
  }

  /** Whether the file is still where it was: whole, cut short by somebody, or gone. */
  private async find(): Promise<'whole' | 'short' | 'gone'> {
    const there = await fs.stat(this.options.file).catch(() => undefined)
    const ours = await this.handle?.stat()
    if (there === undefined || there.ino !== ours?.ino || there.dev !== ours.dev) return 'gone'
    return ours.size < this.size ? 'short' : 'whole'
  }

  private async look(): Promise<void> {
    if (this.isBusy || this.handle === undefined || this.isTurnDue()) return
    const found = await this.find().catch(() => 'whole')
    if (found === 'whole' || this.isBusy || this.isTurnDue()) return
    if (found === 'short')
      this.options.tell('somebody has cut the file short: it is set aside, and the next one begun')
    this.options.onMoved()
  }
}

const syncDirectory = async (path: string): Promise<void> => {
  const handle = await fs.open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

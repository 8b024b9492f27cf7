import * as fs from 'node:fs'
import { join } from 'node:path'
import { type Either } from 'fp-ts/lib/Either.js'
import { type SuperviseError, attempt } from '../../supervise/error.js'

/** The start of a service's process that was the last one: which process it is, for good. */
export interface LastStart {
  readonly pid: number
  /** See `Stat`. */
  readonly started: number
  /** See `MarkText`. */
  readonly launch: bigint
  /** How many starts of the service there were since the machine's, this one included, as far as that is known. */
  readonly starts?: number | undefined
}

/** None, as far as anybody knows. */
export const NO_START: LastStart = { pid: 0, started: 0, launch: 0n }

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = fs.constants

/** Always the same, so that no write changes the file's length, and a full disk hinders none. */
const LENGTH = 90
const MOST_STARTS = 99_999_999

let thisBoot: string | undefined

/** Another one after each start of the machine, when all numbers begin again. */
const bootId = (): string =>
  (thisBoot ??= fs.readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim())

const fileOf = (service: string): string => join(service, 'supervise/process')

/**
 * The line in `supervise/process`: pid, when it started, launch, the machine's boot id, and how many starts there were.
 *
 * @example
 * lastStartText({ pid: 7, started: 80, launch: 9n }, 'x').trim() === '7 80 9 x 0'
 */
export const lastStartText = ({ pid, started, launch, starts = 0 }: LastStart, boot = bootId()): string =>
  `${pid} ${started} ${launch} ${boot} ${Math.min(starts, MOST_STARTS)}`.padEnd(LENGTH - 1) + '\n'

/**
 * What the line says; undefined when it is torn, or of an earlier boot. One whose ends are of two lines says the number
 * of one process and the start of another, which no living process has.
 *
 * @example
 * readLastStart(lastStartText({ pid: 7, started: 80, launch: 9n }, 'x'), 'y') // undefined
 */
export const readLastStart = (line: string, boot = bootId()): LastStart | undefined => {
  const [, pid, started, launch, of, starts] = /^(\d+) (\d+) (\d+) (\S+)(?: (\d+))? *\n$/.exec(line) ?? []
  if (line.length !== LENGTH || of !== boot) return undefined
  return { pid: Number(pid), started: Number(started), launch: BigInt(launch!), starts: Number(starts ?? 0) }
}

/** The last start of a service's process, if it was in this boot and is written down in a file that only we can write. */
export const lastStartOf = (service: string): LastStart | undefined => {
  try {
    const file = fileOf(service)
    const stat = fs.lstatSync(file)
    if (!stat.isFile() || stat.nlink !== 1 || stat.uid !== process.geteuid!()) return undefined
    return readLastStart(fs.readFileSync(file, 'latin1'))
  } catch {
    return undefined
  }
}

/** Makes the file anew, whatever was there: the later ones write over it. */
export const newLastStart = (service: string, start: LastStart): Either<SuperviseError, void> => {
  const file = fileOf(service)
  return attempt('make', file, () => {
    fs.rmSync(file, { force: true })
    write(file, start, O_CREAT | O_EXCL)
  })
}

/** Writes over the file. A few microseconds; where it is gone, the mark has to do. */
export const writeLastStart = (service: string, start: LastStart): Either<SuperviseError, void> => {
  const file = fileOf(service)
  return attempt('write', file, () => write(file, start, 0))
}

const write = (file: string, start: LastStart, flags: number): void => {
  const fd = fs.openSync(file, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | flags, 0o600)
  try {
    fs.writeSync(fd, lastStartText(start), 0, 'latin1')
  } finally {
    fs.closeSync(fd)
  }
}

import * as fs from 'node:fs'
import { join } from 'node:path'
import { type Either, left, right } from '../../nock/either.js'
import { errnoOf, errnoText } from '../supervise/errno.js'
import { STATUS_BYTES, type Status, decodeStatus } from '../supervise/status.js'

/** What a service directory tells of its service. */
export interface Known {
  readonly status: Status
  /** What the supervisor wants when it begins: down when there is a file `down`. */
  readonly normally: 'up' | 'down'
}

/** Why a service can be neither read nor told anything, in runit's words. */
export interface Trouble {
  /** `fail`: the service is not there, or nobody supervises it; `warning`: its files are not as they should be. */
  readonly kind: 'fail' | 'warning'
  readonly text: string
}

/** No supervisor has the service; runit's words, whoever the supervisor is. */
export const NOT_RUNNING: Trouble = { kind: 'fail', text: 'runsv not running' }

const { O_RDONLY, O_WRONLY, O_NONBLOCK } = fs.constants

/** What is in the way of using a directory as a service's, if anything. */
export const directoryTrouble = (directory: string): Trouble | undefined => {
  const code = enterable(directory)
  return code === undefined
    ? undefined
    : { kind: 'fail', text: `unable to change to service directory: ${errnoText(code)}` }
}

/** Reads a service directory; first of all, whether a supervisor has it. */
export const readService = (directory: string): Either<Trouble, Known> => {
  const supervised = withFile(directory, 'supervise/ok', O_WRONLY | O_NONBLOCK, () => undefined)
  if (supervised._tag === 'Left') {
    return left(supervised.left === 'ENXIO' ? NOT_RUNNING : trouble('open', 'supervise/ok', supervised.left))
  }
  const bytes = new Uint8Array(STATUS_BYTES)
  const read = withFile(directory, 'supervise/status', O_RDONLY | O_NONBLOCK, (fd) => {
    try {
      return right(fs.readSync(fd, bytes))
    } catch (thrown) {
      return left(errnoOf(thrown))
    }
  })
  if (read._tag === 'Left') return left(trouble('open', 'supervise/status', read.left))
  if (read.right._tag === 'Left') return left(trouble('read', 'supervise/status', read.right.left))
  const status = decodeStatus(bytes.subarray(0, read.right.right))
  if (status._tag === 'Left') {
    return left({ kind: 'warning', text: 'unable to read supervise/status: bad format' })
  }
  const downFile = fileExists(join(directory, 'down'))
  if (downFile._tag === 'Left') return left(trouble('stat', 'down', downFile.left))
  return right({ status: status.right, normally: downFile.right ? 'down' : 'up' })
}

/** Reads a service's `log/`, itself a service directory; undefined when it has none. */
export const readLog = (directory: string): Either<Trouble, Known> | undefined => {
  const log = join(directory, 'log')
  const code = enterable(log)
  if (code === undefined) return readService(log)
  return code === 'ENOENT'
    ? undefined
    : left({ kind: 'warning', text: `unable to change directory: ${errnoText(code)}` })
}

/** Writes letters to `supervise/control`, all at once; undefined when they are written. */
export const sendLetters = (directory: string, letters: string): Trouble | undefined => {
  const sent = withFile(directory, 'supervise/control', O_WRONLY | O_NONBLOCK, (fd): Trouble | undefined => {
    // Whoever may write to the service directory could have us write into any file of ours.
    if (!fs.fstatSync(fd).isFIFO()) {
      return { kind: 'warning', text: 'unable to write to supervise/control: not a fifo' }
    }
    try {
      fs.writeSync(fd, letters)
      return undefined
    } catch (thrown) {
      return trouble('write to', 'supervise/control', errnoOf(thrown))
    }
  })
  if (sent._tag === 'Right') return sent.right
  return sent.left === 'ENXIO' ? NOT_RUNNING : trouble('open', 'supervise/control', sent.left)
}

const trouble = (doing: string, file: string, code: string): Trouble => ({
  kind: 'warning',
  text: `unable to ${doing} ${file}: ${errnoText(code)}`,
})

/** Opens a file for as long as `use` takes; left is the `errno` of opening it. */
const withFile = <A>(
  directory: string,
  file: string,
  flags: number,
  use: (fd: number) => A,
): Either<string, A> => {
  let fd: number
  try {
    fd = fs.openSync(join(directory, file), flags)
  } catch (thrown) {
    return left(errnoOf(thrown))
  }
  try {
    return right(use(fd))
  } finally {
    fs.closeSync(fd)
  }
}

const fileExists = (path: string): Either<string, boolean> => {
  try {
    return right(fs.statSync(path, { throwIfNoEntry: false }) !== undefined)
  } catch (thrown) {
    return left(errnoOf(thrown))
  }
}

/** Why one could not `chdir` there, if one could not. */
const enterable = (directory: string): string | undefined => {
  try {
    if (!fs.statSync(directory).isDirectory()) return 'ENOTDIR'
    fs.accessSync(directory, fs.constants.X_OK)
    return undefined
  } catch (thrown) {
    return errnoOf(thrown)
  }
}

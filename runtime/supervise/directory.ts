import * as fs from 'node:fs'
import { join, resolve } from 'node:path'
import { type Either, isLeft, left, right } from 'fp-ts/lib/Either.js'
import type { Libc } from '../../jets/os/libc.js'
import { type SuperviseError, attempt } from './error.js'
import { errnoOf } from './errno.js'
import { openFifo } from './fifo.js'
import { hearFifo } from './letters.js'
import { takeLock } from './lock.js'
import { ensurePlace } from './place.js'
import { type Status, encodeStatus, statText } from './status.js'

/** The letters that a supervisor hears from `control`; it passes over every other byte but one, as runit does. */
export const CONTROL_LETTERS = 'duxotkpcahiq12'

/** That one, which runit's `sv` never writes: it is no command, it asks for the file `why`. */
export const WHY = 'w'

export interface SuperviseOptions {
  /** The service directory, or the `log/` in one. */
  readonly service: string
  /** Without it, the programs `flock` and `mkfifo` do its work. */
  readonly libc: Libc | undefined
  /** Hears each letter that somebody writes to `control`, in order; never after `close`. */
  readonly onLetter: (letter: string) => void
  /** Hears that somebody asks for the file `why`. */
  readonly onWhy?: () => void
  /** Hears that `control` can no longer be read, which no known cause brings about; the rest goes on. */
  readonly onError?: (error: SuperviseError) => void
}

/** A service's `supervise/` directory, which is ours as long as this is open. */
export interface SuperviseDirectory {
  /**
   * Puts `pid`, `stat` and `status` in their places, each written aside and renamed, so that a reader sees the old
   * file or the new one. The first time also opens `ok`: whoever finds a supervisor there finds its status too.
   * Nothing is thrown; what fails, because the disk is full say, is tried again by the next call.
   *
   * @param exits see `statText`
   * @returns `gone` when the directory is not in place: close this one, and open another if the service is there
   */
  write(status: Status, exits?: boolean): Either<SuperviseError, void>
  /** Puts a text into the file `why`, likewise: each time another file than the one before. */
  writeWhy(text: string): Either<SuperviseError, void>
  /** Whether the service directory still leads to our files; not when it was removed, moved or made anew. */
  isInPlace(): boolean
  /** Lets go of everything: `sv` now says that no supervisor runs. The files stay. Again does nothing. */
  close(): void
}

/**
 * Takes a service's `supervise/` directory, as `runsv` does: the lock, then the FIFO `control`; `ok` with the first
 * status. Costs three descriptors and about 8 KB of memory; nothing blocks, nothing takes a thread.
 *
 * @returns `locked` when another supervisor, ours or runit's, has the service
 * @example
 * openSuperviseDirectory({ service: 'services/web', libc: loadLibc(), onLetter: console.log })
 */
export const openSuperviseDirectory = (
  options: SuperviseOptions,
): Either<SuperviseError, SuperviseDirectory> => {
  const place = ensurePlace(options.service)
  if (isLeft(place)) return place
  const path = place.right
  const lock = takeLock(join(path, 'lock'), options.libc)
  if (isLeft(lock)) return lock
  const control = openFifo(join(path, 'control'), 'both', options.libc)
  if (isLeft(control)) {
    fs.closeSync(lock.right)
    return control
  }
  removeLeftovers(path)
  const opened = attempt('listen to', join(path, 'control'), () =>
    directory(options, path, lock.right, control.right),
  )
  if (isLeft(opened)) {
    fs.closeSync(control.right)
    fs.closeSync(lock.right)
  }
  return opened
}

const directory = (
  { service, libc, onLetter, onWhy, onError }: SuperviseOptions,
  path: string,
  lock: number,
  control: number,
): SuperviseDirectory => {
  const lockAsSeen = resolve(service, 'supervise/lock')
  const lockFile = fs.fstatSync(lock)
  const controlAsSeen = resolve(service, 'supervise/control')
  const controlFile = fs.fstatSync(control)
  let ok: number | undefined
  let closed = false

  const hear = (buffer: Buffer, length: number): boolean => {
    for (const letter of buffer.toString('latin1', 0, length)) {
      if (closed) return false
      if (letter === WHY) onWhy?.()
      else if (CONTROL_LETTERS.includes(letter)) onLetter(letter)
    }
    return true
  }
  const stopHearing = hearFifo(control, libc, hear, (thrown) =>
    onError?.({ why: 'system', path: join(path, 'control'), doing: 'read', code: errnoOf(thrown) }),
  )

  const replacer = new Replacer(path, libc)
  // What still says the same is not written again.
  const last = new Map<string, string>()
  const writeText = (name: string, text: string): Either<SuperviseError, void> => {
    if (last.get(name) === text) return right(undefined)
    const written = replacer.replace(name, text)
    if (isLeft(written)) last.delete(name)
    else last.set(name, text)
    return written
  }
  const openOk = (): Either<SuperviseError, void> => {
    if (ok !== undefined) return right(undefined)
    const opened = openFifo(join(path, 'ok'), 'read', libc)
    if (isLeft(opened)) return opened
    ok = opened.right
    return right(undefined)
  }

  // Of the directory when all in it was found in place: while it stays the same, nothing was renamed or removed there.
  const asSeen = resolve(service, 'supervise')
  let inPlaceAt = { ino: 0, mtimeMs: 0 }
  const isInPlace = (): boolean => {
    if (closed) return false
    try {
      const { ino, mtimeMs } = fs.statSync(asSeen)
      if (ino === inPlaceAt.ino && mtimeMs === inPlaceAt.mtimeMs) return true
      const isThere =
        isSame(fs.statSync(lockAsSeen), lockFile) &&
        isSame(fs.statSync(controlAsSeen), controlFile) &&
        (ok === undefined || fs.existsSync(join(path, 'ok')))
      // The system's clock for files goes in steps: what comes within the same one must be seen, too.
      if (isThere && Date.now() - mtimeMs > SETTLED) inPlaceAt = { ino, mtimeMs }
      return isThere
    } catch {
      return false
    }
  }

  return {
    write(status, exits) {
      if (!isInPlace()) return left({ why: 'gone', path })
      // Each of them is of use without the others: one failure must not keep back the rest.
      const pid = writeText('pid', status.pid === 0 ? '' : `${status.pid}\n`)
      const stat = writeText('stat', statText(status, exits))
      const written = replacer.replace('status', encodeStatus(status))
      const open = isLeft(written) ? written : openOk()
      return [pid, stat, open].find(isLeft) ?? right(undefined)
    },
    writeWhy: (text) => (isInPlace() ? replacer.replace('why', text) : left({ why: 'gone', path })),
    isInPlace,
    close() {
      if (closed) return
      closed = true
      if (ok !== undefined) fs.closeSync(ok)
      stopHearing()
      fs.closeSync(lock)
    },
  }
}

/** How old a change of a directory must be, in milliseconds, for the next one to be told from it. */
const SETTLED = 1_000

const isSame = (a: fs.Stats, b: fs.Stats): boolean => a.ino === b.ino && a.dev === b.dev

/**
 * What another supervisor left half written; or what somebody who could once write here left in wait for us, a hard
 * link to a file of ours that we would write over. What cannot be removed, `write` will complain of.
 */
const removeLeftovers = (path: string): void => {
  for (const name of ['pid.new', 'stat.new', 'status.new', 'why.new']) {
    attempt('remove', join(path, name), () => fs.rmSync(join(path, name), { force: true }))
  }
}

const ASIDE = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_NOFOLLOW

/**
 * Writes files aside and gives them their names.
 *
 * From the second time on it has the two files, both ours then, exchange their names, so that the old one is there to
 * be written over the next time: ext4 writes a *new* file to the disk before it takes another's name, which takes half a
 * millisecond, or ten, and every service would wait for that.
 */
class Replacer {
  private readonly path: string
  private readonly libc: Libc | undefined
  private readonly ours = new Set<string>()

  constructor(path: string, libc: Libc | undefined) {
    this.path = path
    this.libc = libc
  }

  replace(name: string, content: string | Uint8Array): Either<SuperviseError, void> {
    const file = join(this.path, name)
    const aside = `${file}.new`
    return attempt('write', file, () => {
      const fd = fs.openSync(aside, ASIDE, 0o644)
      try {
        const bytes = Buffer.from(content)
        fs.writeSync(fd, bytes, 0, bytes.length, 0)
        fs.ftruncateSync(fd, bytes.length)
      } finally {
        fs.closeSync(fd)
      }
      if (!this.ours.has(name) || this.libc?.exchange(aside, file) !== 0) fs.renameSync(aside, file)
      this.ours.add(name)
    })
  }
}

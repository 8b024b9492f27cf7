import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { type Either, flatMap, left, right } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Libc } from '../../jets/os/libc.js'
import { type SuperviseError, attempt } from './error.js'
import { errnoName, errnoOf } from './errno.js'

const { O_RDONLY, O_RDWR, O_NONBLOCK, O_NOFOLLOW } = fs.constants

/**
 * Opens a FIFO that is ours alone, mode 0600. What is there under its name but is no FIFO, or not ours, or open to
 * others, is removed and the FIFO made anew: somebody may be holding the old one open.
 *
 * @param ends `both`: it never ends, however many writers come and go; `read`: writers find a reader there
 * @returns a descriptor that never blocks
 */
export const openFifo = (
  path: string,
  ends: 'both' | 'read',
  libc: Libc | undefined,
): Either<SuperviseError, number> =>
  pipe(
    attempt('remove', path, () => clear(path)),
    flatMap((found) => (found ? right(undefined) : make(path, libc))),
    flatMap(() =>
      attempt('open', path, () =>
        fs.openSync(path, (ends === 'both' ? O_RDWR : O_RDONLY) | O_NONBLOCK | O_NOFOLLOW),
      ),
    ),
    flatMap((fd): Either<SuperviseError, number> => {
      if (isOurs(fs.fstatSync(fd))) return right(fd)
      fs.closeSync(fd)
      return left({ why: 'refused', path, reason: 'somebody puts another file in its place' })
    }),
  )

const isOurs = (file: fs.Stats): boolean =>
  file.isFIFO() && file.uid === process.geteuid!() && (file.mode & 0o077) === 0

/** Removes what is not to be trusted; whether a FIFO of ours is there. */
const clear = (path: string): boolean => {
  const there = fs.lstatSync(path, { throwIfNoEntry: false })
  if (there === undefined) return false
  if (isOurs(there)) return true
  // An empty directory at most: nobody's data goes.
  if (there.isDirectory()) fs.rmdirSync(path)
  else fs.unlinkSync(path)
  return false
}

const make = (path: string, libc: Libc | undefined): Either<SuperviseError, void> => {
  if (libc !== undefined) {
    const errno = libc.mkfifo(path, 0o600)
    return errno === 0
      ? right(undefined)
      : left({ why: 'system', path, doing: 'make', code: errnoName(errno) })
  }
  try {
    execFileSync('mkfifo', ['-m', '600', '--', path], { stdio: 'ignore' })
    return right(undefined)
  } catch (thrown) {
    // The program ran, and says why only to people.
    const failed = typeof (thrown as { status?: unknown }).status === 'number'
    return left({ why: 'system', path, doing: 'make', code: failed ? 'EIO' : errnoOf(thrown) })
  }
}

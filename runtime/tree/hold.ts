import { closeSync, ftruncateSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Either, isRight, left, right } from 'fp-ts/lib/Either.js'
import { type Libc } from '../../jets/os/libc.js'
import { superviseErrorText } from '../supervise/error.js'
import { takeLock } from '../supervise/lock.js'
import { type Failure, temporary } from '../terminal/failure.js'

/** In the directory of services, where a scan passes over it: one file, by whatever path or link that is reached. */
const LOCK = '.runock.lock'

/** A directory of services that is ours. */
export interface Hold {
  /** What there is to tell, if it could not be locked: another supervisor is kept off each service all the same. */
  readonly warning: string | undefined
  /** Lets go of it. A supervisor that is killed does so, too, the moment that it is gone. */
  release(): void
}

/**
 * Keeps other supervisors off a directory of services.
 *
 * @returns the failure names the one that has it
 */
export const holdTree = (directory: string, libc: Libc | undefined): Either<Failure, Hold> => {
  const path = join(directory, LOCK)
  const lock = takeLock(path, libc)
  if (isRight(lock)) {
    note(lock.right)
    return right({ warning: undefined, release: () => closeSync(lock.right) })
  }
  if (lock.left.why === 'locked') {
    const pid = lock.left.holder ?? noted(path)
    const who = pid === undefined ? 'another supervisor' : `another supervisor (pid ${pid})`
    return left(temporary(`${directory} is supervised by ${who}: end that one first`))
  }
  const warning = `${superviseErrorText(lock.left)}; a second supervisor would not be kept off ${directory}`
  return right({ warning, release: () => {} })
}

/** Some file systems go by another device in `/proc/locks`, which says who holds a lock: so the file says it, too. */
const note = (fd: number): void => {
  try {
    ftruncateSync(fd)
    writeSync(fd, `${process.pid}\n`)
  } catch {
    // the disk is full; the lock holds
  }
}

const noted = (path: string): number | undefined => {
  try {
    return Number(/^(\d+)\n$/.exec(readFileSync(path, 'latin1'))?.[1]) || undefined
  } catch {
    return undefined
  }
}

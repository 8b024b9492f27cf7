import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { type Either, left, right } from 'fp-ts/lib/Either.js'
import type { Libc } from '../../jets/os/libc.js'
import { type SuperviseError, attempt } from './error.js'
import { errnoName, errnoOf } from './errno.js'

const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK, O_NOFOLLOW } = fs.constants

/**
 * Takes `supervise/lock`, runit's way: `flock`, exclusive, without waiting. The lock lives as long as the descriptor,
 * so a supervisor that is killed holds nothing.
 *
 * @returns the descriptor; `locked` when another supervisor has it
 */
export const takeLock = (path: string, libc: Libc | undefined): Either<SuperviseError, number> => {
  const opened = attempt('open', path, () => openLock(path))
  if (opened._tag === 'Left') return opened
  const fd = opened.right
  const code = lockFile(fd, libc)
  if (code === undefined) return right(fd)
  const error: SuperviseError =
    code === 'EAGAIN'
      ? { why: 'locked', path, holder: lockHolder(fs.fstatSync(fd)) }
      : { why: 'system', path, doing: 'lock', code }
  fs.closeSync(fd)
  return left(error)
}

/**
 * Whoever can open the file can lock it, and so keep the service from being supervised: it is a file of our own that
 * only we can open. One of ours with another mode keeps its inode, because a supervisor may be holding it.
 */
const openLock = (path: string): number => {
  const there = fs.lstatSync(path, { throwIfNoEntry: false })
  if (there !== undefined && !(there.isFile() && there.uid === process.geteuid!())) fs.rmSync(path)
  const fd = fs.openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_NOFOLLOW, 0o600)
  if ((fs.fstatSync(fd).mode & 0o077) !== 0) fs.fchmodSync(fd, 0o600)
  return fd
}

/** The error's code, or undefined when the lock is ours. */
const lockFile = (fd: number, libc: Libc | undefined): string | undefined => {
  if (libc !== undefined) {
    const errno = libc.lock(fd)
    return errno === 0 ? undefined : errnoName(errno)
  }
  // A lock belongs to the open file, which the program shares with us, so it stays when the program ends.
  try {
    execFileSync('flock', ['-x', '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] })
    return undefined
  } catch (thrown) {
    return (thrown as { status?: unknown }).status === 1 ? 'EAGAIN' : errnoOf(thrown)
  }
}

/** Who holds an `flock` on this file, by `/proc/locks`; some file systems (btrfs, overlayfs) go by another device there. */
const lockHolder = ({ dev, ino }: fs.Stats): number | undefined => {
  const major = Math.floor(dev / 256) & 0xfff
  const minor = (dev & 0xff) | (Math.floor(dev / 4096) & 0xfff00)
  const hex = (n: number): string => n.toString(16).padStart(2, '0')
  const file = `${hex(major)}:${hex(minor)}:${ino}`
  try {
    // 1: FLOCK  ADVISORY  WRITE 1234 fe:00:5678 0 EOF
    for (const line of fs.readFileSync('/proc/locks', 'latin1').split('\n')) {
      const [, kind, , , pid, where] = line.split(/ +/)
      if (kind === 'FLOCK' && where === file && Number(pid) > 0) return Number(pid)
    }
  } catch {
    // No /proc: nobody can tell.
  }
  return undefined
}

import * as fs from 'node:fs'
import { join, resolve } from 'node:path'
import { type Either, flatMap, left } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type SuperviseError, attempt } from './error.js'
import { errnoOf } from './errno.js'
import { makeDirectories } from './make-directories.js'

/** What nobody but the owner may do with the directory: who can write there can replace `control`. */
const OTHERS_WRITE = 0o022

/**
 * The service's `supervise/` directory, made (mode 0700) when it is not there; a symbolic link is followed, and what
 * it points to made, since distributions keep `supervise -> /run/…` in a file system that starts empty.
 *
 * @returns its real path; `refused` when it is somebody else's
 */
export const ensurePlace = (service: string): Either<SuperviseError, string> => {
  const path = join(service, 'supervise')
  return pipe(
    attempt('make', path, () => make(path, service)),
    flatMap(() =>
      attempt('open', path, () => fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY)),
    ),
    flatMap((fd): Either<SuperviseError, string> => {
      try {
        return pipe(
          attempt('use', path, () => mend(fd)),
          flatMap((owner) =>
            owner === undefined
              ? attempt('follow', path, () => fs.realpathSync.native(path))
              : left<SuperviseError>({ why: 'refused', path, reason: `belongs to uid ${owner}, not to us` }),
          ),
        )
      } finally {
        fs.closeSync(fd)
      }
    }),
  )
}

const make = (path: string, service: string): void => {
  try {
    fs.mkdirSync(path, 0o700)
  } catch (thrown) {
    if (errnoOf(thrown) !== 'EEXIST') throw thrown
    // It is there; or it is a link to what is not.
    if (fs.existsSync(path)) return
    makeDirectories(resolve(service, fs.readlinkSync(path)), 0o700)
  }
}

/** Takes the others' right to write away, if the directory is ours; else answers whose it is. */
const mend = (fd: number): number | undefined => {
  const { uid, mode } = fs.fstatSync(fd)
  if (uid !== process.geteuid!()) return uid
  if ((mode & OTHERS_WRITE) !== 0) fs.fchmodSync(fd, mode & 0o7777 & ~OTHERS_WRITE)
  return undefined
}

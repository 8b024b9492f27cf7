import { closeSync, lstatSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type Either, left, right } from '../../nock/either.js'
import { EXIT, type Failure, badData, misused } from '../terminal/failure.js'
import { quoted, reason } from '../terminal/terminal.js'

/** A file that is written at the end, whole or not at all. */
export interface ReportFile {
  write(text: string): Failure | undefined
}

/**
 * Sees that a file can be written, and leaves it as it is until then. A link, a device or a pipe is written as it
 * is; anything else is replaced by a new file.
 *
 * @param modules paths of files that it must not be
 */
export const reportFile = (path: string, modules: readonly string[]): Either<Failure, ReportFile> => {
  const failed = attempt(path, () => {
    if (!isReplaced(path)) return
    closeSync(openSync(fresh(path), 'w'))
    rmSync(fresh(path))
  })
  if (failed) return left(failed)
  return modules.some((module) => isSame(path, module))
    ? left(misused(`--junit would write over the module ${quoted(path)}`))
    : right({ write: (text) => attempt(path, () => write(path, text)) })
}

const write = (path: string, text: string): void => {
  if (!isReplaced(path)) return writeFileSync(path, text)
  try {
    writeFileSync(fresh(path), text)
    renameSync(fresh(path), path)
  } catch (error) {
    rmSync(fresh(path), { force: true })
    throw error
  }
}

const fresh = (path: string): string => `${path}.${process.pid}.new`

const isSame = (path: string, module: string): boolean => {
  const [one, other] = [path, module].map((each) => statSync(each, { throwIfNoEntry: false }))
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev
}

const isReplaced = (path: string): boolean => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw Object.assign(new Error('it is a directory'), { code: 'EISDIR' })
  }
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found === undefined || found.isFile()
}

/** What no other attempt will mend. */
const MISNAMED: ReadonlySet<string | undefined> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ENAMETOOLONG',
  'ELOOP',
])

/** Does something to a file; otherwise says why that cannot be done. */
const attempt = (path: string, act: () => void): Failure | undefined => {
  try {
    act()
    return undefined
  } catch (error) {
    const message = `cannot write ${quoted(path)}: ${reason(error)}`
    const isMisnamed = MISNAMED.has((error as NodeJS.ErrnoException).code)
    return isMisnamed ? badData(message) : { code: EXIT.temporary, message }
  }
}

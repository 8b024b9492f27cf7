import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { freeName } from '../free-name.js'
import { makeDirectories } from '../supervise/make-directories.js'

/** How far a learner is. It lies beside the learner's files, so a course is one directory: moved, copied, thrown away. */
const Progress = t.type({
  /** When each lesson was passed. */
  passed: t.record(t.string, t.string),
  /** How many hints of each were shown. */
  hints: t.record(t.string, t.number),
  /** For which the solution was asked. */
  asked: t.readonlyArray(t.string),
})
export type Progress = t.TypeOf<typeof Progress>

const NONE: Progress = { passed: {}, hints: {}, asked: [] }

export const progressFile = (directory: string): string => join(directory, 'progress.json')

/**
 * The progress in a directory; none where there is no such file. One that is damaged is set aside, told, and begun anew:
 * the answers themselves are all there, and `runock lesson check` passes them again.
 *
 * @param tell what is said of a damaged file
 */
export const readProgress = (directory: string, tell: (message: string) => void): Progress => {
  const file = progressFile(directory)
  if (!existsSync(file)) return NONE
  const read = E.tryCatch(
    () => JSON.parse(readFileSync(file, 'utf8')) as unknown,
    () => undefined,
  )
  const decoded = E.isRight(read) ? Progress.decode(read.right) : E.left(undefined)
  if (E.isRight(decoded)) return decoded.right
  const aside = freeName(`${file}.damaged`, '.')
  renameSync(file, aside)
  tell(`${file} cannot be read, and is set aside as ${aside}; your answers are untouched: check them again`)
  return NONE
}

/** Written whole or not at all. */
export const writeProgress = (directory: string, progress: Progress): void => {
  makeDirectories(directory)
  const file = progressFile(directory)
  writeFileSync(`${file}.new`, JSON.stringify(progress, null, 2) + '\n')
  renameSync(`${file}.new`, file)
}

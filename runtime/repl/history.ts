import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Either, left, right } from '../../nock/either.js'
import { makeDirectories } from '../supervise/make-directories.js'
import { reason } from '../terminal/terminal.js'

/** So many lines are kept. */
export const KEPT = 1_000

/** Where the lines are kept that were typed: $XDG_STATE_HOME/runock/history. */
export const historyFile = (env: NodeJS.ProcessEnv): string =>
  join(env['XDG_STATE_HOME'] || join(env['HOME'] || homedir(), '.local', 'state'), 'runock', 'history')

/** The lines of the file, the newest first; none where there is no such file. */
export const readHistory = (file: string): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean).toReversed().slice(0, KEPT)
  } catch {
    return []
  }
}

/**
 * Keeps lines, whole or not at all.
 *
 * @param lines the newest first
 */
export const writeHistory = (file: string, lines: readonly string[]): Either<string, void> => {
  try {
    makeDirectories(dirname(file), 0o700)
    const aside = `${file}.${process.pid}`
    writeFileSync(aside, lines.slice(0, KEPT).toReversed().join('\n') + '\n', { mode: 0o600 })
    renameSync(aside, file)
    return right(undefined)
  } catch (error) {
    return left(`${file}: ${reason(error)}`)
  }
}

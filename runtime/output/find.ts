import { existsSync, readFileSync, readdirSync, readlinkSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Either, left, right } from '../../nock/either.js'
import { childrenOf } from '../tree/children.js'
import { CURRENT } from './files.js'
import { linked } from './link.js'

/** Why there is nothing to show. */
export type NoLogs =
  /** It has no `log/`, and its supervisor keeps nothing. */
  | 'none'
  /** It has a `log/`; but no file `current` is to be found. */
  | 'nowhere'
  /** Whoever asks may not know. */
  | 'refused'

/**
 * The directory where a service's output is kept: by its supervisor; or else by its `log/`, where svlogd has one of its
 * own for each word of its command line: the one in which it has `current` open, or where there is one.
 */
export const findLogs = (service: string): Either<NoLogs, string> => {
  const log = join(service, 'log')
  if (!isDirectory(log)) {
    const kept = linked(service)
    return kept._tag === 'Left' ? left(kept.left === 'EACCES' ? 'refused' : 'none') : kept
  }
  const found = openBy(log) ?? [log, ...named(log), ...below(log)].find(hasCurrent)
  return found === undefined ? left('nowhere') : right(found)
}

/** Where a log's process, or a child of that, has its `current`. */
const openBy = (log: string): string | undefined => {
  try {
    const pid = Number(readFileSync(join(log, 'supervise/pid'), 'latin1'))
    if (pid === 0) return undefined
    for (const one of [pid, ...childrenOf(pid)])
      for (const fd of readdirSync(`/proc/${one}/fd`)) {
        const path = readlinkSync(`/proc/${one}/fd/${fd}`)
        if (basename(path) === CURRENT && existsSync(path)) return dirname(path)
      }
  } catch {
    // it ended meanwhile, or is none of ours
  }
  return undefined
}

/** The words of its script, as far as they can be paths. */
const named = (log: string): readonly string[] => {
  try {
    const words = readFileSync(join(log, 'run'), 'utf8').match(/[^\s"'=;]*[^\s"'=;$]/g) ?? []
    return words.filter((word) => !word.startsWith('-')).map((word) => resolve(log, word))
  } catch {
    return []
  }
}

const below = (log: string): readonly string[] => {
  try {
    return readdirSync(log).map((name) => join(log, name))
  } catch {
    return []
  }
}

const hasCurrent = (directory: string): boolean => existsSync(join(directory, CURRENT))

const isDirectory = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

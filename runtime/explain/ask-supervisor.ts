import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import { type Read, readJournal } from '../journal/index.js'
import { WHY } from '../supervise/directory.js'
import { NOT_RUNNING, sendLetters } from '../sv/read.js'

/** How long it may take, how often it is asked again, and how often the answer is looked for, in milliseconds. */
const PATIENCE = 2_000
const AGAIN = 250
const LOOK = 5

/** Why there is no answer. */
export type NoAnswer =
  /** Nobody supervises the service. */
  | { readonly why: 'nobody' }
  /** We may not ask, or too many do: runit's words for it. */
  | { readonly why: 'refused'; readonly message: string }
  | { readonly why: 'silent' }

/**
 * Asks the supervisor of a service for what it remembers: a small journal, which it writes to
 * `supervise/why`. (runit's supervisor passes over the letter.)
 *
 * @param directory the service's
 * @returns what it reads as, undamaged
 */
export const askSupervisor = async (directory: string): Promise<E.Either<NoAnswer, readonly Read[]>> => {
  const file = join(directory, 'supervise/why')
  const end = performance.now() + PATIENCE
  while (performance.now() < end) {
    const before = identity(file)
    const unsent = sendLetters(directory, WHY)
    if (unsent !== undefined) {
      const isNobody = unsent === NOT_RUNNING || wasNeverSupervised(directory)
      return E.left(isNobody ? { why: 'nobody' } : { why: 'refused', message: unsent.text })
    }
    const again = performance.now() + AGAIN
    while (identity(file) === before && performance.now() < again) await pause(LOOK)
    // two files take turns: while others ask, the one that was there can be there again, or be written under our eyes
    const reads = identity(file) === before ? undefined : readAll(file)
    if (reads !== undefined) return E.right(reads)
  }
  return E.left({ why: 'silent' })
}

const readAll = (file: string): readonly Read[] | undefined => {
  try {
    const reads = [...readJournal([file])]
    return reads.every(({ _tag }) => _tag === 'Line') ? reads : undefined
  } catch {
    return undefined
  }
}

const wasNeverSupervised = (directory: string): boolean => {
  try {
    return statSync(join(directory, 'supervise/control'), { throwIfNoEntry: false }) === undefined
  } catch {
    return false // it is there, perhaps, and not for us
  }
}

/** Tells a file from the one that was there before it; undefined when there is none for us. */
const identity = (file: string): string | undefined => {
  try {
    const { ino, mtimeNs, size } = statSync(file, { bigint: true })
    return `${ino} ${mtimeNs} ${size}`
  } catch {
    return undefined
  }
}

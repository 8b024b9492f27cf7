import * as fs from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type Libc } from '../../jets/index.js'
import { type Noun } from '../../nock/index.js'
import { errnoOf, errnoText } from '../supervise/errno.js'
import { Appender, type Sync } from './appender.js'
import { freeName } from '../free-name.js'
import { Journal } from './journal.js'
import { Refused, openFile } from './open-file.js'
import { resume } from './resume.js'

export interface JournalSettings {
  readonly file: string
  /** Decisions that found all well, too. */
  readonly all: boolean
  readonly sync: Sync
  /** A file is set aside when it has so many bytes. */
  readonly size: number
  /** How many of those are kept; all unless given. */
  readonly keep: number | undefined
}

/** A journal that is being written. */
export interface OpenJournal {
  readonly journal: Journal
  /** How many characters the disk has not taken yet. */
  behind(): number
  /** Ends it, and writes what is left. False: the disk would not take it. */
  close(): Promise<boolean>
}

/**
 * Opens a journal and goes on where it ends. What a killed supervisor left half written is cut off, and said in the line
 * `start`. A journal whose end was damaged is set aside whole, and a new one begun: supervision does not wait for that.
 *
 * @param tell hears what is wrong, then and later
 * @returns or why there can be none: another supervisor writes it, or the file is no journal, or cannot be written
 */
export const openJournal = async (
  settings: JournalSettings,
  who: { readonly runock: string; readonly directory: string },
  libc: Libc | undefined,
  nameOf: (formula: Noun) => string | undefined,
  tell: (message: string) => void,
): Promise<E.Either<string, OpenJournal>> => {
  const file = resolve(settings.file)
  try {
    if (!fs.existsSync(dirname(file))) return E.left(`there is no directory ${dirname(file)}: make it first`)
    const handle = await openFile(file, libc)
    const end = resume(file)
    if (E.isLeft(end)) {
      await handle.close()
      if (end.left.why === 'other') return E.left(end.left.message)
      const aside = freeName(`${file}.damaged`)
      fs.renameSync(file, aside)
      tell(`${end.left.message}; it is now ${aside}, and a new one is begun`)
      return openJournal(settings, who, libc, nameOf, tell)
    }
    const { torn, unended, size, number } = end.right
    if (torn > 0) await handle.truncate(size)
    if (unended) await handle.write('\n')
    let journal: Journal | undefined
    const appender = new Appender({
      file,
      open: () => openFile(file, libc),
      handle,
      number,
      size: size + (unended ? 1 : 0),
      sync: settings.sync,
      keep: settings.keep,
      tell,
      onMoved: () => journal?.turn(),
    })
    journal = new Journal({
      sink: appender,
      end: end.right,
      now: () => new Date(),
      nameOf,
      all: settings.all,
      size: settings.size,
    })
    journal.start({ ...who, pid: process.pid, torn })
    const close = async (): Promise<boolean> => {
      appender.stopLooking()
      journal.close()
      return appender.close()
    }
    return E.right({ journal, behind: () => appender.behind, close })
  } catch (error) {
    return E.left(error instanceof Refused ? error.message : `${file}: ${errnoText(errnoOf(error))}`)
  }
}

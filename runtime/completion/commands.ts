import * as E from 'fp-ts/lib/Either.js'
import { type Entry } from '../command/command.js'
import { type Completes } from '../command/description.js'
import { type Outline } from '../command/outline.js'
import { loadFormulas } from '../formulas/index.js'
import { ACTIONS } from '../lesson/actions.js'
import { loadCourse } from '../lesson/course.js'
import { readPolicy } from '../supervision/policy.js'

/** What a shell offers for a word: names that it finds itself, or words. */
export type Offer = 'service' | 'directory' | 'file' | readonly string[]

/** A command as a completion knows it. */
export interface Completed {
  readonly name: string
  readonly summary: string
  readonly options: readonly {
    readonly flags: readonly string[]
    readonly value: string | undefined
    readonly about: string
    readonly offer: Offer
  }[]
  readonly words: readonly { readonly about: string; readonly many: boolean; readonly offer: Offer }[]
}

/** Every command; its formulas, policies and lessons are those of this package. */
export const completedCommands = async (table: ReadonlyMap<string, Entry>): Promise<readonly Completed[]> => {
  const book = loadFormulas()
  const formulas = E.isRight(book) ? book.right.names : []
  const policies = E.isRight(book)
    ? formulas.filter((name) => E.isRight(readPolicy(book.right.get(name)!)))
    : []
  const course = loadCourse()
  const lessons = [...ACTIONS, ...(E.isRight(course) ? course.right.lessons.map(({ name }) => name) : [])]
  const offerOf = (completes: Completes | undefined): Offer => {
    if (completes === undefined) return []
    if (completes === 'lesson') return lessons
    return completes === 'formula' ? formulas : completes === 'policy' ? policies : completes
  }
  return Promise.all(
    [...table].map(async ([name, entry]) => {
      const { options, words }: Outline = await (await entry.load()).command.outline()
      return {
        name,
        summary: entry.summary,
        options: options.map(({ completes, ...rest }) => ({ ...rest, offer: offerOf(completes) })),
        words: words.map(({ completes, ...rest }) => ({ ...rest, offer: offerOf(completes) })),
      }
    }),
  )
}

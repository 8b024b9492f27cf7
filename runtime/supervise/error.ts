import { type Either, tryCatch } from 'fp-ts/lib/Either.js'
import { errnoOf, errnoText } from './errno.js'

/**
 * Why a `supervise/` directory cannot be had, or written.
 *
 * | why       | means                                                                                  |
 * |-----------|----------------------------------------------------------------------------------------|
 * | `locked`  | another supervisor has it; `holder` is its pid, when `/proc/locks` tells               |
 * | `refused` | it would be a way in for somebody else, and we cannot mend it                          |
 * | `gone`    | it was removed, moved or made anew since we took it; what is there now may be another's |
 * | `system`  | the operating system would not do it: `code` is its `errno`, `ENOSPC` or `ENOENT` say  |
 */
export type SuperviseError =
  | { readonly why: 'locked'; readonly path: string; readonly holder: number | undefined }
  | { readonly why: 'refused'; readonly path: string; readonly reason: string }
  | { readonly why: 'gone'; readonly path: string }
  | { readonly why: 'system'; readonly path: string; readonly doing: string; readonly code: string }

/**
 * One line for a person.
 *
 * @example
 * superviseErrorText({ why: 'locked', path: 'web/supervise/lock', holder: 7 })
 * // 'web/supervise/lock is held by another supervisor (pid 7)'
 */
export const superviseErrorText = (error: SuperviseError): string => {
  switch (error.why) {
    case 'locked':
      return `${error.path} is held by another supervisor` + (error.holder ? ` (pid ${error.holder})` : '')
    case 'refused':
      return `${error.path}: ${error.reason}`
    case 'gone':
      return `${error.path} is not the one that was locked: it was removed, moved or made anew`
    case 'system':
      return `unable to ${error.doing} ${error.path}: ${errnoText(error.code)}`
  }
}

/** Runs calls of `node:fs`; what they throw is a `system` error about `path`. */
export const attempt = <A>(doing: string, path: string, calls: () => A): Either<SuperviseError, A> =>
  tryCatch(calls, (thrown) => ({ why: 'system', path, doing, code: errnoOf(thrown) }))

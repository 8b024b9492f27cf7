import { readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Either, left, right } from 'fp-ts/lib/Either.js'
import { errnoOf } from '../supervise/errno.js'
import { type SuperviseError, attempt } from '../supervise/error.js'

/** In a service's directory: where its supervisor keeps its output. */
const LINK = 'supervise/logs'

/** Says where a service's output is kept. */
export const link = (service: string, place: string): Either<SuperviseError, void> =>
  attempt('make', join(service, LINK), () => {
    const aside = join(service, `${LINK}.new`)
    rmSync(aside, { force: true })
    symlinkSync(place, aside)
    renameSync(aside, join(service, LINK))
  })

/** Says that it is kept nowhere. */
export const unlink = (service: string): Either<SuperviseError, void> =>
  attempt('remove', join(service, LINK), () => rmSync(join(service, LINK), { force: true }))

/** Where a service's output is kept, if its supervisor does that; left is the `errno`. */
export const linked = (service: string): Either<string, string> => {
  try {
    return right(readlinkSync(join(service, LINK)))
  } catch (thrown) {
    return left(errnoOf(thrown))
  }
}

import { isLeft } from 'fp-ts/lib/Either.js'
import { loadLibc } from '../../../jets/os/libc.js'
import { type SuperviseDirectory, openSuperviseDirectory } from '../../../runtime/supervise/directory.js'
import { superviseErrorText } from '../../../runtime/supervise/error.js'
import type { Status } from '../../../runtime/supervise/status.js'
import type { Finished } from '../supervise/service.js'

/** A service's supervisor, but for the processes: it has the letters of each, and answers them by a status. */
export interface Host {
  readonly directory: SuperviseDirectory
  /** Every letter so far. */
  heard(): string
  write(status: Partial<Status>): void
}

/**
 * Supervises a service that always does at once what it is told.
 *
 * @param obeys letters that do something; others are only heard
 */
export const startHost = (service: string, finished: Finished, obeys = 'udotkpcx'): Host => {
  let status: Status = {
    since: Date.now(),
    pid: 0,
    paused: false,
    want: 'down',
    gotTerm: false,
    state: 'down',
  }
  let heard = ''
  let pid = 1000
  const write = (change: Partial<Status>): void => {
    status = { ...status, ...change }
    directory.write(status)
  }
  const begin = (want: Status['want']): void =>
    write({ since: Date.now(), pid: ++pid, state: 'run', want, paused: false })
  const want = (want: Status['want']): void => (status.pid === 0 ? begin(want) : write({ want }))
  const again = (): void => (status.pid === 0 ? undefined : begin(status.want))
  const end = (): void => write({ since: Date.now(), pid: 0, state: 'down', want: 'down', paused: false })
  const acts: Readonly<Record<string, () => void>> = {
    u: () => want('up'),
    o: () => want('down'),
    d: end,
    t: again,
    k: again,
    p: () => write({ paused: true }),
    c: () => write({ paused: false }),
    x: () => {
      end()
      directory.close()
    },
  }
  const onLetter = (letter: string): void => {
    heard += letter
    if (obeys.includes(letter)) acts[letter]?.()
  }
  const opened = openSuperviseDirectory({ service, libc: loadLibc(), onLetter })
  if (isLeft(opened)) throw new Error(superviseErrorText(opened.left))
  const directory = opened.right
  finished(() => directory.close())
  write({})
  return { directory, heard: () => heard, write }
}

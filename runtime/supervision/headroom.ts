import { closeSync, openSync } from 'node:fs'

/** Descriptors that are kept free, or else nothing could be read or written any more, and no state told. */
const HEADROOM = 32

/** Are there so many left? By trying: a limit may be lowered under way. */
export const hasHeadroom = (): boolean => {
  const opened: number[] = []
  try {
    while (opened.length < HEADROOM) opened.push(openSync('/dev/null', 'r'))
    return true
  } catch {
    return false
  } finally {
    for (const fd of opened) closeSync(fd)
  }
}

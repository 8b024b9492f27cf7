import { closeSync, openSync } from 'node:fs'

/** Descriptors that are kept free, or else nothing could be read or written any more, and no state told. */
const HEADROOM = 32
/** What a service may take, its log with it. For so many it is found out at once, and known for so many milliseconds. */
const SERVICE = 8
const MANY = 20
const KNOWN = 50

/** So many more services have room, until then. */
let known = 0
let until = 0

/** Is there room for one more service, with so many left? By trying: a limit may be lowered under way. */
export const hasHeadroom = (): boolean => {
  if (known === 0 || performance.now() > until) {
    known = isFree(HEADROOM + MANY * SERVICE) ? MANY : 0
    until = performance.now() + KNOWN
    if (known === 0) return isFree(HEADROOM)
  }
  known--
  return true
}

const isFree = (descriptors: number): boolean => {
  const opened: number[] = []
  try {
    while (opened.length < descriptors) opened.push(openSync('/dev/null', 'r'))
    return true
  } catch {
    return false
  } finally {
    for (const fd of opened) closeSync(fd)
  }
}

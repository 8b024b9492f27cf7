import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A wall clock for one process and its children, which can be set while they run; the monotonic clock is left as it is,
 * and so is the machine's. By libfaketime (Debian's package `faketime`).
 *
 * @param file where it is kept how far the clock is from the machine's
 */
export const wallClock = (
  file: string,
): { readonly env: Readonly<Record<string, string>>; set(seconds: number): void } => {
  const set = (seconds: number): void => {
    writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`)
    renameSync(`${file}.new`, file)
  }
  set(0)
  const env = {
    LD_PRELOAD: library(),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
  return { env, set }
}

const library = (): string => {
  const found = readdirSync('/usr/lib')
    .map((architecture) => join('/usr/lib', architecture, 'faketime/libfaketimeMT.so.1'))
    .find((path) => existsSync(path))
  if (found === undefined) throw new Error('there is no libfaketime: apt-get install faketime')
  return found
}

import { lstatSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * The service for which a program's link stands, `/etc/init.d/web -> …/runock` say: so called it is an init script, as
 * runit's `sv` is. Undefined where it is called by a name of its own.
 *
 * @param program as it was called
 */
export const serviceOfLink = (program: string): string | undefined => {
  const name = basename(program)
  if (/^(runock|main)\b/.test(name)) return undefined
  return lstatSync(program, { throwIfNoEntry: false })?.isSymbolicLink() === true ? name : undefined
}

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Either, left, right } from '../../nock/either.js'
import { errnoOf } from '../supervise/errno.js'

/** Where services are looked for: runit's rule. */
export const servicesDirectory = (env: Readonly<Record<string, string | undefined>>): string =>
  env['SVDIR'] || (isDirectory('/etc/service') ? '/etc/service' : '.')

/** Where a service is by its name: runit's rule. A name with a slash at its end, or a dot or slash in front, is a path. */
export const serviceDirectory = (name: string, services: string): string =>
  name === '' || /^[./]|\/$/.test(name) ? name : join(services, name)

/** The names in the services directory, in order; left is the `errno`. */
export const listServices = (directory: string): Either<string, readonly string[]> => {
  try {
    const names = readdirSync(directory).filter((name) => !name.startsWith('.'))
    return right(names.filter((name) => isDirectory(join(directory, name))).sort())
  } catch (thrown) {
    return left(errnoOf(thrown))
  }
}

const isDirectory = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

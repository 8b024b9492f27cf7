import { type Either, left, right } from '../../nock/either.js'
import { nearest } from '../../nock/nearest.js'
import { printable } from '../log/printable.js'
import { type Failure, badData } from '../terminal/failure.js'
import { quoted } from '../terminal/terminal.js'
import { directoryTrouble } from './read.js'
import { listServices, serviceDirectory, servicesDirectory } from './services.js'

/** Is it a path, whatever the services directory is? */
export const isPath = (service: string): boolean => serviceDirectory(service, '/') === service

/** The directory of a service as somebody names it, by runit's rule; or what to do, there being none. */
export const whichService = (service: string): Either<Failure, string> => {
  const services = servicesDirectory(process.env)
  const directory = serviceDirectory(service, services)
  const trouble = directoryTrouble(directory)
  if (trouble === undefined) return right(directory)
  const there = listServices(services)
  const meant = nearest(service, there._tag === 'Right' ? there.right : [])
  const why = isPath(service)
    ? `: ${trouble.text}`
    : process.env['SVDIR']
      ? `: ${trouble.text}; looked in ${quoted(services)}`
      : ` in ${printable(services)}: set SVDIR, or give a path`
  return left(
    badData(`no service ${quoted(service)}${meant === undefined ? why : `; did you mean ${meant}?`}`),
  )
}

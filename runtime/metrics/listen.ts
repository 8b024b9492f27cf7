import { lstatSync, unlinkSync } from 'node:fs'
import { type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { resolve } from 'node:path'
import { type Either, left, right } from '../../nock/either.js'
import { errnoOf, errnoText } from '../supervise/errno.js'
import { type Failure, badData, temporary } from '../terminal/failure.js'
import { type Place } from './place.js'

/**
 * Has a server listen at a place. A socket's file that nobody answers on any more is replaced; nothing else is.
 *
 * @returns where it listens now, with its port if that was 0; or why it cannot
 */
export const listen = async (server: Server, place: Place): Promise<Either<Failure, Place>> => {
  if (place._tag === 'Port') {
    const code = await listening(server, { host: place.host, port: place.port })
    if (code === undefined) return right({ ...place, port: (server.address() as AddressInfo).port })
    const at = `port ${place.port} of ${place.host}`
    return left(
      code === 'EADDRINUSE'
        ? temporary(`${at} is in use: name another`)
        : badData(`${at}: ${errnoText(code)}`),
    )
  }
  const path = resolve(place.path)
  let code = await listening(server, { path })
  if (code === 'EADDRINUSE') {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSocket())
      return left(badData(`${path} is there already, and is no socket`))
    if (await isAnswered(path)) return left(temporary(`${path} is in use: somebody answers there`))
    unlinkSync(path)
    code = await listening(server, { path })
  }
  return code === undefined ? right({ _tag: 'Socket', path }) : left(badData(`${path}: ${errnoText(code)}`))
}

type Where = { readonly host: string; readonly port: number } | { readonly path: string }

/** The name of the error, if there is one. */
const listening = (server: Server, where: Where): Promise<string | undefined> =>
  new Promise((done) => {
    const failed = (error: Error) => done(errnoOf(error))
    server.once('error', failed)
    server.listen(where, () => {
      server.off('error', failed)
      done(undefined)
    })
  })

/** Only a refusal says that nobody is there. */
const isAnswered = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => done(error.code !== 'ECONNREFUSED'))
  })

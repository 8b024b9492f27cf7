import { isIP } from 'node:net'
import { type Either, left, right } from '../../nock/either.js'

/** Where metrics are to be had: on a port of this machine, that no other one reaches, or a Unix socket. */
export type Place =
  | { readonly _tag: 'Port'; readonly host: string; readonly port: number }
  | { readonly _tag: 'Socket'; readonly path: string }

const EXPECTED = 'PORT, 127.0.0.1:PORT, [::1]:PORT (loopback addresses only) or unix:FILE'

/**
 * The place that a word names, or what it should have been. Port 0 is whichever is free.
 *
 * @example
 * placeOf('9090') // right({ _tag: 'Port', host: '127.0.0.1', port: 9090 })
 */
export const placeOf = (word: string): Either<string, Place> => {
  if (word.startsWith('unix:')) {
    const path = word.slice('unix:'.length)
    return path === '' ? left(EXPECTED) : right({ _tag: 'Socket', path })
  }
  const [, v6, name = '127.0.0.1', digits = ''] = /^(?:\[(.*)\]:|([^:]+):)?(\d{1,5})$/.exec(word) ?? []
  const host = v6 ?? (name === 'localhost' ? '127.0.0.1' : name)
  const port = Number(digits)
  return digits !== '' && port < 65_536 && isLoopback(host)
    ? right({ _tag: 'Port', host, port })
    : left(EXPECTED)
}

const isLoopback = (host: string): boolean => (isIP(host) === 4 ? host.startsWith('127.') : host === '::1')

/** A place as whoever asks there writes it. */
export const placeText = (place: Place): string => {
  if (place._tag === 'Socket') return `unix:${place.path}`
  return `http://${isIP(place.host) === 6 ? `[${place.host}]` : place.host}:${place.port}/metrics`
}

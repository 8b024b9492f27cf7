import * as fs from 'node:fs'
import { type ConnectOpts, Socket, type SocketConstructorOpts } from 'node:net'
import type { Libc } from '../../jets/os/libc.js'

/** Hears so many bytes of a buffer that is filled anew afterwards; false: no more of them. */
export type Hear = (bytes: Buffer, length: number) => boolean

/** One for all: a read fills it and is heard before the next begins. */
const buffer = Buffer.alloc(64)

/**
 * Hears what is written into a FIFO that we hold open at both ends, until it is stopped, which closes it.
 *
 * With the C library nothing is kept for each but an entry in a table: the system sends SIGIO when there is something to
 * read, and tells of which (`epoll`). Without it each has a socket, which takes some kilobytes.
 *
 * @param onError hears that it cannot be read any more, which no known cause brings about
 */
export const hearFifo = (
  fd: number,
  libc: Libc | undefined,
  hear: Hear,
  onError: (thrown: unknown) => void,
): (() => void) => {
  if (libc === undefined) return bySocket(fd, hear, onError)
  listen()
  ears.set(fd, { hear, onError, libc })
  if (libc.announce(fd) !== 0) {
    ears.delete(fd)
    return bySocket(fd, hear, onError)
  }
  hearSoon() // what came before
  return () => {
    ears.delete(fd)
    fs.closeSync(fd)
  }
}

interface Ear {
  readonly hear: Hear
  readonly onError: (thrown: unknown) => void
  readonly libc: Libc
}

const ears = new Map<number, Ear>()

let isListening = false

/** Before the first signal can come, and for good: it would end us. */
const listen = (): void => {
  if (!isListening) process.on('SIGIO', hearSoon)
  isListening = true
}

let next: NodeJS.Immediate | undefined

const hearSoon = (): void => {
  next ??= setImmediate(() => {
    next = undefined
    hearNow()
  })
}

/** Hears what there is to hear: the net, should a signal have gone astray. */
export const hearNow = (): void => {
  const [one] = ears.values()
  const heard = (one?.libc.ready() ?? []).filter(hearOne)
  // one that writes without end does not keep the others waiting
  if (heard.length > 0) hearSoon()
}

const hearOne = (fd: number): boolean => {
  const ear = ears.get(fd)
  if (ear === undefined) return false
  try {
    ear.hear(buffer, fs.readSync(fd, buffer))
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EAGAIN') return false
    ears.delete(fd)
    ear.onError(thrown)
    return false
  }
}

const bySocket = (fd: number, hear: Hear, onError: (thrown: unknown) => void): (() => void) => {
  // @types/node knows `onread`, by which a read costs no buffer, for connections only.
  const reading: SocketConstructorOpts & ConnectOpts = {
    fd,
    readable: true,
    writable: false,
    onread: { buffer, callback: (length) => hear(buffer, length) },
  }
  const socket = new Socket(reading)
  socket.on('error', onError)
  return () => void socket.destroy()
}

import { Epoll } from './epoll.js'
import { type Library } from './file-calls.js'

/** The calls by which the system tells that there is something to read: no question puts them, either. */
export interface Readiness {
  /**
   * From now on SIGIO comes when there is something to read, and `ready` knows the descriptor. Whoever calls it hears that
   * signal, or it would end us. Closing the descriptor ends it.
   */
  announce(fd: number): number
  /** Some of the descriptors that have something to read; empty when none has. */
  ready(): readonly number[]
}

const F_GETFL = 3
const F_SETFL = 4
const F_SETOWN = 8
const O_ASYNC = 0x2000

/** One for the process, as descriptors are, however often the C library is loaded. */
let epoll: Epoll | undefined

/** @param errnoOf see `fileCalls` */
export const readiness = (c: Library, errnoOf: (returned: number) => number): Readiness => {
  const fcntl = c.func('int fcntl(int fd, int command, ...)')

  const one = (epoll ??= new Epoll(c, errnoOf))
  return {
    announce(fd) {
      return (
        one.add(fd) ||
        errnoOf(fcntl(fd, F_SETOWN, 'int', process.pid)) ||
        errnoOf(fcntl(fd, F_SETFL, 'int', fcntl(fd, F_GETFL, 'int', 0) | O_ASYNC))
      )
    },
    ready: () => one.ready(),
  }
}

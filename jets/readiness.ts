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

const EPOLL_CLOEXEC = 0x80000
const EPOLL_CTL_ADD = 1
const EPOLLIN = 1
const F_GETFL = 3
const F_SETFL = 4
const F_SETOWN = 8
const O_ASYNC = 0x2000
/** So many are told at once. */
const MANY = 64

/** One for the process, as descriptors are, however often the C library is loaded. */
let epoll = -1

/** @param errnoOf see `fileCalls` */
export const readiness = (c: Library, errnoOf: (returned: number) => number): Readiness => {
  const epoll_create1 = c.func('int epoll_create1(int flags)')
  const epoll_ctl = c.func('int epoll_ctl(int epoll, int operation, int fd, void *event)')
  const epoll_wait = c.func('int epoll_wait(int epoll, void *events, int many, int timeout)')
  const fcntl = c.func('int fcntl(int fd, int command, ...)')

  // struct epoll_event: events, then data, without a gap on x64 only
  const [data, size] = process.arch === 'x64' ? [4, 12] : [8, 16]
  const event = Buffer.alloc(size)
  const events = Buffer.alloc(size * MANY)

  return {
    announce(fd) {
      if (epoll < 0) epoll = epoll_create1(EPOLL_CLOEXEC)
      event.writeUInt32LE(EPOLLIN, 0)
      event.writeInt32LE(fd, data)
      return (
        errnoOf(epoll_ctl(epoll, EPOLL_CTL_ADD, fd, event)) ||
        errnoOf(fcntl(fd, F_SETOWN, 'int', process.pid)) ||
        errnoOf(fcntl(fd, F_SETFL, 'int', fcntl(fd, F_GETFL, 'int', 0) | O_ASYNC))
      )
    },
    ready() {
      const count = epoll < 0 ? 0 : Math.max(0, epoll_wait(epoll, events, MANY, 0))
      return Array.from({ length: count }, (_, i) => events.readInt32LE(i * size + data))
    },
  }
}

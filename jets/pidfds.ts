import { Epoll } from './epoll.js'
import { type Library } from './file-calls.js'

/** The calls by which the death of a process is told that is no child of ours: no question puts them. */
export interface Pidfds {
  /**
   * From now on `ended` knows when this process has ended (`pidfd_open(2)`, Linux 5.3). Closing the descriptor ends it.
   *
   * @returns the descriptor; -1 where there can be none
   */
  openPidfd(pid: number): number
  /** Some of the descriptors whose processes have ended; empty when none has. */
  ended(): readonly number[]
}

const PIDFD_OPEN = 434

/** One for the process, as descriptors are, however often the C library is loaded. */
let epoll: Epoll | undefined

/** @param errnoOf see `fileCalls` */
export const pidfds = (c: Library, errnoOf: (returned: number) => number): Pidfds => {
  const syscall = c.func('long syscall(long number, ...)')
  const one = (epoll ??= new Epoll(c, errnoOf))
  return {
    openPidfd(pid) {
      const fd = syscall(PIDFD_OPEN, 'int', pid, 'unsigned int', 0)
      if (fd >= 0) one.add(fd) // should that fail, nothing is ever told of it
      return fd
    },
    ended: () => one.ready(),
  }
}

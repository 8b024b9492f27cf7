import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { type Either, map } from 'fp-ts/lib/Either.js'
import type { Libc } from '../../jets/os/libc.js'
import { type SuperviseError } from './error.js'
import { openFifo } from './fifo.js'

/** The pipe from a service's standard output, as long as we hold it: both ends of it. */
export interface Pipe {
  readonly fd: number
  /**
   * What a process that we start is to open for an end of its own. Not the FIFO's name, which somebody may have taken
   * from it; nor a copy of our descriptor: what one process makes of its own (O_NONBLOCK say) is no other's.
   */
  readonly path: string
  /** We read it ourselves, and what comes by standard error, too. */
  readonly isKept: boolean
  close(): void
}

/**
 * Opens the pipe of a service whose `supervise/` is ours: a FIFO there, so that whoever opens it by its name is on the
 * same pipe. What is in it stays as long as one process has it open, and nobody who writes into it gets SIGPIPE as long
 * as one has it open for reading: we do, and the service does, since it opens both ends. So a service's death, its
 * log's and ours may come in any order, and our successor goes on with what is in it.
 */
export const openPipe = (service: string, libc: Libc | undefined): Either<SuperviseError, Pipe> =>
  map((fd: number) => ({ fd, path: `/proc/self/fd/${fd}`, isKept: false, close: () => closeSync(fd) }))(
    openFifo(join(service, 'supervise/output'), 'both', libc),
  )

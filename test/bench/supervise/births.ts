import { execFileSync } from 'node:child_process'
import { constants, openSync } from 'node:fs'
import { Socket } from 'node:net'

/** What a service told when it had started. */
export interface Birth {
  readonly pid: number
  /** When its `main` began, in milliseconds of the monotonic clock. */
  readonly at: number
  /** Its service directory. */
  readonly directory: string
  /** Another process of the same service lived. */
  readonly isTwice: boolean
}

/** This moment, on the clock of `Birth.at`. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6

/** Hears all services of the benchmark. */
export class Births {
  readonly #socket: Socket
  readonly #listeners = new Set<(birth: Birth) => void>()
  #rest = ''

  /** @param fifo is made */
  constructor(fifo: string) {
    execFileSync('mkfifo', ['-m', '600', fifo])
    const fd = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK)
    this.#socket = new Socket({ fd, readable: true, writable: false })
    this.#socket.on('data', (chunk: Buffer) => this.#hear(chunk.toString()))
  }

  /** @returns how to stop that */
  listen(listener: (birth: Birth) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  close(): void {
    this.#socket.destroy()
  }

  #hear(text: string): void {
    const lines = (this.#rest + text).split('\n')
    this.#rest = lines.pop()!
    for (const line of lines) {
      const [pid, at, twice, ...directory] = line.split(' ')
      const birth = {
        pid: Number(pid),
        at: Number(at) / 1e6,
        isTwice: twice === '1',
        directory: directory.join(' '),
      }
      for (const listener of this.#listeners) listener(birth)
    }
  }
}

import { write } from 'node:fs'
import { Writable } from 'node:stream'
import { isatty } from 'node:tty'

/**
 * From here on standard output and error are written as they are. Node's own `process.stdout` and `process.stderr`, as
 * soon as anybody looks at them (Node itself does, when it closes a socket), have the pipe behind them never wait for its
 * reader; and since services have the same pipe, what they write faster than that reads would be lost to them.
 */
export const shareOutput = (): void => {
  for (const [name, fd] of [
    ['stdout', 1],
    ['stderr', 2],
  ] as const) {
    const stream = new Writable({
      write: (bytes: Uint8Array, _, done) => write(fd, bytes, (error) => done(error)),
    })
    const value = Object.assign(stream, { fd, isTTY: isatty(fd) })
    Object.defineProperty(process, name, { configurable: true, enumerable: true, value })
  }
}

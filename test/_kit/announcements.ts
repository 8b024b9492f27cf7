import { execFileSync } from 'node:child_process'
import { constants, openSync } from 'node:fs'
import { Socket } from 'node:net'

/**
 * A FIFO in which run scripts say that they have started, a line each, so that nobody polls for that. `hear` is told
 * each line; the reader never ends, and no writer waits for one.
 */
export const announcements = (path: string, hear: (line: string) => void): { close(): void } => {
  execFileSync('mkfifo', [path])
  const socket = new Socket({ fd: openSync(path, constants.O_RDWR | constants.O_NONBLOCK), readable: true })
  let rest = ''
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop()!
    for (const line of lines) hear(line)
  })
  return { close: () => socket.destroy() }
}

import { closeSync, constants, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { statusOf } from '../runtime/sv/runit.js'
import { LETTERS } from './letters.js'
import { isAlive, signal, until } from './supervised.js'
import { type Command, type Seen } from './two-states.js'

// One service as an observer has it before him: its directory, with runit's files, and its processes. Who supervises it
// makes no difference here. `service` is the path of its directory.

/** A run script that announces each of its starts, and notes when another one of its service lives. It dies on TERM. */
export const ANNOUNCED = `#!/bin/sh
exec 9> lock
flock -n 9 || echo twice >> twice
echo $$ >> starts
exec sleep 1000
`

/** Does something to a service whose run script is `ANNOUNCED`, and waits until what it brings about is over. */
export const perform = async (service: string, command: Command): Promise<void> => {
  const before = statusOf(service)!.pid
  const isGone = (): boolean => before === 0 || !isAlive(before)
  const letters = LETTERS[command]
  if (letters !== undefined) control(service, letters)
  else if (command === 'crash' && before !== 0) signal(before, 'SIGKILL')

  /** Has the supervisor, or the process, heard of it? */
  const isHeard = (): boolean => {
    const want = statusOf(service)?.want
    if (command === 'down') return want === 'down'
    if (command === 'up') return want === 'up'
    if (command === 'restart') return want === 'up' && isGone()
    return command === 'wait' || isGone()
  }
  await until(`${service}: ${command} to come about`, () => isHeard() && isSettled(service))
}

/** Waits until a service is as it is wanted: down; or up, and has announced itself. */
export const settle = async (service: string): Promise<unknown> =>
  until(`${service} to settle`, () => isSettled(service))

const isSettled = (service: string): boolean => {
  const status = statusOf(service)
  if (status === undefined) return false
  const { want, state, pid } = status
  if (want === 'down') return state === 'down' && pid === 0
  return state === 'run' && isAlive(pid) && lines(service, 'starts').includes(String(pid))
}

/** What is to be seen of a service whose run script is `ANNOUNCED`. */
export const look = (service: string): Seen => {
  const { pid } = statusOf(service)!
  const starts = lines(service, 'starts')
  const copies = starts.filter((line) => isAlive(Number(line))).length
  return {
    state: pid === 0 ? 'down' : 'up',
    pid: starts.lastIndexOf(String(pid)) + 1,
    starts: starts.length,
    twice: copies > 1 || existsSync(join(service, 'twice')),
  }
}

/** Writes letters to a service's control, as `sv` does. */
export const control = (service: string, letters: string): void => {
  // never waits for a reader: without one it throws
  const fd = openSync(join(service, 'supervise/control'), constants.O_WRONLY | constants.O_NONBLOCK)
  writeSync(fd, letters)
  closeSync(fd)
}

/** The lines that its scripts wrote to a file so far. */
export const lines = (service: string, file: string): readonly string[] => {
  try {
    return readFileSync(join(service, file), 'latin1').split('\n').slice(0, -1)
  } catch {
    return [] // not yet
  }
}

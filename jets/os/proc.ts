import { closeSync, openSync, readSync, readdirSync } from 'node:fs'

/** What `/proc` says of a process. */
export interface Stat {
  readonly state: string
  readonly parent: number
  readonly group: number
  readonly session: number
  /**
   * When it started, in the system's ticks since the machine did: with the pid it names one process for good, whatever
   * becomes of the number and of the clock.
   */
  readonly started: number
  /** Bytes of memory: 0 of one that is about to be a zombie, and of the system's own threads. */
  readonly size: number
}

const buffer = Buffer.alloc(4096)

/** `/proc/PID/stat`; undefined when there is no such process, or no descriptor left to read it by. */
export const statOf = (pid: number): Stat | undefined => {
  try {
    // a fifth of the time of readFileSync
    const fd = openSync(`/proc/${pid}/stat`, 'r')
    let stat: string
    try {
      stat = buffer.toString('latin1', 0, readSync(fd, buffer))
    } finally {
      closeSync(fd)
    }
    // pid (comm) state ppid pgrp session … starttime vsize; comm may hold anything, spaces and brackets too
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 21)
    const [parent, group, session] = fields.slice(1, 4).map(Number) as [number, number, number]
    return {
      state: fields[0]!,
      parent,
      group,
      session,
      started: Number(fields[19]),
      size: Number(fields[20]),
    }
  } catch {
    return undefined
  }
}

/** One that has ended, and only waits for its parent to hear of it. */
export const isZombie = ({ state }: Stat): boolean => 'ZX'.includes(state)

const liveStatOf = (pid: number): Stat | undefined => {
  const stat = statOf(pid)
  return stat === undefined || isZombie(stat) ? undefined : stat
}

/** Are all processes of a group zombies? They wait for a parent that is none of ours. A walk through all there are. */
export const onlyZombies = (group: number): boolean => {
  try {
    return readdirSync('/proc').every((entry) => liveStatOf(Number(entry))?.group !== group)
  } catch {
    return false
  }
}

import { readFileSync, readdirSync } from 'node:fs'

/** What `/proc` says of a process. */
export interface Stat {
  readonly state: string
  readonly group: number
  readonly session: number
  /** When it started, in milliseconds since the machine did. */
  readonly started: number
}

/** Of `/proc/PID/stat`'s clock, on every Linux that Node runs on. */
const MILLISECONDS_PER_TICK = 10

/** `/proc/PID/stat`; undefined when there is no such process. */
export const statOf = (pid: number | string): Stat | undefined => {
  try {
    // pid (comm) state ppid pgrp session … starttime; comm may hold anything, spaces and brackets too
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {
      state: fields[0]!,
      group: Number(fields[2]),
      session: Number(fields[3]),
      started: Number(fields[19]) * MILLISECONDS_PER_TICK,
    }
  } catch {
    return undefined
  }
}

export const isZombieOrGone = (pid: number): boolean => {
  const state = statOf(pid)?.state
  return state === undefined || state === 'Z' || state === 'X'
}

/** Are all processes of a group zombies? They wait for a parent that is none of ours. A walk through all there are. */
export const onlyZombies = (group: number): boolean => {
  try {
    return readdirSync('/proc').every((entry) => {
      const stat = /^\d+$/.test(entry) ? statOf(entry) : undefined
      return stat === undefined || stat.group !== group || stat.state === 'Z' || stat.state === 'X'
    })
  } catch {
    return false
  }
}

/** The children of a process that are no zombies. */
export const childrenOf = (pid: number): readonly number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' '))
      .map(Number)
      .filter((child) => child > 0 && !isZombieOrGone(child))
  } catch {
    return []
  }
}

import { closeSync, openSync, readSync, readdirSync } from 'node:fs'

/** A process, as far as its costs go. */
export interface Process {
  readonly pid: number
  readonly parent: number
  readonly group: number
  readonly session: number
  /** Of a processor's time, in the machine's ticks. */
  readonly ticks: number
  /** With the pid it names one process for good. */
  readonly started: number
  /** Pages of memory that are resident. */
  readonly pages: number
}

const buffer = Buffer.alloc(4096)

/**
 * What `/proc/PID/stat` says.
 *
 * @example
 * processOf('7 (a) b) S 1 7 7 …').parent === 1
 */
export const processOf = (stat: string): Process => {
  // pid (comm) state ppid pgrp session … utime stime … starttime vsize rss; comm may hold anything, brackets too
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 22)
  const at = (field: number): number => Number(fields[field])
  return {
    pid: Number.parseInt(stat, 10),
    parent: at(1),
    group: at(2),
    session: at(3),
    ticks: at(11) + at(12),
    started: at(19),
    pages: at(21),
  }
}

/** All processes. */
export const allProcesses = (): readonly Process[] =>
  readdirSync('/proc').flatMap((entry) => (/^\d+$/.test(entry) ? (read(entry) ?? []) : []))

const read = (pid: string): Process | undefined => {
  try {
    const fd = openSync(`/proc/${pid}/stat`, 'r')
    try {
      return processOf(buffer.toString('latin1', 0, readSync(fd, buffer)))
    } finally {
      closeSync(fd)
    }
  } catch {
    return undefined // gone meanwhile
  }
}

/**
 * The processes of each leader: itself, those in its group or session, and whatever descends from one of them.
 *
 * @param leaders their pids
 */
export const byLeader = (
  all: readonly Process[],
  leaders: ReadonlySet<number>,
): ReadonlyMap<number, readonly Process[]> => {
  const byPid = new Map(all.map((process) => [process.pid, process]))
  const known = new Map<number, number | undefined>()
  const leaderOf = (process: Process): number | undefined => {
    if (known.has(process.pid)) return known.get(process.pid)
    known.set(process.pid, undefined) // should parents go round, while numbers are given anew
    const own = [process.pid, process.group, process.session].find((pid) => leaders.has(pid))
    const parent = own === undefined ? byPid.get(process.parent) : undefined
    const leader = own ?? (parent && leaderOf(parent))
    known.set(process.pid, leader)
    return leader
  }
  const groups = new Map<number, Process[]>()
  for (const process of all) {
    const leader = leaderOf(process)
    if (leader === undefined) continue
    const group = groups.get(leader)
    if (group === undefined) groups.set(leader, [process])
    else group.push(process)
  }
  return groups
}

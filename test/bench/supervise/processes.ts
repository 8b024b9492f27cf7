import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

/** These processes and all that descend from them. */
export const familyOf = (roots: readonly number[]): readonly number[] => {
  const children = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry)
    const parent = Number.isInteger(pid) ? parentOf(pid) : undefined
    if (parent === undefined) continue
    const others = children.get(parent)
    if (others === undefined) children.set(parent, [pid])
    else others.push(pid)
  }
  const family = [...roots]
  for (const pid of family) family.push(...(children.get(pid) ?? []))
  return family
}

const parentOf = (pid: number): number | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/** The program that a process runs. */
export const programOf = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/exe`)
  } catch {
    return undefined
  }
}

/** A process's memory in bytes, a share of what it shares with others (PSS). */
export const memoryOf = (pid: number): number => {
  try {
    return 1024 * Number(/^Pss: +(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** A process's CPU time in milliseconds, that of all threads it has now. */
export const cpuOf = (pid: number): number => {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map(
        (task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'latin1').split(' ')[0]) / 1e6,
      )
      .reduce((sum, ms) => sum + ms, 0)
  } catch {
    return 0
  }
}

export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // gone meanwhile
  }
}

import { NAIVE, VERE } from './published.js'
import { type Report, type Row, cpuOf } from './result.js'
import { geometricMean } from './statistics.js'

/** A row as it is published: its name and size. */
export const keyOf = ({ name, size }: Pick<Row, 'name' | 'size'>): string => `${name} ${size}`.trim()

/**
 * What vere would take on this machine, from what the naive compiler took in the same run: vere's published time, times
 * how much slower or faster this machine is with the naive compiler than that of the publication (the geometric mean over
 * the rows that both have). Where the founder's factor between the two gives less, that counts: the harder rival.
 */
export const vereHere = (rows: readonly Row[]): Report['vere'] => {
  const naive = new Map<string, number>()
  for (const row of rows) {
    const cpu = cpuOf(row.by, 'naive')
    if (NAIVE[keyOf(row)] !== undefined && cpu !== undefined) naive.set(keyOf(row), cpu)
  }
  if (naive.size === 0) return {}
  const machine = geometricMean([...naive].map(([key, cpu]) => cpu / NAIVE[key]!.cpu))
  const vere: Record<string, { readonly cpu: number; readonly from: string }> = {}
  for (const key of rows.map(keyOf)) {
    const published = VERE[key]
    if (published === undefined) continue
    const { factor = Infinity } = NAIVE[key] ?? {}
    const byFactor = factor * (naive.get(key) ?? Infinity)
    const byMachine = published * machine
    vere[key] =
      byFactor < byMachine
        ? { cpu: byFactor, from: `naive, ${factor} times` }
        : { cpu: byMachine, from: `published, ${machine.toFixed(2)} times` }
  }
  return vere
}

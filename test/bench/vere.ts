import { NAIVE, VERE } from './published.js'
import { type Report, type Row, cpuOf } from './result.js'
import { geometricMean } from './statistics.js'

/** A row as it is published: its name and size. */
export const keyOf = ({ name, size }: Pick<Row, 'name' | 'size'>): string => `${name} ${size}`.trim()

/**
 * What vere would take on this machine, from what the naive compiler took in the same run: where the factor between
 * the two is published, that times it; elsewhere vere's published time, times how much slower or faster this machine
 * is with the naive compiler than that of the publication, as the geometric mean over the rows that have a factor.
 */
export const vereHere = (rows: readonly Row[]): Report['vere'] => {
  const vere: Record<string, { readonly cpu: number; readonly from: string }> = {}
  const ratios: number[] = []
  for (const row of rows) {
    const known = NAIVE[keyOf(row)]
    const naive = cpuOf(row.by, 'naive')
    if (known === undefined || naive === undefined) continue
    vere[keyOf(row)] = { cpu: naive * known.factor, from: `naive, ${known.factor} times` }
    ratios.push(naive / known.cpu)
  }
  if (ratios.length === 0) return vere
  const machine = geometricMean(ratios)
  for (const row of rows) {
    const published = VERE[keyOf(row)]
    if (published === undefined || vere[keyOf(row)] !== undefined) continue
    vere[keyOf(row)] = { cpu: published * machine, from: `published, ${machine.toFixed(2)} times` }
  }
  return vere
}

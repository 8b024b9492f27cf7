import { NAIVE } from './published.js'
import { type Report, type Row, cpuOf } from './result.js'
import { geometricMean } from './statistics.js'
import { keyOf } from './vere.js'

type Mean = Report['means'][number]

/** How many times faster we are than vere, and slower than by hand: on the rows with a factor, and on all. */
export const meansOf = (rows: readonly Row[], vere: Report['vere']): readonly Mean[] => {
  const formulas = rows.filter(({ group }) => group === 'formulas')
  const factored = formulas.filter((row) => NAIVE[keyOf(row)] !== undefined)
  const allocating = formulas.filter(({ name }) => ALLOCATING.includes(name))
  const nouns = rows.filter(({ group }) => group === 'nouns')
  const toVere = (row: Row) => ratio(vere[keyOf(row)]?.cpu, cpuOf(row.by, 'runock'))
  const turnsToVere = (row: Row) => ratio(vere[keyOf(row)]?.cpu, cpuOf(row.by, 'every turn'))
  const turnsToHand = (row: Row) => ratio(cpuOf(row.by, 'every turn'), cpuOf(row.by, 'by hand'))
  const toHand = (row: Row) => ratio(cpuOf(row.by, 'runock'), cpuOf(row.by, 'by hand'))
  return [
    mean('vere/runock', 'formulas with a factor', factored.map(toVere), Math.min),
    mean('vere/runock', 'all formulas', formulas.map(toVere), Math.min),
    mean('vere/every turn', 'formulas with a factor', factored.map(turnsToVere), Math.min),
    mean('every turn/by hand', 'formulas with a factor', factored.map(turnsToHand), Math.max),
    mean('vere/runock', 'nouns', nouns.map(toVere), Math.min),
    mean('runock/by hand', 'formulas with a factor', factored.map(toHand), Math.max),
    mean('runock/by hand', 'all formulas', formulas.map(toHand), Math.max),
    mean('runock/by hand', 'BUILD and REV', allocating.map(toHand), Math.max),
  ].flatMap((one) => one ?? [])
}

/** The rows that are bound by allocation. */
const ALLOCATING = ['BUILD', 'REV']

/** How many times as large; undefined where one of them is unknown. */
export const ratio = (large: number | undefined, small: number | undefined): number | undefined =>
  large === undefined || small === undefined ? undefined : large / small

const mean = (
  name: string,
  of: string,
  ratios: readonly (number | undefined)[],
  worst: (...values: number[]) => number,
): Mean | undefined => {
  const known = ratios.flatMap((one) => one ?? [])
  if (known.length === 0) return undefined
  return { ratio: name, of, mean: geometricMean(known), worst: worst(...known), rows: known.length }
}

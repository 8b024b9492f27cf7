import { printable } from '../log/printable.js'
import { type Report } from './report.js'

/** The headings of the rows, for names of this width. */
export const drawHead = (width: number): string => row('jet', width, COLUMNS, isTerminal() ? 'time' : '')

/**
 * A report in a row: the runs, and what share of its evaluations had a value, crashed, or spent the budget.
 * On a terminal the time, too; elsewhere the same seed gives the same text.
 */
export const drawRow = (report: Report, width: number): string => {
  const { name, runs, valued, crashed, undecided, milliseconds, failure } = report
  return row(
    printable(name),
    width,
    [
      String(runs),
      ...shares([valued, crashed, undecided]).map((share) => (share === undefined ? '' : `${share} %`)),
    ],
    isTerminal() ? `${(milliseconds / 1000).toFixed(1)} s` : '',
    failure ? 'wrong' : '',
  )
}

/**
 * Counts as whole percentages that sum to 100: those with the largest remainders are rounded up. Of nothing
 * there are none.
 *
 * @example
 * shares([1, 1, 1]) // [34, 33, 33]
 */
export const shares = (counts: readonly number[]): readonly (number | undefined)[] => {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0) return counts.map(() => undefined)
  const remainder = (i: number): number => (100 * counts[i]!) % all
  const floors = counts.map((count, i) => (100 * count - remainder(i)) / all)
  const left = 100 - floors.reduce((sum, floor) => sum + floor, 0)
  const roundedUp = [...counts.keys()].sort((a, b) => remainder(b) - remainder(a)).slice(0, left)
  return floors.map((floor, i) => (roundedUp.includes(i) ? floor + 1 : floor))
}

const COLUMNS = ['runs', 'value', 'crash', 'undecided']

const isTerminal = (): boolean => process.stdout.isTTY === true

const row = (name: string, width: number, columns: readonly string[], time: string, result = ''): string =>
  [
    name.padEnd(Math.max(width, 'jet'.length)),
    ...columns.map((text, i) => text.padStart(Math.max(COLUMNS[i]!.length, 5))),
    ...(time === '' ? [] : [time.padStart(7)]),
    result,
  ]
    .join('  ')
    .trimEnd()

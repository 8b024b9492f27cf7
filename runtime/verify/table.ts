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
  const all = valued + crashed + undecided
  const share = (count: number) => (all === 0 ? '' : `${Math.round((100 * count) / all)} %`)
  return row(
    printable(name),
    width,
    [String(runs), share(valued), share(crashed), share(undecided)],
    isTerminal() ? `${(milliseconds / 1000).toFixed(1)} s` : '',
    failure ? 'wrong' : '',
  )
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

import { Table } from 'console-table-printer'
import { type Book } from '../formulas/index.js'
import { equal } from '../../nock/index.js'
import { printable } from '../log/printable.js'
import { type Named } from './formulas.js'
import { type Report } from './report.js'

/** Whether the book's formula of that name is the one that the journal carries; undefined if that has no name. */
export const inBook = ({ name, noun }: Named, book: Book): 'the same' | 'another' | 'none' | undefined => {
  if (name === undefined) return undefined
  const now = book.get(name)
  return now === undefined ? 'none' : equal(now, noun) ? 'the same' : 'another'
}

/**
 * What was checked, as tables for people.
 *
 * @param only the services that are shown
 */
export const drawReport = (report: Report, book: Book, only: (service: string) => boolean): string => {
  const services = [...report.services]
    .filter(([service]) => only(service))
    .sort(([a], [b]) => BY_NUMBER.compare(a, b))
    .map(([service, { decisions, starts, stops, failed }]) => [service, decisions, starts, stops, failed])
  const formulas = report.formulas.map((one) => [
    one.id,
    one.name ?? '',
    one.decisions,
    inBook(one, book) ?? '',
  ])
  return [
    draw(['service', 'decisions', 'starts', 'stops', 'failed'], services),
    draw(['formula', 'name', 'decisions', 'here now'], formulas),
    ...totalsOf(report).map(([what, value]) => `${what.padEnd(WIDTH)}  ${printable(String(value))}`),
  ].join('\n')
}

/** `web-9` before `web-10`. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true })

const WIDTH = 'found all well'.length

const totalsOf = (report: Report): readonly (readonly [string, string | number])[] => [
  ['lines', report.lines],
  ['files', report.files],
  ['supervisors', report.supervisors],
  ['decisions', report.decisions],
  ['found all well', `${report.quiet}, only counted`],
  ['lines lost', report.lost],
  ['from', report.first ?? ''],
  ['to', report.last ?? ''],
  ['the last chain', report.chain ?? ''],
]

const draw = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const table = new Table({
    columns: head.map((title, i) => ({
      name: String(i),
      title,
      alignment: typeof rows[0]?.[i] === 'number' ? 'right' : 'left',
    })),
    shouldDisableColors: true,
  })
  for (const row of rows) {
    table.addRow(Object.fromEntries(row.map((value, i) => [String(i), printable(String(value))])))
  }
  return table.render()
}

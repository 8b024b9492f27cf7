import { Table } from 'console-table-printer'
import { digits } from '../units.js'
import { type Figure, type Report, type Row } from './result.js'

/** The report for people: a line for each contender in each row, and its ratio to runit's. */
export const drawReport = (report: Report): string =>
  [
    `node ${report.node}, ${report.platform}, ${report.cpus} CPUs, load ${report.load.map((load) => load.toFixed(1)).join(' to ')}, scale ${report.scale}`,
    ...report.rows.filter(({ by }) => Object.keys(by).length > 0).map(drawRow),
    ...(report.missing.length === 0 ? [] : [`not here: ${report.missing.join('; ')}`]),
  ].join('\n\n')

const drawRow = ({ what, unit, by }: Row): string => {
  const table = new Table({
    columns: [
      { name: 'who', title: 'who', alignment: 'left' as const },
      ...['n', 'p50', 'p99', 'least', 'most', 'p50/first', 'p99/first'].map((name) => ({
        name,
        title: name.replace('first', base(by)),
        alignment: 'right' as const,
      })),
    ],
    shouldDisableColors: true,
  })
  const first = by[base(by)]
  for (const [who, figure] of Object.entries(by)) {
    if ('failed' in figure) table.addRow({ who, p50: figure.failed })
    else
      table.addRow({
        who,
        n: figure.samples,
        p50: shown(figure.p50),
        p99: shown(figure.p99),
        least: shown(figure.min),
        most: shown(figure.max),
        'p50/first': over(figure, first, 'p50'),
        'p99/first': over(figure, first, 'p99'),
      })
  }
  return `${what}, ${unit}\n${table.render()}`
}

/** What the others are held against. */
const base = (by: Row['by']): string => ('runit' in by ? 'runit' : Object.keys(by)[0]!)

const over = (figure: Figure, first: Row['by'][string] | undefined, key: 'p50' | 'p99'): string =>
  first === undefined || 'failed' in first || first[key] === 0 ? '' : digits(figure[key] / first[key])

const shown = (value: number): string =>
  Number.isInteger(value) ? String(value) : value < 1 ? value.toFixed(3) : digits(value)

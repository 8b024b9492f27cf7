import { printable } from '../log/printable.js'
import { type Row } from './row.js'

/** Colours, where there are any. */
export interface Style {
  readonly head: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
}

export const PLAIN: Style = { head: (text) => text, good: (text) => text, bad: (text) => text }

interface Column {
  readonly head: string
  readonly align: 'left' | 'right'
  /** The order in which columns give way where there is no room: the greatest first; 0 never does. */
  readonly gives: number
  readonly text: (row: Row, now: number) => string
}

const status = ({ known }: Row) => (known._tag === 'Right' ? known.right.status : undefined)

const COLUMNS: readonly Column[] = [
  { head: 'SERVICE', align: 'left', gives: 0, text: ({ name }) => printable(name) },
  { head: 'STATE', align: 'left', gives: 0, text: (row) => status(row)?.state ?? '-' },
  { head: 'PID', align: 'right', gives: 4, text: (row) => (status(row)?.pid || '-').toString() },
  {
    head: 'UPTIME',
    align: 'right',
    gives: 3,
    text: (row, now) => {
      const { state, since } = status(row) ?? {}
      return state === 'run' ? duration((now - since!) / 1000) : '-'
    },
  },
  { head: 'RESTARTS', align: 'right', gives: 5, text: ({ restarts }) => (restarts ?? '-').toString() },
  {
    head: 'CPU%',
    align: 'right',
    gives: 1,
    text: ({ cpu, processes }) => (processes === 0 || cpu === undefined ? '-' : cpu.toFixed(1)),
  },
  {
    head: 'MEMORY',
    align: 'right',
    gives: 2,
    text: ({ memory, processes }) => (processes === 0 ? '-' : bytes(memory)),
  },
  { head: '', align: 'left', gives: 6, text: noteOf },
]

/** What else there is to say of a row. */
function noteOf({ known }: Row): string {
  if (known._tag === 'Left') return printable(known.left.text)
  const { state, want, paused } = known.right.status
  return [
    ...(paused ? ['paused'] : []),
    ...(state === 'down' && want === 'up' ? ['want up'] : []),
    ...(state !== 'down' && want === 'down' ? ['want down'] : []),
  ].join(', ')
}

/** How much of a service's name is shown at least. */
const FEWEST = 8

const GAP = '  '

/**
 * A head and a line for each row.
 *
 * @param now Unix time in milliseconds
 * @param width columns give way, and names are cut, so that a line fits; all of everything unless given
 */
export const tableOf = (
  rows: readonly Row[],
  now: number,
  width = Infinity,
  { head, good, bad }: Style = PLAIN,
): readonly string[] => {
  const texts = new Map(COLUMNS.map((column) => [column, rows.map((row) => column.text(row, now))]))
  const widths = new Map(
    [...texts].map(([column, cells]) => [column, Math.max(column.head.length, ...cells.map(lengthOf))]),
  )
  const shown = fitting(widths, width)
  const line = (cell: (column: Column) => string, paint = (_: Column, text: string) => text): string =>
    shown
      .map(({ column, width: room }) => {
        const text = cut(cell(column), room)
        const gap = ' '.repeat(room - lengthOf(text))
        return column.align === 'left' ? paint(column, text) + gap : gap + paint(column, text)
      })
      .join(GAP)
      .trimEnd()
  return [
    head(line((column) => column.head)),
    ...rows.map((row, i) =>
      line(
        (column) => texts.get(column)![i]!,
        (column, text) => (column.head !== 'STATE' ? text : isWell(row) ? good(text) : bad(text)),
      ),
    ),
  ]
}

const isWell = (row: Row): boolean => {
  const { state, want } = status(row) ?? {}
  return state !== undefined && (state === 'run') === (want === 'up')
}

/** The columns for which there is room, and how much each has. */
const fitting = (
  widths: ReadonlyMap<Column, number>,
  width: number,
): readonly { readonly column: Column; readonly width: number }[] => {
  let columns = COLUMNS.filter((column) => column.head !== '' || widths.get(column)! > 0)
  const without = (column: Column): Column[] => columns.filter((other) => other !== column)
  const need = (): number =>
    columns.reduce((so, { gives }, i) => {
      const own = widths.get(columns[i]!)!
      return so + (gives === 0 && i === 0 ? Math.min(own, FEWEST) : own) + (i === 0 ? 0 : GAP.length)
    }, 0)
  for (;;) {
    const [last] = columns.toSorted((a, b) => b.gives - a.gives)
    if (need() <= width || last === undefined || last.gives === 0) break
    columns = without(last)
  }
  const [first, ...rest] = columns
  const taken = rest.reduce((so, column) => so + widths.get(column)! + GAP.length, 0)
  return [
    { column: first!, width: Math.max(1, Math.min(widths.get(first!)!, width - taken)) },
    ...rest.map((column) => ({ column, width: widths.get(column)! })),
  ]
}

const lengthOf = (text: string): number => Array.from(text).length

/** A text in so much room. */
export const cut = (text: string, room: number): string =>
  lengthOf(text) <= room
    ? text
    : Array.from(text)
        .slice(0, Math.max(0, room - 1))
        .join('') + '…'

/**
 * Seconds, in the two units that say most.
 *
 * @example
 * duration(3_725) === '1h02m'
 */
export const duration = (seconds: number): string => {
  const s = Math.max(0, Math.floor(seconds))
  const two = (n: number): string => String(n).padStart(2, '0')
  if (s < 60) return `${s}s`
  if (s < 3_600) return `${Math.floor(s / 60)}m${two(s % 60)}s`
  if (s < 86_400) return `${Math.floor(s / 3_600)}h${two(Math.floor(s / 60) % 60)}m`
  return `${Math.floor(s / 86_400)}d${two(Math.floor(s / 3_600) % 24)}h`
}

/**
 * Bytes, in three digits or so.
 *
 * @example
 * bytes(1_572_864) === '1.5M'
 */
export const bytes = (n: number): string => {
  let [value, unit] = [n / 1024, 0]
  for (; value >= 1000 && unit < 3; unit++) value /= 1024
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)}${'KMGT'[unit]}`
}

/** How many there are of each: `3 services: 2 up, 1 down`. */
export const summary = (rows: readonly Row[]): string => {
  const up = rows.filter((row) => status(row)?.state === 'run').length
  const unknown = rows.filter(({ known }) => known._tag === 'Left').length
  const down = rows.length - up - unknown
  return (
    `${rows.length} ${rows.length === 1 ? 'service' : 'services'}: ${up} up, ${down} down` +
    (unknown === 0 ? '' : `, ${unknown} not supervised`)
  )
}

import { printable } from '../log/printable.js'
import { type By, inOrder } from './order.js'
import { type Row } from './row.js'
import { type Style, cut, summary, tableOf } from './table.js'

/** What the screen shows of all there is. */
export interface View {
  readonly by: By
  readonly isReversed: boolean
  /** How many rows are above the screen. */
  readonly above: number
}

export interface Size {
  readonly columns: number
  readonly lines: number
}

export const FIRST_VIEW: View = { by: 'name', isReversed: false, above: 0 }

const KEYS: Readonly<Record<string, By>> = {
  n: 'name',
  s: 'state',
  u: 'uptime',
  r: 'restarts',
  c: 'cpu',
  m: 'memory',
}

const HELP = 'q quit; order by n name, s state, u uptime, r restarts, c cpu, m memory; again reverses'

/** Lines that are no rows: what it is about, the head, and the keys. */
const AROUND = 3

const roomFor = ({ lines }: Size): number => Math.max(0, lines - AROUND)

/** How far a key scrolls, in rows. */
const scrollOf = (key: string, room: number): number | undefined => {
  switch (key) {
    case 'j':
    case '\x1b[B':
    case '\x1bOB':
      return 1
    case 'k':
    case '\x1b[A':
    case '\x1bOA':
      return -1
    case ' ':
    case '\x1b[6~':
      return room
    case '\x1b[5~':
      return -room
    case 'g':
    case '\x1b[H':
      return -Infinity
    case 'G':
    case '\x1b[F':
      return Infinity
    default:
      return undefined
  }
}

/** The view after a key; `quit` for one that ends it. */
export const press = (view: View, key: string, rows: number, size: Size): View | 'quit' => {
  if (key === 'q' || key === 'Q' || key === '\x03') return 'quit'
  const by = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined
  if (by !== undefined) return { by, isReversed: view.by === by && !view.isReversed, above: 0 }
  const room = roomFor(size)
  const scroll = scrollOf(key, room)
  return scroll === undefined ? view : { ...view, above: clamped(view.above + scroll, rows, room) }
}

const clamped = (above: number, rows: number, room: number): number =>
  Math.max(0, Math.min(above, rows - room))

/**
 * The lines of the screen, none longer than it is wide and no more than it has.
 *
 * @param now Unix time in milliseconds
 */
export const screenOf = (
  directory: string,
  rows: readonly Row[],
  { by, isReversed, above }: View,
  size: Size,
  now: number,
  style: Style,
): readonly string[] => {
  const { columns, lines } = size
  const room = roomFor(size)
  const from = clamped(above, rows.length, room)
  const [head, ...table] = tableOf(inOrder(rows, by, isReversed), now, columns, style)
  const shown = table.slice(from, from + room)
  const below = rows.length - from - shown.length
  const more = [
    ...(from > 0 ? [`${from} above`] : []),
    ...(below > 0 ? [`… and ${below} more`] : []),
    HELP,
  ].join('; ')
  const about = `${printable(directory)}  ${summary(rows)}`
  return [cut(about, columns), head!, ...shown, cut(more, columns)].slice(0, lines)
}

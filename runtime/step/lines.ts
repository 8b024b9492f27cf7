import { type Piece } from '../../nock/index.js'
import { type Told } from './told.js'
import { HELP, KEYS, type View } from './view.js'

export interface Size {
  readonly columns: number
  readonly lines: number
}

/** How a screen looks. */
export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  /** What a step replaces, or puts there. */
  readonly mark: (text: string) => string
}

/** Without colours a mark is two characters more. */
export const PLAIN: Style = { bold: (text) => text, dim: (text) => text, mark: (text) => `«${text}»` }

/** The lines of the screen, no more than it has. */
export const screenLines = (
  told: Told,
  view: View,
  { columns, lines }: Size,
  style: Style,
): readonly string[] => {
  const keys = view.typed === '' ? style.dim(KEYS.slice(0, columns)) : `to step ${view.typed}_`
  if (view.isHelp)
    return [
      ...HELP.map(([key, does]) => `${key.padEnd(12)}${does}`.slice(0, columns)),
      '',
      'any key goes back',
    ].slice(0, lines)
  const room = Math.max(1, Math.floor((lines - 6) / 2))
  const form = view.isExpanded ? ', expanded' : ''
  const all = [
    style.bold(`step ${told.n}${form}`) + (view.said === '' ? '' : `  ${view.said}`),
    style.dim(told.rule),
    ...wrapped(told.before, columns, room, style),
    ...(told.after === undefined ? [] : [style.dim('→'), ...wrapped(told.after, columns, room, style)]),
    '',
    ...[told.sentence, ...(told.crash === undefined ? [] : told.crash.split('\n'))].map((line) =>
      line.slice(0, 4 * columns),
    ),
  ]
  const shown = all
    .flatMap((line) => (line.includes('\x1b') ? [line] : folded(line, columns)))
    .slice(0, lines - 1)
  return [...shown, ...Array.from({ length: lines - 1 - shown.length }, () => ''), keys]
}

/** A line over as many as it takes. */
const folded = (line: string, columns: number): readonly string[] =>
  line === '' ? [''] : (line.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? [])

/**
 * Pieces over as many lines as they take, with the marks; where there is no room for all, what is near the first mark.
 *
 * @param room how many lines there are
 */
export const wrapped = (
  pieces: readonly Piece[],
  columns: number,
  room: number,
  style: Style,
): readonly string[] => {
  const [text, marks] = [pieces.map((piece) => piece.text).join(''), marksOf(pieces)]
  const most = columns * room - 4 // marks, and two …
  const from = Math.max(0, Math.min(marks.from - Math.floor(most / 4), text.length - most))
  const to = Math.min(text.length, from + most)
  const clip = (start: number, end: number): string =>
    text.slice(Math.max(from, start), Math.max(from, Math.min(to, end)))
  const [before, marked, after] = [
    clip(0, marks.from),
    clip(marks.from, marks.to),
    clip(marks.to, text.length),
  ]
  return broken(
    [
      { text: (from > 0 ? '…' : '') + before, marked: false },
      { text: marked, marked: true },
      { text: after + (to < text.length ? '…' : ''), marked: false },
    ],
    columns,
    style,
  )
}

const marksOf = (pieces: readonly Piece[]): { readonly from: number; readonly to: number } => {
  let at = 0
  for (const { text, marked } of pieces) {
    if (marked) return { from: at, to: at + text.length }
    at += text.length
  }
  return { from: 0, to: 0 }
}

/** Breaks pieces into lines; each piece is marked on each of its lines. */
const broken = (pieces: readonly Piece[], columns: number, { mark }: Style): readonly string[] => {
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const { text, marked } of pieces) {
    let rest = text
    while (rest !== '') {
      const extra = marked ? mark('').replaceAll(/\x1b\[[0-9;]*m/g, '').length : 0 // oxlint-disable-line no-control-regex
      const room = columns - used - extra
      if (room <= 0) {
        lines.push(line)
        line = ''
        used = 0
        continue
      }
      const part = rest.slice(0, room)
      line += marked ? mark(part) : part
      used += part.length + extra
      rest = rest.slice(room)
    }
  }
  return [...lines, line]
}

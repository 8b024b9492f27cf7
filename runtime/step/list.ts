import { type Piece, plain } from '../../nock/index.js'
import { type Style } from './lines.js'
import { type Told } from './told.js'

/** A step in lines: what is before and after it with the marks, by which line of the definition, and what it does. */
export const toldText = (
  { n, before, after, rule, sentence, crash }: Told,
  { bold, dim, mark }: Style,
): string => {
  const marked = (pieces: readonly Piece[]): string =>
    pieces.map(({ text, marked: is }) => (is ? mark(text) : text)).join('')
  const margin = ' '.repeat(Math.max(6, String(n).length + 2))
  const rows = [
    bold(String(n).padEnd(margin.length)) + marked(before),
    ...(after === undefined ? [] : [`${'→'.padStart(margin.length - 1)} ${marked(after)}`]),
    ...(rule === '' ? [] : [margin + dim(rule)]),
    margin + sentence,
    ...(crash?.split('\n').map((line) => margin + line) ?? []),
  ]
  return rows.join('\n')
}

/** The same for a program. */
export const toldJson = ({ n, before, after, rule, sentence, crash }: Told): string =>
  JSON.stringify({
    step: n,
    before: plain(before),
    redex: plain(before.filter(({ marked }) => marked)),
    after: after === undefined ? null : plain(after),
    rule: rule === '' ? null : rule,
    sentence,
    crash: crash ?? null,
  })

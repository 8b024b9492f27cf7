import { bold } from './terminal.js'

/** Sections, each a heading over indented lines; one without heading stands at the margin, one without lines nowhere. */
export const sections = (all: readonly (readonly [heading: string, lines: readonly string[]])[]): string =>
  all
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) =>
      heading ? [bold(heading), ...lines.map((line) => '  ' + line)].join('\n') : lines.join('\n'),
    )
    .join('\n\n')

/** Rows of a word and what it means, the meanings one under another, and their further lines too. */
export const columns = (
  rows: readonly (readonly [string, string])[],
  width = Math.max(0, ...rows.map(([word]) => word.length)),
): string[] =>
  rows.flatMap(([word, meaning]) =>
    meaning.split('\n').map((line, i) => `${(i === 0 ? word : '').padEnd(width)}   ${line}`),
  )

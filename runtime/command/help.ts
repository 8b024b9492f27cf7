import { type Entry } from './command.js'
import { columns, sections } from '../terminal/layout.js'

/** The help of the whole program, from the table of its commands. */
export const overview = (table: ReadonlyMap<string, Entry>): string => {
  const groups = new Map<string, (readonly [string, string])[]>()
  for (const [name, { group, summary }] of table)
    groups.set(group, [...(groups.get(group) ?? []), [name, summary]])
  const width = Math.max(...[...table.keys()].map((name) => name.length))
  return sections([
    [
      '',
      [
        'A crash-only process supervisor whose policy is a set of Nock formulas, and the Nock that runs them.',
      ],
    ],
    ['Examples', ["$ runock nock 41 '[4 0 1]'", '42', '$ runock nock 5 dec', '4']],
    ['Usage', ['runock COMMAND [OPTIONS] ARGUMENTS', 'runock COMMAND --help', 'runock --version']],
    ...[...groups].map(([group, rows]) => [group, columns(rows, width)] as const),
    ['Exit codes', columns(CODES)],
  ])
}

/** What the program ends with. */
export const CODES = [
  ['0', 'done'],
  ['1', 'the formula crashed, or the check failed'],
  ['64', 'the command line is wrong'],
  ['65', 'no noun, no jam, or no such file'],
  ['111', 'try again: the system would not'],
] as const

import { type Entry } from '../command/command.js'
import { CODES } from '../command/help.js'
import { type Outline } from '../command/outline.js'
import { lines, paragraph, plain, section, subsection, terms } from './roff.js'

const ENVIRONMENT = [
  [
    'SVDIR',
    'the services directory of sv, top, logs and explain; /etc/service unless set, or where there is none, .',
  ],
  ['SVWAIT', 'how many seconds sv waits; 7 unless set'],
  ['NO_COLOR', 'if set, no bold and no colours'],
  ['RUNOCK_PILL', 'the ivory pill of hoon'],
  ['RUNOCK_SERVICE', 'set for each process of a service: by it a later supervisor knows whose it is'],
] as const

const FILES = [
  ['SERVICE/run', 'the script that becomes the service'],
  ['SERVICE/finish', 'run after each death, with exit code and signal; 5 seconds at most'],
  ['SERVICE/check', 'is it healthy? A second at most'],
  ['SERVICE/down', 'if there, it is not started until it is told to be up'],
  ['SERVICE/policy', 'the name of its own policy'],
  ['SERVICE/log', "a service of its own, which reads its service's standard output"],
  ['SERVICE/supervise', "the supervisor's own: control, ok, status, stat, pid and lock are runit's"],
] as const

/** The manual page of all commands, made of what they say of themselves. */
export const manual = async (table: ReadonlyMap<string, Entry>, version: string): Promise<string> => {
  const commands = await Promise.all(
    [...table.values()].map(async (entry) => commandPart(await outlineOf(entry))),
  )
  return (
    [
      `.TH RUNOCK 1 "" "runock ${version}" "runock"`,
      section(
        'Name',
        `runock \\- ${plain('a crash-only process supervisor whose policy is a set of Nock formulas')}`,
      ),
      section('Synopsis', '.B runock', plain('COMMAND [OPTIONS] ARGUMENTS')),
      section(
        'Description',
        plain(
          'runock keeps the services in a directory running, as runit does: each has a directory of its own, with a ' +
            'script run in it. What it does on each event is decided by formulas, text files that can be read, ' +
            'changed, and evaluated by hand; the other commands are for that.',
        ),
        paragraph(
          'Every command has --help. With --json, what prints data prints it as JSON, and a failure is one object on ' +
            'standard error.',
        ),
      ),
      section('Commands', ...commands),
      section('Environment', terms(ENVIRONMENT)),
      section('Files', terms(FILES)),
      section('Exit status', terms(CODES), paragraph("sv has runit's own: see there.")),
      section('See also', plain('sv(8), runsvdir(8), svlogd(8), chpst(8)')),
    ].join('\n') + '\n'
  )
}

const outlineOf = async (entry: Entry): Promise<Outline> => (await entry.load()).command.outline()

const commandPart = ({ about, examples, forms, words, options, more }: Outline): string =>
  subsection(
    forms[0]!,
    plain(about),
    ...(forms.length === 1 ? [] : [lines(forms.slice(1))]),
    terms([
      ...words.map(({ form, about: meaning }) => [form, meaning] as const),
      ...options.map(
        ({ flags, value, about: meaning }) =>
          [flags.join(', ') + (value === undefined ? '' : ` ${value}`), meaning] as const,
      ),
    ]),
    ...more.map(([heading, rows]) =>
      [
        paragraph(`${heading}:`),
        ...rows.map((row) => (row[0] === '' ? paragraph(row[1]) : terms([row]))),
      ].join('\n'),
    ),
    ...(examples.length === 0 ? [] : [paragraph('Examples:')]),
    ...examples.map(([command, output]) => lines([`$ ${command}`, ...output.split('\n')])),
  )

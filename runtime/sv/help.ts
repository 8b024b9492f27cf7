import { type Outline } from '../command/outline.js'
import { columns, sections } from '../terminal/layout.js'
import { COMMANDS } from './commands.js'

/** Words, and what each means. */
type Rows = readonly (readonly [string, string])[]

const ABOUT = 'Tell supervised services what is wanted of them, or ask how they are.'

const EXAMPLES: Rows = [
  ['runock sv status', 'run: web: (pid 4711) 12s'],
  ['runock sv -w 3 down web', 'ok: down: web: 0s, normally up'],
]

const FORM = 'runock sv [-v] [-w SECONDS] [--json] COMMAND SERVICE...'
const FORMS = [FORM, 'runock sv [-v] [-w SECONDS] [--json] COMMAND --all', 'runock sv [--json] status']

/** What a wrong command line is answered with, after what is wrong with it. */
export const SV_USAGE = `usage: ${FORM} (more: runock sv --help)`

const COMMAND_ROWS: Rows = [
  ['up, down, once', 'run it; do not run it; run it, but not again once it ends'],
  ['restart', 'end it and run it, and wait for that'],
  ['status', 'tell its state, without SERVICE that of every service'],
  ['check', 'wait until ./check says that it is up'],
  ['exit', 'down, and then the end of its supervision'],
  ['start, stop, shutdown', 'up, down, exit, and wait for the effect'],
  ['reload, try-restart', 'hup; end it, and wait until it runs again'],
  ['force-stop, force-restart,', 'the same as without force-; what does not heed'],
  ['force-reload, force-shutdown', 'in time is killed'],
  ['pause, cont, hup, alarm,', 'send a signal'],
  ['interrupt, quit, 1, 2, term, kill', ''],
]

const OPTIONS: Rows = [
  ['-v', 'wait for the effect, SVWAIT or 7 seconds at most, and tell'],
  ['-w SECONDS', 'wait so long'],
  ['--all', 'every service in the services directory'],
  ['--json', 'wait, and print one array of objects'],
]

const SERVICES = [
  'A SERVICE that begins with . or / or ends with / is a path. Any other is in the services directory:',
  '$SVDIR, else /etc/service, else, where there is none, the current directory.',
]

const CODES: Rows = [
  ['0', 'done, for every service'],
  ['1 to 99', 'for so many services not done'],
  ['100', 'the command line is wrong'],
]

/** What `runock sv --help` prints. */
export const svHelp = (): string =>
  sections([
    ['', [ABOUT]],
    ['Examples', EXAMPLES.flatMap(([command, output]) => [`$ ${command}`, output])],
    ['Usage', FORMS],
    ['Commands', columns(COMMAND_ROWS)],
    ['Options', columns(OPTIONS)],
    ['Services', SERVICES],
    ['Exit codes', columns(CODES)],
  ])

/** A row that ends in a comma goes on in the next. */
const joined = (rows: Rows): Rows =>
  rows.flatMap(([word, meaning], i) => {
    if (rows[i - 1]?.[0].endsWith(',')) return []
    const next = word.endsWith(',') ? rows[i + 1] : undefined
    return [next === undefined ? [word, meaning] : [`${word} ${next[0]}`, `${meaning} ${next[1]}`.trim()]]
  })

/** Its command line, for who completes it, and for its manual. */
export const svOutline = (): Outline => ({
  name: 'sv',
  about: ABOUT,
  examples: EXAMPLES,
  forms: FORMS,
  words: [
    { form: 'COMMAND', about: 'what is wanted', many: false, completes: Object.keys(COMMANDS) },
    { form: '[SERVICE...]', about: 'a name in $SVDIR, or a path', many: true, completes: 'service' },
  ],
  options: OPTIONS.map(([word, about]) => {
    const [flag, value] = word.split(' ') as [string, string | undefined]
    return { flags: [flag], value, about, completes: undefined }
  }),
  more: [
    ['Commands', joined(COMMAND_ROWS)],
    ['Services', [['', SERVICES.join(' ')]]],
    ['Exit codes', CODES],
  ],
})

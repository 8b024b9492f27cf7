import { columns, sections } from '../terminal/layout.js'

/** What a wrong command line is answered with, after what is wrong with it. */
export const SV_USAGE =
  'usage: runock sv [-v] [-w SECONDS] [--json] COMMAND SERVICE... (more: runock sv --help)'

/** What `runock sv --help` prints. */
export const svHelp = (): string =>
  sections([
    ['', ['Tell supervised services what is wanted of them, or ask how they are.']],
    [
      'Examples',
      [
        '$ runock sv status',
        'run: web: (pid 4711) 12s',
        '$ runock sv -w 3 down web',
        'ok: down: web: 0s, normally up',
      ],
    ],
    [
      'Usage',
      [
        'runock sv [-v] [-w SECONDS] [--json] COMMAND SERVICE...',
        'runock sv [-v] [-w SECONDS] [--json] COMMAND --all',
        'runock sv [--json] status',
      ],
    ],
    [
      'Commands',
      columns([
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
      ]),
    ],
    [
      'Options',
      columns([
        ['-v', 'wait for the effect, SVWAIT or 7 seconds at most, and tell'],
        ['-w SECONDS', 'wait so long'],
        ['--all', 'every service in the services directory'],
        ['--json', 'wait, and print one array of objects'],
      ]),
    ],
    [
      'Services',
      [
        'A SERVICE that begins with . or / or ends with / is a path. Any other is in the services directory:',
        '$SVDIR, else /etc/service, else, where there is none, the current directory.',
      ],
    ],
    [
      'Exit codes',
      columns([
        ['0', 'done, for every service'],
        ['1 to 99', 'for so many services not done'],
        ['100', 'the command line is wrong'],
      ]),
    ],
  ])

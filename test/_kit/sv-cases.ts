import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Status } from '../../runtime/supervise/status.js'
import { type Finished, until } from '../runtime/supervise/service.js'
import { statusOf } from '../runtime/sv/runit.js'

// What `sv` is asked, whichever it is and whoever supervises.

export const SLEEP = '#!/bin/sh\nexec sleep 1000\n'
// These two tell by a file that they ignore the signals from now on.
const STUBBORN = "#!/bin/sh\ntrap '' TERM\n>ready\nexec sleep 1000\n"
const DEAF = "#!/bin/sh\ntrap '' HUP ALRM INT QUIT USR1 USR2\n>ready\nexec sleep 1000\n"

type Files = Readonly<Record<string, string>>

export interface Case {
  readonly is: string
  /** The files of the service `web`; none: there is no such service. */
  readonly web?: Files
  /** Whether anybody supervises it; so it is by default. */
  readonly supervised?: boolean
  /** Letters that it gets before the command, one after another, each once the status is as it should be before. */
  readonly after?: readonly (readonly [letter: string, then: (status: Status) => boolean])[]
  /** What else is done to the service directory before. */
  readonly prepare?: (web: string, finished: Finished) => void | Promise<void>
  /** Command lines; `SVDIR` in them is the services directory. */
  readonly argv: readonly string[]
  /**
   * What comes of it by a policy of ours, where that is not what comes of it under Debian's `runsv`; `never`: what is to
   * be before never is, since that policy sends no TERM and gives a finish script 5 seconds.
   */
  readonly differs?: Readonly<Partial<Record<'sv' | 'runit', readonly string[] | 'never'>>>
}

export const isUp = ({ pid, state }: Status): boolean => pid !== 0 && state === 'run'
const isDown = ({ pid, state }: Status): boolean => pid === 0 && state === 'down'
const down = ['d', isDown] as const
const wantsDown = ({ want }: Status): boolean => want === 'down'
const gotTerm = (status: Status): boolean => status.gotTerm
const isPaused = ({ paused }: Status): boolean => paused

/** Debian's `sv` takes a service that began in the second of its own start for one that was restarted. */
const nextSecond = (web: string): Promise<void> =>
  until(() => Math.floor(Date.now() / 1000) > Math.floor(statusOf(web)!.since / 1000))

/** The files of a service that only lives. */
export const web = { run: SLEEP }
const stubborn = { run: STUBBORN }

export const STATUS: readonly Case[] = [
  { is: 'up', web, argv: ['status web', 's web', 'stat web', 'status SVDIR/web'] },
  { is: 'up, normally down', web: { ...web, down: '' }, after: [['u', isUp]], argv: ['status web'] },
  { is: 'down, normally down', web: { ...web, down: '' }, argv: ['status web'] },
  { is: 'down, normally up', web, after: [down], argv: ['status web'] },
  { is: 'paused', web, after: [['p', isPaused]], argv: ['status web'] },
  { is: 'up once', web, after: [['o', wantsDown]], argv: ['status web'] },
  { is: 'told TERM', web: stubborn, after: [['t', gotTerm]], argv: ['status web'], differs: { sv: 'never' } },
  {
    is: 'told to go down',
    web: stubborn,
    after: [['d', gotTerm]],
    argv: ['status web'],
    differs: { sv: 'never' },
  },
  {
    is: 'everything at once',
    web: { ...stubborn, down: '' },
    after: [
      ['u', isUp],
      ['p', isPaused],
      ['d', gotTerm],
    ],
    argv: ['status web'],
    // it has got CONT, too
    differs: {
      sv: 'never',
      runit: ['$ sv status web', 'run: web: (pid N) Ns, normally down, want down, got TERM', '= 0'],
    },
  },
  {
    is: 'finishing',
    web: { ...web, finish: SLEEP },
    after: [['d', ({ state, pid }) => state === 'finish' && pid !== 0]],
    argv: ['status web', 'check web'],
    differs: { sv: 'never' },
  },
  {
    is: 'a service with a log',
    web: { ...web, 'log/run': '#!/bin/sh\nexec cat >/dev/null\n' },
    prepare: (web) => until(() => statusOf(join(web, 'log'))?.pid !== 0),
    argv: ['status web', 'status web/log', '-v up web'],
  },
  {
    is: 'a service with a log that is down',
    web: { ...web, 'log/run': SLEEP, 'log/down': '' },
    prepare: (web) => until(() => statusOf(join(web, 'log')) !== undefined),
    argv: ['status web'],
  },
  {
    is: 'a service whose log is a file',
    web,
    prepare: (web) => writeFileSync(join(web, 'log'), ''),
    argv: ['status web'],
  },
  {
    is: 'no such service',
    argv: ['status web', 'up web', '-w1 down web', 'check web', 'exit web', 'start web'],
  },
  { is: 'no name', web, argv: ['status web nope web ""', 'status SVDIR/nope web/ ./nope'] },
  {
    is: 'a service that is a file',
    web,
    prepare: (web) => writeFileSync(join(web, '../file'), ''),
    argv: ['status file'],
  },
]

export const COMMANDS: readonly Case[] = [
  { is: 'up of a service that is down', web, after: [down], argv: ['up web', '-v u web', '-v up web'] },
  { is: 'up of one that is up', web, argv: ['up web', '-v up web', 'start web', 'check web'] },
  { is: 'down', web, argv: ['down web', '-v d web', '-v down web', 'stop web', 'check web', '-v kill web'] },
  {
    is: 'down that TERM does not bring about',
    web: stubborn,
    argv: ['-w3 down web', 'status web'],
    differs: {
      sv: [
        '$ sv -w3 down web',
        'ok: down: web: Ns, normally up',
        '= 0',
        '$ sv status web',
        'down: web: Ns, normally up',
        '= 0',
      ],
    },
  },
  {
    is: 'down, in vain and then by force',
    web: stubborn,
    argv: ['-w3 force-stop web', '-v down web'],
    differs: {
      sv: [
        '$ sv -w3 force-stop web',
        'ok: down: web: Ns, normally up',
        '= 0',
        '$ sv -v down web',
        'ok: down: web: Ns, normally up',
        '= 0',
      ],
    },
  },
  {
    is: 'force-shutdown',
    web: stubborn,
    argv: ['-w3 X web'],
    differs: { sv: ['$ sv -w3 X web', 'ok: web: runsv not running', '= 0'] },
  },
  {
    is: 'once of a service that is down',
    web,
    after: [down],
    prepare: nextSecond,
    argv: ['-v once web', 'status web'],
  },
  { is: 'once of one that is up', web, argv: ['-v o web', 'status web'] },
  { is: 'restart', web, argv: ['restart web'] },
  { is: 'restart of a service that is down', web, after: [down], argv: ['restart web', 'status web'] },
  {
    is: 'restart in vain',
    web: stubborn,
    prepare: nextSecond,
    argv: ['-w3 restart web'],
    differs: { sv: ['$ sv -w3 restart web', 'ok: run: web: (pid N) Ns', '= 0'] },
  },
  { is: 'try-restart', web, argv: ['try-restart web'] },
  {
    is: 'try-restart of a service that is down',
    web,
    after: [down],
    argv: ['try-restart web', '-v term web'],
  },
  {
    is: 'force-restart',
    web: stubborn,
    prepare: nextSecond,
    argv: ['-w3 force-restart web'],
    differs: { sv: ['$ sv -w3 force-restart web', 'ok: run: web: (pid N) Ns', '= 0'] },
  },
  { is: 'term', web, argv: ['-v term web'] },
  { is: 'kill', web: stubborn, argv: ['-v k web'] },
  { is: 'exit', web, argv: ['-v exit web', 'status web'] },
  { is: 'shutdown', web, argv: ['shutdown web'] },
  {
    is: 'exit in vain',
    web: stubborn,
    argv: ['-w3 exit web'],
    differs: { sv: ['$ sv -w3 exit web', 'ok: web: runsv not running', '= 0'] },
  },
  { is: 'pause and cont', web, argv: ['-v pause web', 'status web', '-v cont web', 'status web'] },
  {
    is: 'signals',
    web: { run: DEAF },
    argv: [
      'hup web',
      '-v hup web',
      'reload web',
      '-v alarm web',
      '-v i web',
      '-v quit web',
      '-v 1 web',
      '-v 2 web',
    ],
  },
  {
    is: 'a check that agrees',
    web: { ...web, check: '#!/bin/sh\nexit 0\n' },
    argv: ['check web', 'start web'],
  },
  {
    is: 'a check that does not',
    web: { ...web, check: '#!/bin/sh\nexit 1\n' },
    argv: ['-w1 check web', '-w1 start web', '-w1 restart web', 'up web'],
  },
  {
    is: 'a check of a service that is down',
    web: { ...web, check: '#!/bin/sh\nexit 1\n' },
    after: [down],
    argv: ['check web'],
  },
  {
    is: 'a check that agrees in the end',
    web: { ...web, check: '#!/bin/sh\nmkdir first 2>/dev/null && exit 1\nexit 0\n' },
    argv: ['check web'],
  },
  {
    is: 'a time limit that is no time',
    web: stubborn,
    after: [['d', gotTerm]],
    argv: ['-w 0 down web', '-vw0 d web'],
    differs: { sv: 'never' },
  },
  { is: 'several services', web, argv: ['-w1 down web nope web', 'status nope nope web'] },
]

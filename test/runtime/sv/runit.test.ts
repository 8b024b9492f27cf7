import { once } from 'node:events'
import { existsSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import type { Status } from '../../../runtime/supervise/status.js'
import { type Finished, makeService, temporaryDirectory, until } from '../supervise/service.js'
import { HAS_RUNIT, debianSv, ourSv, startRunsv, statusOf } from './runit.js'

// Each case twice, side by side: once for Debian's `sv`, once for ours, each with a `runsv` of its own; what they
// print and how they exit must be the same, but for pids and seconds.

const SLEEP = '#!/bin/sh\nexec sleep 1000\n'
// These two tell by a file that they ignore the signals from now on.
const STUBBORN = "#!/bin/sh\ntrap '' TERM\n>ready\nexec sleep 1000\n"
const DEAF = "#!/bin/sh\ntrap '' HUP ALRM INT QUIT USR1 USR2\n>ready\nexec sleep 1000\n"

type Files = Readonly<Record<string, string>>

interface Case {
  readonly is: string
  /** The files of the service `web`; none: there is no such service. */
  readonly web?: Files
  /** Whether `runsv` has it; so it does by default. */
  readonly supervised?: boolean
  /** Letters that it gets before the command, one after another, each once the status is as it should be before. */
  readonly after?: readonly (readonly [letter: string, then: (status: Status) => boolean])[]
  /** What else is done to the service directory before. */
  readonly prepare?: (web: string, finished: Finished) => void | Promise<void>
  /** Command lines; `SVDIR` in them is the services directory. */
  readonly argv: readonly string[]
}

const isUp = ({ pid, state }: Status): boolean => pid !== 0 && state === 'run'
const isDown = ({ pid, state }: Status): boolean => pid === 0 && state === 'down'
const down = ['d', isDown] as const
const wantsDown = ({ want }: Status): boolean => want === 'down'
const gotTerm = (status: Status): boolean => status.gotTerm
const isPaused = ({ paused }: Status): boolean => paused

/** Debian's `sv` takes a service that began in the second of its own start for one that was restarted. */
const nextSecond = (web: string): Promise<void> =>
  until(() => Math.floor(Date.now() / 1000) > Math.floor(statusOf(web)!.since / 1000))

const web = { run: SLEEP }
const stubborn = { run: STUBBORN }

const STATUS: readonly Case[] = [
  { is: 'up', web, argv: ['status web', 's web', 'stat web', 'status SVDIR/web'] },
  { is: 'up, normally down', web: { ...web, down: '' }, after: [['u', isUp]], argv: ['status web'] },
  { is: 'down, normally down', web: { ...web, down: '' }, argv: ['status web'] },
  { is: 'down, normally up', web, after: [down], argv: ['status web'] },
  { is: 'paused', web, after: [['p', isPaused]], argv: ['status web'] },
  { is: 'up once', web, after: [['o', wantsDown]], argv: ['status web'] },
  { is: 'told TERM', web: stubborn, after: [['t', gotTerm]], argv: ['status web'] },
  { is: 'told to go down', web: stubborn, after: [['d', gotTerm]], argv: ['status web'] },
  {
    is: 'everything at once',
    web: { ...stubborn, down: '' },
    after: [
      ['u', isUp],
      ['p', isPaused],
      ['d', gotTerm],
    ],
    argv: ['status web'],
  },
  {
    is: 'finishing',
    web: { ...web, finish: SLEEP },
    after: [['d', ({ state, pid }) => state === 'finish' && pid !== 0]],
    argv: ['status web', 'check web'],
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
  { is: 'a service that nobody has had', web, supervised: false, argv: ['status web', 'up web', 'exit web'] },
  { is: 'no name', web, argv: ['status web nope web ""', 'status SVDIR/nope web/ ./nope'] },
  {
    is: 'a service that is a file',
    web,
    prepare: (web) => writeFileSync(join(web, '../file'), ''),
    argv: ['status file'],
  },
  {
    is: 'a service whose status is cut off',
    web,
    prepare: (web) => writeFileSync(join(web, 'supervise/status'), 'short'),
    argv: ['status web', 'up web'],
  },
  {
    is: 'a service without a status',
    web,
    prepare: (web) => renameSync(join(web, 'supervise/status'), join(web, 'gone')),
    argv: ['status web'],
  },
  {
    is: 'a service whose status leads in a circle',
    web,
    prepare: (web) => {
      renameSync(join(web, 'supervise/status'), join(web, 'gone'))
      symlinkSync('status', join(web, 'supervise/status'))
    },
    argv: ['status web'],
  },
  {
    is: 'a service without control',
    web,
    prepare: (web) => renameSync(join(web, 'supervise/control'), join(web, 'gone')),
    argv: ['down web'],
  },
  {
    is: 'a service whose supervisor is gone',
    web,
    prepare: async (web, finished) => {
      const old = makeService(join(web, '../old'), { run: SLEEP })
      const runsv = await startRunsv(old, finished)
      await until(() => isUp(statusOf(old)!))
      runsv.kill('SIGKILL')
      await once(runsv, 'exit')
    },
    argv: [
      'status old',
      'up old',
      'exit old',
      '-v exit old',
      'shutdown old',
      '-v down old',
      'check old',
      'force-shutdown old',
      'status web old',
    ],
  },
]

const COMMANDS: readonly Case[] = [
  { is: 'up of a service that is down', web, after: [down], argv: ['up web', '-v u web', '-v up web'] },
  { is: 'up of one that is up', web, argv: ['up web', '-v up web', 'start web', 'check web'] },
  { is: 'down', web, argv: ['down web', '-v d web', '-v down web', 'stop web', 'check web', '-v kill web'] },
  { is: 'down that TERM does not bring about', web: stubborn, argv: ['-w1 down web', 'status web'] },
  { is: 'down, in vain and then by force', web: stubborn, argv: ['-w1 force-stop web', '-v down web'] },
  { is: 'force-shutdown', web: stubborn, argv: ['-w1 X web'] },
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
  { is: 'restart in vain', web: stubborn, prepare: nextSecond, argv: ['-w1 restart web'] },
  { is: 'try-restart', web, argv: ['try-restart web'] },
  {
    is: 'try-restart of a service that is down',
    web,
    after: [down],
    argv: ['try-restart web', '-v term web'],
  },
  { is: 'force-restart', web: stubborn, prepare: nextSecond, argv: ['-w1 force-restart web'] },
  { is: 'term', web, argv: ['-v term web'] },
  { is: 'kill', web: stubborn, argv: ['-v k web'] },
  { is: 'exit', web, argv: ['-v exit web', 'status web'] },
  { is: 'shutdown', web, argv: ['shutdown web'] },
  { is: 'exit in vain', web: stubborn, argv: ['-w1 exit web'] },
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
  },
  { is: 'several services', web, argv: ['-w1 down web nope web', 'status nope nope web'] },
]

describe.skipIf(!HAS_RUNIT)('sv says what Debian’s sv says', () => {
  test.concurrent.for([...STATUS, ...COMMANDS])('$is', async (one, { expect, onTestFinished }) => {
    const [ours, debian] = await Promise.all([
      transcript(one, ourSv, onTestFinished),
      transcript(one, debianSv, onTestFinished),
    ])
    expect(ours).toEqual(debian)
  })
})

const transcript = async (
  { web: files, supervised = true, after = [], prepare, argv }: Case,
  client: typeof debianSv,
  finished: Finished,
): Promise<readonly string[]> => {
  const services = temporaryDirectory(finished)
  const web = join(services, 'web')
  const isReady = (): boolean =>
    isUp(statusOf(web)!) && (files?.['run']?.includes('ready') !== true || existsSync(join(web, 'ready')))
  if (files !== undefined) {
    makeService(web, files)
    if (supervised) {
      await startRunsv(web, finished)
      if (files['down'] === undefined) await until(isReady)
    }
  }
  for (const [letter, reached] of after) {
    await debianSv(services, [letter, 'web'])
    await until(() => reached(statusOf(web)!) && (!isUp(statusOf(web)!) || isReady()))
  }
  await prepare?.(web, finished)

  const lines: string[] = []
  for (const line of argv) {
    const words = line.split(' ').map((word) => (word === '""' ? '' : word.replace('SVDIR', services)))
    const { code, stdout } = await client(services, words)
    lines.push(`$ sv ${line}`, masked(stdout, services) + `= ${code}`)
  }
  return lines
}

const masked = (stdout: string, services: string): string =>
  stdout
    .replaceAll(services, 'SVDIR')
    .replace(/\(pid \d+\)/g, '(pid N)')
    .replace(/ \d+s\b/g, ' Ns')

import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deafTo } from '../_kit/deaf.js'
import { control, lines } from '../_kit/observer.js'
import { HAS_RUNIT, runit } from '../_kit/runit.js'
import { type Files, Tree, signal, supervise, until } from '../_kit/supervised.js'
import { type Status } from '../../runtime/supervise/status.js'
import { statusOf } from '../runtime/sv/runit.js'

// What letters come to, under Debian's runit and here; those that do not only send a signal, by the policy runit.

const SIGNALS = ['HUP', 'INT', 'QUIT', 'USR1', 'USR2', 'ALRM', 'CONT', 'WINCH']

/** As much as there is to be done to the service `web` of either. */
interface Side {
  readonly web: string
  /** Waits until its status is so. */
  readonly becomes: (what: string, is: (status: Status) => boolean) => Promise<Status>
  readonly send: (letters: string) => void
  readonly log: () => readonly string[]
}

interface Case {
  readonly is: string
  readonly web: Files
  /** Does something, and says what comes of it: the same under either. */
  readonly see: (side: Side) => Promise<unknown>
  readonly expected: unknown
  /** Of our supervisor. */
  readonly args?: readonly string[]
}

const sideOf = (tree: { path(...parts: string[]): string }): Side => {
  const web = tree.path('web')
  return {
    web,
    becomes: (what, is) =>
      until(`web to be ${what}`, () => {
        const status = statusOf(web)
        return status !== undefined && is(status) && status
      }),
    send: (letters) => control(web, letters),
    log: () => lines(web, 'log'),
  }
}

const isUp = ({ state, pid }: Status): boolean => state === 'run' && pid !== 0
const isDown = ({ state, pid }: Status): boolean => state === 'down' && pid === 0

/** Waits until a run script that is deaf has set its traps; its pid. */
const deaf = async (side: Side): Promise<number> => {
  const { pid } = await side.becomes('up', isUp)
  await until('its traps', () => side.log().includes('ready'))
  return pid
}

/** Waits until everything that was sent before is in the log: a shell goes through its traps by number, WINCH last. */
const heard = async ({ log }: Side, pid: number): Promise<ReadonlySet<string>> => {
  for (const times of [1, 2]) {
    signal(pid, 'SIGWINCH')
    await until('WINCH', () => log().filter((line) => line === 'WINCH').length === times)
  }
  return new Set(log().map((line) => line.replace('./', '')))
}

const SCRIPT = (code: number): string => `#!/bin/sh\necho "$0" >> log\nexit ${code}\n`

const RUNIT = ['--policy', 'runit']

const CASES: readonly Case[] = [
  {
    is: 'c h i q 1 2 a: the signal, to the process',
    web: { run: deafTo(...SIGNALS) },
    see: async (side) => {
      const pid = await deaf(side)
      side.send('chiq12ao') // the status shows o, and then all before it was heard
      await side.becomes('wanted once', ({ want }) => want === 'down')
      return heard(side, pid)
    },
    expected: new Set(['ready', ...SIGNALS]),
  },
  {
    is: 'p and c: paused, and no more',
    web: { run: deafTo('HUP') },
    see: async (side) => {
      const before = await deaf(side)
      side.send('p')
      await side.becomes('paused', ({ paused }) => paused)
      side.send('h')
      side.send('c')
      await side.becomes('no more paused', ({ paused }) => !paused)
      await until('HUP', () => side.log().includes('HUP'))
      const { pid, state, want, gotTerm } = statusOf(side.web)!
      return { isSame: pid === before, state, want, gotTerm }
    },
    expected: { isSame: true, state: 'run', want: 'up', gotTerm: false },
  },
  {
    is: 'control/: a script that ends with 0 takes the place of the signal',
    web: {
      run: deafTo('HUP', 'USR1', 'WINCH'),
      'control/h': SCRIPT(0),
      'control/1': SCRIPT(1),
      'control/p': SCRIPT(0),
    },
    see: async (side) => {
      const pid = await deaf(side)
      side.send('h1p')
      await side.becomes('paused, as far as the script says so', ({ paused }) => paused)
      return heard(side, pid)
    },
    expected: new Set(['ready', 'control/h', 'control/1', 'USR1', 'control/p', 'WINCH']),
  },
  {
    is: 'control/ of a log: none of it is run',
    web: {
      run: '#!/bin/sh\nexec sleep 1000\n',
      'log/run': deafTo('HUP', 'WINCH'),
      'log/control/h': SCRIPT(0),
    },
    see: async ({ web }) => {
      const log = sideOf({ path: () => join(web, 'log') })
      const pid = await deaf(log)
      log.send('ho')
      await log.becomes('wanted once', ({ want }) => want === 'down')
      return heard(log, pid)
    },
    expected: new Set(['ready', 'HUP', 'WINCH']),
  },
  {
    is: 'd: control/t or TERM, CONT, control/d',
    args: RUNIT,
    web: { run: deafTo('TERM', 'CONT', 'WINCH'), 'control/t': SCRIPT(1), 'control/d': SCRIPT(1) },
    see: async (side) => {
      const before = await deaf(side)
      side.send('d')
      await side.becomes('told TERM', ({ want, gotTerm }) => want === 'down' && gotTerm)
      await until('control/d', () => side.log().some((line) => line.endsWith('control/d')))
      const log = await heard(side, before)
      const { pid, state, want } = statusOf(side.web)!
      side.send('k')
      await side.becomes('down', isDown)
      return { log, isSame: pid === before, state, want }
    },
    expected: {
      log: new Set(['ready', 'control/t', 'TERM', 'CONT', 'control/d', 'WINCH']),
      isSame: true,
      state: 'run',
      want: 'down',
    },
  },
  {
    is: 'control/t that sees to it itself; control/u; finish is told how it ended',
    args: RUNIT,
    web: {
      run: '#!/bin/sh\necho run >> log\nexec sleep 1000\n',
      'control/t': '#!/bin/sh\nkill -HUP $(cat supervise/pid)\n',
      'control/u': '#!/bin/sh\necho up >> log\n',
      finish: '#!/bin/sh\necho "$@" >> log\n',
    },
    see: async (side) => {
      await until('a start', () => side.log().includes('run'))
      await side.becomes('up', isUp)
      side.send('t')
      await until('another start', () => side.log().length === 5)
      await side.becomes('up', isUp)
      side.send('d')
      await side.becomes('down', isDown)
      return side.log()
    },
    expected: ['up', 'run', '-1 1', 'up', 'run', '-1 1'],
  },
  {
    is: 'finish is awaited, and told of: its pid, and what is wanted meanwhile',
    args: RUNIT,
    web: { run: '#!/bin/sh\nexit 7\n', finish: '#!/bin/sh\necho "$@" >> log\nread go < go\n', down: '' },
    see: async (side) => {
      execFileSync('mkfifo', [join(side.web, 'go')])
      const go = openSync(join(side.web, 'go'), constants.O_RDWR | constants.O_NONBLOCK)
      try {
        side.send('u')
        const before = await side.becomes('finishing', ({ state, pid }) => state === 'finish' && pid !== 0)
        await until('its words', () => side.log().length === 1)
        side.send('d')
        const { state, pid } = await side.becomes('wanted down', ({ want }) => want === 'down')
        writeSync(go, 'go\n')
        await side.becomes('down', isDown)
        return { log: side.log(), state, isSame: pid === before.pid }
      } finally {
        closeSync(go)
      }
    },
    expected: { log: ['7 0'], state: 'finish', isSame: true },
  },
]

describe.each(CASES)('$is', ({ web, see, expected, args = [] }) => {
  test.skipIf(!HAS_RUNIT)('runit', async () => {
    await using tree = await runit({ web })
    expect(await see(sideOf(tree))).toEqual(expected)
  })

  test('runock', async () => {
    await using tree = await supervise({ web }, ...args)
    expect(await see(sideOf(tree))).toEqual(expected)
  })
})

test('of a service that has left, its files say down, though its finish script runs on', async () => {
  await using tree = await supervise({
    web: { run: '#!/bin/sh\nexec sleep 1000\n', finish: '#!/bin/sh\nexec sleep 1000\n' },
  })
  const side = sideOf(tree)
  await side.becomes('up', isUp)
  side.send('x')
  await side.becomes('down', isDown)
  expect(readFileSync(join(side.web, 'supervise/stat'), 'utf8')).toBe('down\n')
})

test('what a process was sent is told by a supervisor that takes it over, too', async () => {
  await using first = await supervise({ web: { run: deafTo('TERM') } }, ...RUNIT)
  const side = sideOf(first)
  const pid = await deaf(side)
  side.send('t')
  await side.becomes('told TERM', ({ gotTerm }) => gotTerm)
  side.send('p')
  await side.becomes('paused', ({ paused }) => paused)
  await first.end('SIGKILL')
  await using second = new Tree({}, RUNIT, first)
  await second.said(/supervising 1 services/)
  expect(statusOf(side.web)).toMatchObject({ pid, state: 'run', paused: true, gotTerm: true })
})

import { execFileSync } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ANNOUNCED, control, lines } from '../_kit/observer.js'
import { deafTo } from '../_kit/deaf.js'
import { HAS_RUNIT, runit } from '../_kit/runit.js'
import { type Files, SLEEPS, Tree, isAlive, signal, statOf, supervise, until } from '../_kit/supervised.js'
import { makeService } from '../runtime/supervise/service.js'
import { statusOf } from '../runtime/sv/runit.js'

// Where runock differs from runit by design: each row of the README's table is asserted here, and nothing else is.

/** Services under one of the two. */
interface Side {
  readonly stdout: string
  path(...parts: readonly string[]): string
}

interface Difference {
  /** The name of its row in the README. */
  readonly row: string
  readonly what: string
  readonly services: Readonly<Record<string, Files>>
  /** Does the same to either, and says what comes of it; `theirs` is the side of runit. */
  readonly see: (side: Side, theirs: Side) => Promise<unknown>
  readonly runit: unknown
  readonly runock: unknown
  /** What comes of it by the policy runit, where that is asserted. */
  readonly policy?: unknown
}

/** Settled when our side has seen what theirs is to be held against. */
let isSeen: (seen: Promise<unknown>) => void
const seen = new Promise((done) => (isSeen = done))

const DIFFERENCES: readonly Difference[] = [
  {
    row: '`sv down`, `sv restart`',
    what: 'down',
    services: { web: { run: deafTo('TERM', 'CONT') } },
    see: async (side) => {
      const web = side.path('web')
      await written(web, 'log', 1)
      const all = [await pidOf(web), Number(lines(web, 'children')[0])]
      control(web, 'd')
      await until('CONT, or its end, and to be told of', () => {
        const { pid, want } = statusOf(web)!
        return want === 'down' && (lines(web, 'log').includes('CONT') || pid === 0)
      })
      const { want, state } = statusOf(web)!
      return { log: lines(web, 'log'), alive: all.map(isAlive), want, state }
    },
    runit: { log: ['ready', 'TERM', 'CONT'], alive: [true, true], want: 'down', state: 'run' },
    runock: { log: ['ready'], alive: [false, false], want: 'down', state: 'down' },
    policy: { log: ['ready', 'TERM', 'CONT'], alive: [true, true], want: 'down', state: 'run' },
  },
  {
    row: '`sv down`, `sv restart`',
    what: 'restart',
    services: { web: { run: deafTo('TERM', 'CONT') } },
    see: async (side) => {
      const web = side.path('web')
      await written(web, 'log', 1)
      const all = [await pidOf(web), Number(lines(web, 'children')[0])]
      control(web, 'tcu')
      // CONT comes, too; but that the next process may hear
      const look = () => {
        const log = lines(web, 'log')
        return { isTold: log.includes('TERM'), starts: log.filter((line) => line === 'ready').length }
      }
      await until('TERM, or a second start', () => look().isTold || look().starts === 2)
      return { ...look(), alive: all.map(isAlive) }
    },
    runit: { isTold: true, starts: 1, alive: [true, true] },
    runock: { isTold: false, starts: 2, alive: [false, false] },
    policy: { isTold: true, starts: 1, alive: [true, true] },
  },
  {
    row: 'children left behind',
    what: 'by a service that died, seen from its second start',
    services: { web: { run: '#!/bin/sh\nsleep 1000 &\necho $! >> children\nexec sleep 1001\n' } },
    see: async (side) => {
      const web = side.path('web')
      await written(web, 'children', 1)
      signal(await pidOf(web), 'SIGKILL')
      return (await written(web, 'children', 2)).map((pid) => isAlive(Number(pid)))
    },
    runit: [true, true],
    runock: [false, true],
    policy: [false, true],
  },
  {
    row: 'restart',
    what: 'after finish, or beside it',
    services: {
      web: {
        run: '#!/bin/sh\necho run >> log\nexec sleep 1000\n',
        finish: '#!/bin/sh\nread go < go\necho finish >> log\n',
      },
    },
    see: async (side) => {
      const web = side.path('web')
      const letFinish = fifo(side.path('web/go'))
      await written(web, 'log', 1)
      signal(await pidOf(web), 'SIGKILL')
      // As far as it gets while finish is not over: only runit has a state for that.
      await until(
        'finish, or a start',
        () => statusOf(web)!.state === 'finish' || lines(web, 'log').length > 1,
      )
      letFinish()
      return written(web, 'log', 3)
    },
    runit: ['run', 'finish', 'run'],
    runock: ['run', 'run', 'finish'],
    policy: ['run', 'finish', 'run'],
  },
  {
    row: 'restart',
    what: 'more than twice while runit does so once',
    services: { bad: { run: '#!/bin/sh\necho x >> starts\n' } },
    see: async (side, theirs) => {
      const starts = (of: Side) => lines(of.path('bad'), 'starts').length
      await written(side.path('bad'), 'starts', 1)
      const [before, theirsBefore] = [starts(side), starts(theirs)]
      await written(theirs.path('bad'), 'starts', theirsBefore + 3)
      return starts(side) - before > 6
    },
    runit: false,
    runock: true,
    policy: false,
  },
  {
    row: 'a paused service',
    what: 'what stands still, and what is said of it when it is to go down',
    services: { web: { run: deafTo('TERM') } },
    see: async (side, theirs) => {
      const web = side.path('web')
      await written(web, 'log', 1)
      const pid = await pidOf(web)
      const child = Number(lines(web, 'children')[0])
      const isStill = (one: number) => statOf(one).state === 'T'
      control(web, 'p')
      await until('it to be paused', () => isStill(pid) && statusOf(web)!.paused)
      if (side !== theirs) await until('its child, too', () => isStill(child))
      const still = [pid, child].map(isStill)
      control(web, 'd')
      await until('it to be told, or gone', () => statusOf(web)!.gotTerm || statusOf(web)!.pid === 0)
      await until('it to go on, or gone', () => !isAlive(pid) || !isStill(pid))
      const { paused, state } = statusOf(web)!
      return { still, paused, state }
    },
    runit: { still: [true, false], paused: true, state: 'run' },
    runock: { still: [true, true], paused: false, state: 'down' },
    policy: { still: [true, true], paused: false, state: 'run' },
  },
  {
    row: 'processes',
    what: 'supervisors of two services',
    services: { a: { run: SLEEPS }, b: { run: SLEEPS } },
    see: async (side) => {
      const pids = [await pidOf(side.path('a')), await pidOf(side.path('b'))]
      return new Set(pids.map((pid) => statOf(pid).parent)).size
    },
    runit: 2,
    runock: 1,
  },
  {
    row: '`log/finish`',
    what: 'whether it runs, and what it has to read',
    services: {
      web: {
        run: '#!/bin/sh\necho one; echo two\nexec sleep 1000\n',
        'log/run': '#!/bin/sh\nread -r line && echo $line >> ran\n',
        'log/finish': '#!/bin/sh\n(cat; echo over) >> finished\n',
      },
    },
    see: async (side, theirs) => {
      const log = side.path('web/log')
      await written(log, 'ran', 2)
      if (side !== theirs) await written(log, 'finished', 1)
      return { ran: lines(log, 'ran'), finished: lines(log, 'finished').slice(0, 1) }
    },
    runit: { ran: ['one', 'two'], finished: [] },
    runock: { ran: ['one', 'two'], finished: ['over'] },
  },
  {
    row: 'a `log/` that does not end',
    what: 'when its service has left',
    services: { web: { run: SLEEPS, 'log/run': SLEEPS } },
    see: async (side, theirs) => {
      const log = await pidOf(side.path('web/log'))
      control(side.path('web'), 'x')
      await until('its service to be down', () => statusOf(side.path('web'))?.state === 'down')
      if (side !== theirs) isSeen(until('its end', () => !isAlive(log)))
      await seen
      return isAlive(log)
    },
    runit: true,
    runock: false,
  },
]

const KILLED = 'the supervisor killed'

describe('where it differs from runit', () => {
  const titled = DIFFERENCES.map(
    (difference) => [`${difference.row}: ${difference.what}`, difference] as const,
  )

  test.skipIf(!HAS_RUNIT).for(titled)('%s', async ([, { services, see, ...expected }]) => {
    await using theirs = await runit(services)
    await using ours = await supervise({})
    for (const [name, files] of Object.entries(services)) {
      makeService(ours.path(`.${name}`), files)
      renameSync(ours.path(`.${name}`), ours.path(name))
    }
    const [there, here] = await Promise.all([see(theirs, theirs), see(ours, theirs)])
    expect(there).toEqual(expected.runit)
    expect(here).toEqual(expected.runock)
    if (!('policy' in expected)) return
    await using gentle = await supervise(services, '--policy', 'runit')
    expect(await see(gentle, theirs)).toEqual(expected.policy)
  })

  describe(`${KILLED}, and started again`, () => {
    const services = { web: { run: ANNOUNCED } }
    /** Of each start there ever was: does its process live? */
    const alive = (web: string) => lines(web, 'starts').map((pid) => isAlive(Number(pid)))

    test.skipIf(!HAS_RUNIT)('runit: starts a second one beside the first', async () => {
      await using tree = await runit(services)
      const web = tree.path('web')
      const [pid] = await written(web, 'starts', 1)
      signal(statOf(Number(pid)).parent, 'SIGKILL') // the runsv; runsvdir starts it again
      await written(web, 'starts', 2)
      expect(alive(web)).toEqual([true, true])
      expect(existsSync(tree.path('web/twice'))).toBe(true)
    })

    test('runock: takes over, and starts the next one when that has died', async () => {
      await using first = await supervise(services)
      const web = first.path('web')
      await written(web, 'starts', 1)
      const pid = await first.up('web')
      await first.end('SIGKILL')
      await using second = new Tree({}, [], first)
      await second.said(/supervising 1 services/)
      expect(await pidOf(web)).toBe(pid)
      expect(alive(web)).toEqual([true])
      signal(pid, 'SIGKILL')
      await written(web, 'starts', 2)
      expect(alive(web)).toEqual([false, true])
      expect(existsSync(second.path('web/twice'))).toBe(false)
    })
  })

  test('is what the README’s table says: a row for each, and each for a row', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const [, table] = /Where it differs from runit[^\n]*\n\n((?:\|[^\n]*\n)+)/.exec(readme)!
    const rows = table!.trim().split('\n').slice(2) // without its head
    const named = rows.map((row) => row.split('|')[1]!.trim())
    expect(named.sort()).toEqual([...new Set([...DIFFERENCES.map(({ row }) => row), KILLED])].sort())
  })
})

/** Waits until a service's scripts have written so many lines to a file. */
const written = (service: string, file: string, count: number): Promise<readonly string[]> =>
  until(`${count} lines in ${service}/${file}`, () => {
    const all = lines(service, file)
    return all.length >= count && all
  })

/** Waits for a service to run; its pid. */
const pidOf = (service: string): Promise<number> =>
  until(`a pid of ${service}`, () => {
    const status = statusOf(service)
    return status?.state === 'run' && status.pid
  })

/** Makes a FIFO; what is answered writes a line to it, and does not wait for a reader. */
const fifo = (path: string): (() => void) => {
  execFileSync('mkfifo', [path])
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  onTestFinished(() => closeSync(fd))
  return () => void writeSync(fd, 'go\n')
}

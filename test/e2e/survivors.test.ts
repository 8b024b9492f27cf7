import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Status, decodeStatus, encodeStatus } from '../../runtime/supervise/status.js'
import { lastStartOf, lastStartText } from '../../runtime/supervision/survivors/last-start.js'
import { standing as standingBelow } from '../_kit/standing.js'
import { SLEEPS, Tree, isAlive, signal, supervise, until } from '../_kit/supervised.js'

/** Wipes its environment, and then that limit, too, which is the other half of the mark. */
const UNMARKED = '#!/bin/sh\nexec prlimit --locks=unlimited env -i sleep 1000\n'

const standing = (tree: Tree): readonly number[] => standingBelow(tree.directory)

/** At the end of a test none is left, whatever it has come to. */
const cleanUp = (tree: Tree): Disposable => ({
  [Symbol.dispose]: () => {
    for (const pid of standing(tree)) signal(pid, 'SIGKILL')
  },
})

/** Those of the pids in a file, one to a line, that are still processes of the tree. */
const living = (tree: Tree, ...file: readonly string[]): readonly number[] => {
  const path = tree.path(...file)
  const pids = existsSync(path) ? readFileSync(path, 'utf8').split('\n').map(Number) : []
  return standing(tree).filter((pid) => pids.includes(pid))
}

/** The pid that a script has noted in a file. */
const noted = (tree: Tree, ...file: readonly string[]): Promise<number> =>
  until(`${file.join('/')} noted`, () => living(tree, ...file).at(-1))

/** The next supervisor, once the last one has been killed, and something has happened meanwhile. */
const successor = async (
  tree: Tree,
  meanwhile: () => void | Promise<void> = () => {},
  ...args: string[]
): Promise<Tree> => {
  expect(await tree.end('SIGKILL')).toBe('SIGKILL')
  await meanwhile()
  const next = new Tree({}, args, tree)
  await next.said(/supervising \d+ services/)
  return next
}

const UP: Status = { since: 0, pid: 0, paused: false, want: 'up', gotTerm: false, state: 'run' }

const killed = async (pid: number): Promise<void> => {
  signal(pid, 'SIGKILL')
  await until(`${pid} gone`, () => !isAlive(pid))
}

/** It ends in order, and nothing is left. */
const ends = async (tree: Tree): Promise<void> => {
  expect(await tree.end()).toBe(0)
  expect(tree.processes(true)).toEqual([])
  expect(standing(tree)).toEqual([])
}

describe('a service whose process lives is taken over', () => {
  test('by its mark, when nothing was written down', async () => {
    await using first = await supervise({
      web: { run: SLEEPS },
      wiped: { run: '#!/bin/sh\nexec env -i sleep 1000\n' },
    })
    using _ = cleanUp(first)
    const pids = [await first.up('web'), await first.up('wiped')]
    await using second = await successor(first, () => {
      for (const name of ['web', 'wiped']) {
        for (const file of ['status', 'stat', 'pid', 'process']) rmSync(first.path(name, 'supervise', file))
      }
    })
    expect([await second.up('web'), await second.up('wiped')]).toEqual(pids)
    expect(standing(second)).toHaveLength(2)
    expect(lastStartOf(second.path('web'))?.pid).toBe(pids[0]) // from now on it is written down
    await ends(second)
  })

  test('by what was written down, when it has wiped its marks', async () => {
    await using first = await supervise({ web: { run: UNMARKED } })
    using _ = cleanUp(first)
    const pid = await first.up('web')
    await until('wiped', () => !readFileSync(`/proc/${pid}/environ`, 'latin1').includes('RUNOCK'))
    await using second = await successor(first)
    expect(await second.up('web')).toBe(pid)
    expect(standing(second)).toHaveLength(1)
    await killed(pid)
    await second.up('web', pid)
    await ends(second)
  })

  test('and kept as it was wanted, whatever clock its status was written by', async () => {
    await using first = await supervise({ web: { run: SLEEPS }, once: { run: SLEEPS, down: '' } })
    using _ = cleanUp(first)
    first.control('once', 'o')
    const pids = [await first.up('web'), await first.up('once')] as const
    const year = 365 * 86_400_000
    await using second = await successor(first, () => {
      for (const [name, years] of [
        ['web', 1],
        ['once', -1],
      ] as const) {
        const file = first.path(name, 'supervise/status')
        const status = decodeStatus(readFileSync(file))
        if (status._tag === 'Left') throw new Error(status.left)
        writeFileSync(file, encodeStatus({ ...status.right, since: status.right.since + years * year }))
      }
    })
    expect([await second.up('web'), await second.up('once')]).toEqual(pids)
    for (const pid of pids) await killed(pid)
    await second.up('web', pids[0])
    await second.down('once')
    await ends(second)
  })

  test('rather than what left its session, which goes with it in the end', async () => {
    const run = "#!/bin/sh\nsetsid sh -c 'echo $$ > escaped; exec sleep 1000' &\nexec sleep 1001\n"
    await using first = await supervise({ web: { run }, dark: { run } })
    using _ = cleanUp(first)
    const pids = [await first.up('web'), await first.up('dark')]
    const escaped = [await noted(first, 'web/escaped'), await noted(first, 'dark/escaped')]
    await using second = await successor(first, () => rmSync(first.path('dark/supervise/process')))
    expect([await second.up('web'), await second.up('dark')]).toEqual(pids)
    expect(standing(second)).toEqual(expect.arrayContaining([...pids, ...escaped]))
    await ends(second)
  })

  test('though its directory has another name by now', async () => {
    await using first = await supervise({ web: { run: SLEEPS } })
    using _ = cleanUp(first)
    const pid = await first.up('web')
    await using second = await successor(first, () => {
      rmSync(first.path('web/supervise/process'))
      renameSync(first.path('web'), first.path('site'))
    })
    expect(await second.up('site')).toBe(pid)
    await ends(second)
  })
})

describe('of a service whose process is dead', () => {
  test('all that it left is killed, whatever became of it, and it is started anew', async () => {
    await using first = await supervise({
      web: {
        run: `#!/bin/sh
echo $$ >> starts
test -e left && exec sleep 1000
sleep 1001 &
env -i sleep 1002 &
setsid sleep 1003 &
setsid env -i sh -c 'sleep 1004 & sleep 1005' &
echo > left
exec sleep 1006
`,
      },
    })
    using _ = cleanUp(first)
    const pid = await first.up('web')
    await until('its family', () => standing(first).length === 7)
    await using second = await successor(first, () => killed(pid))
    const next = await second.up('web', pid)
    await until('it alone', () => standing(second).join() === String(next))
    expect(second.stderr).toMatch(/web: ended; what it left is killed \(pid \d+(, \d+){5}\)/)
    await ends(second)
  })

  test('none is taken for it that only has its number', async () => {
    await using first = await supervise({ web: { run: SLEEPS } })
    using _ = cleanUp(first)
    const pid = await first.up('web')
    // leads a session, stands in the service's directory, has the service's environment but for the mark
    const innocent = spawn('sleep', ['1000'], { cwd: first.path('web'), detached: true, stdio: 'ignore' })
    const number = innocent.pid!
    await using second = await successor(first, async () => {
      await killed(pid)
      const last = lastStartOf(first.path('web'))!
      writeFileSync(first.path('web/supervise/process'), lastStartText({ ...last, pid: number }))
      writeFileSync(
        first.path('web/supervise/status'),
        encodeStatus({ ...UP, since: Date.now(), pid: number }),
      )
    })
    const next = await second.up('web', number)
    second.control('web', 't')
    await second.up('web', next)
    expect(await second.end()).toBe(0)
    expect(standing(second)).toEqual([number])
    innocent.kill('SIGKILL')
    await until('its end', () => !isAlive(number))
  })

  test('a finish script that still runs is killed', async () => {
    const finish = '#!/bin/sh\ntest -e finished && exit\necho $$ > finished\nsleep 1000 & sleep 1001\n'
    await using first = await supervise({ web: { run: SLEEPS, finish } })
    using _ = cleanUp(first)
    const pid = await first.up('web')
    await killed(pid)
    const script = await noted(first, 'web/finished')
    const next = await first.up('web', pid)
    await using second = await successor(first)
    expect(await second.up('web')).toBe(next)
    await until('it alone', () => standing(second).join() === String(next))
    expect(isAlive(script)).toBe(false)
    await ends(second)
  })
})

test('a supervisor under a supervisor: each knows its own', async () => {
  const program = resolve(import.meta.dirname, '../../.dist/runtime/main.js')
  await using first = await supervise({
    inner: {
      run: `#!/bin/sh
mkdir -p services/web
printf '#!/bin/sh\nexec sleep 1000\n' > services/web/run
chmod +x services/web/run
exec ${process.execPath} ${program} supervise services
`,
    },
  })
  using _ = cleanUp(first)
  const inner = await first.up('inner')
  const web = await first.up('inner/services/web')

  await using second = await successor(first)
  expect(await second.up('inner')).toBe(inner)

  await using third = await successor(second, () => killed(inner))
  await third.up('inner', inner)
  await third.said(new RegExp(`web: still up \\(pid ${web}\\), taken over`))
  expect(standing(third)).toHaveLength(2)
  // the inner one is killed like any service, and is not there to take down what it had taken over
  expect(await third.end()).toBe(0)
  expect(standing(third)).toEqual([web])
})

test('a supervisor that ends lets another be that comes by another directory, and what it has started', async () => {
  const services = { a: { run: SLEEPS }, b: { run: SLEEPS, finish: '#!/bin/sh\nexec sleep 1000\n' } }
  await using first = await supervise(services)
  for (const name of ['a', 'b']) await first.up(name)
  await first.end('SIGKILL')
  await using second = new Tree({}, [], first)
  await second.said(/supervising 2 services/)
  await using third = await supervise({})
  const ended = second.end('SIGTERM')
  await second.said(/taking every service down/)
  for (const name of ['a', 'b']) symlinkSync(first.path(name), third.path(name))
  expect(await ended).toBe(0)
  const pids = [await third.up('a'), await third.up('b')]
  for (const pid of pids) expect(isAlive(pid)).toBe(true)
  expect(third.supervisor.exitCode ?? third.supervisor.signalCode).toBe(null)
  expect(await third.end('SIGTERM')).toBe(0)
  expect([...first.processes(true), ...third.processes(true)]).toEqual([])
})

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SLEEPS, groupOf, isAlive, signal, statOf, supervise, until } from '../_kit/supervised.js'

describe('a service', () => {
  test('is started, and started again when it is killed', async () => {
    await using tree = await supervise({ web: { run: SLEEPS } })
    const first = await tree.up('web')
    signal(first, 'SIGKILL')
    const second = await tree.up('web', first)
    expect(isAlive(first)).toBe(false)
    expect(isAlive(second)).toBe(true)
    await tree.said(/web: killed by signal 9, up \(pid \d+\)/)
  })

  test('runs in its directory, in a session of its own, with our output and environment', async () => {
    await using tree = await supervise({
      web: { run: '#!/bin/sh\necho "out $PWD $RUNOCK_TEST"\necho err >&2\nexec sleep 1000\n' },
    })
    const pid = await tree.up('web')
    expect(statOf(pid)).toMatchObject({ parent: tree.supervisor.pid, group: pid, session: pid })
    await until('its output', () => tree.stdout.includes(`out ${tree.path('web')} ${tree.mark}\n`))
    await until('its errors', () => /^err$/m.test(tree.stderr))
  })

  test('inherits no signal ignored or blocked, and no file of ours', async () => {
    await using tree = await supervise({
      web: {
        run: '#!/bin/sh\ngrep -E "^Sig(Blk|Ign)" /proc/self/status\nls -l /proc/self/fd\necho done\nexec sleep 1000\n',
      },
    })
    await until('its output', () => tree.stdout.includes('done\n'))
    expect(tree.stdout).toMatch(/SigBlk:\t0+\nSigIgn:\t0+\n/)
    expect(tree.stdout).not.toMatch(/supervise|anon_inode/)
  })

  test('with a file `down` is not started, until it is told to be up', async () => {
    await using tree = await supervise({ web: { run: SLEEPS, down: '' } })
    await until('its files', () => existsSync(tree.path('web/supervise/ok')))
    expect(tree.pid('web')).toBeUndefined()
    tree.control('web', 'u')
    await tree.up('web')
  })

  test('goes down and stays down, comes up, is restarted, by letters', async () => {
    await using tree = await supervise({ web: { run: SLEEPS }, other: { run: SLEEPS } })
    const [first, other] = [await tree.up('web'), await tree.up('other')]
    tree.control('web', 'd')
    await tree.down('web')
    expect(isAlive(first)).toBe(false)
    signal(other, 'SIGKILL') // a whole sweep goes by
    await tree.up('other', other)
    expect(tree.pid('web')).toBeUndefined()
    tree.control('web', 'u')
    const second = await tree.up('web')
    tree.control('web', 'tcu')
    const third = await tree.up('web', second)
    expect(isAlive(second)).toBe(false)
    expect(isAlive(third)).toBe(true)
  })

  test('that is run once is not started again', async () => {
    await using tree = await supervise({ web: { run: SLEEPS, down: '' } })
    await until('its files', () => existsSync(tree.path('web/supervise/ok')))
    tree.control('web', 'o')
    signal(await tree.up('web'), 'SIGKILL')
    await tree.down('web')
    await tree.said(/web: killed by signal 9, down/)
  })

  test('takes its whole process group with it, children that ignore signals too', async () => {
    await using tree = await supervise({
      web: {
        run: "#!/bin/sh\ntrap '' TERM HUP INT\n(trap '' TERM HUP INT; sleep 1000) &\n(setsid sleep 1001) &\nsleep 1002 &\nwait\n",
      },
    })
    const pid = await tree.up('web')
    await until('its children', () => groupOf(pid).length >= 3)
    tree.control('web', 'd')
    await tree.down('web')
    expect(groupOf(pid)).toEqual([])
  })

  test('that dies leaves nothing of its group beside its successor', async () => {
    await using tree = await supervise({ web: { run: '#!/bin/sh\nsleep 1000 &\nsleep 1001\n' } })
    const first = await tree.up('web')
    await until('its children', () => groupOf(first).length === 3)
    signal(first, 'SIGKILL')
    await tree.up('web', first)
    expect(groupOf(first)).toEqual([])
  })

  test('has its finish script told how it ended, beside its restart', async () => {
    await using tree = await supervise({
      web: {
        run: '#!/bin/sh\nexec sleep 1000\n',
        finish: '#!/bin/sh\necho "finish $1 $2"\nexec sleep 1001\n',
      },
      code: { run: '#!/bin/sh\nread go < go; exit 7\n', finish: '#!/bin/sh\necho "finish $1 $2"\n', go: '' },
    })
    const first = await tree.up('web')
    signal(first, 'SIGKILL')
    await tree.up('web', first) // though finish never ends
    await until('finish', () => tree.stdout.includes('finish -1 9\n'))
    await until('finish', () => tree.stdout.includes('finish 7 0\n') || tree.stdout.includes('finish 1 0\n'))
  })
})

describe('a tree', () => {
  test('takes up what is added, lets go of what is removed, and passes over what is hidden or no directory', async () => {
    await using tree = await supervise({ one: { run: SLEEPS }, '.hidden': { run: SLEEPS } })
    writeFileSync(tree.path('README'), 'no service')
    const one = await tree.up('one')
    tree.write('two', { run: SLEEPS })
    await tree.up('two')
    renameSync(tree.path('one'), tree.path('.gone'))
    await until('one gone', () => !isAlive(one))
    expect(existsSync(tree.path('.hidden/supervise'))).toBe(false)
    expect(existsSync(tree.path('README/supervise'))).toBe(false)
  })

  test('follows links to service directories, as runit users make them', async () => {
    await using tree = await supervise({})
    tree.write('.elsewhere', { run: SLEEPS })
    symlinkSync('.elsewhere', tree.path('web'))
    const pid = await tree.up('web')
    rmSync(tree.path('web'))
    await until('web gone', () => !isAlive(pid))
  })

  test('starts a directory anew that another one takes the place of', async () => {
    await using tree = await supervise({ web: { run: SLEEPS } })
    const first = await tree.up('web')
    rmSync(tree.path('web'), { recursive: true })
    tree.write('web', { run: SLEEPS })
    const second = await tree.up('web', first)
    await until('the first gone', () => !isAlive(first))
    expect(isAlive(second)).toBe(true)
  })

  test('ends with 0 at SIGTERM, and no process is left', async () => {
    await using tree = await supervise({
      a: { run: SLEEPS },
      b: { run: "#!/bin/sh\ntrap '' TERM\nsleep 1000 & wait\n", finish: '#!/bin/sh\necho bye\n' },
      c: { run: SLEEPS, down: '' },
    })
    await tree.up('a')
    await tree.up('b')
    expect(await tree.end('SIGTERM')).toBe(0)
    expect(tree.processes(true)).toEqual([])
    expect(tree.stdout).toContain('bye\n')
  })

  test('ends at once at the second signal, and no process is left', async () => {
    await using tree = await supervise({
      a: { run: SLEEPS, finish: '#!/bin/sh\necho begun\nexec sleep 1000\n' },
    })
    await tree.up('a')
    tree.supervisor.kill('SIGINT')
    await until('finish', () => tree.stdout.includes('begun'))
    expect(await tree.end('SIGINT')).toBe(0)
    expect(tree.processes(true)).toEqual([])
  })

  test('is not taken by a second supervisor, that comes by another directory', async () => {
    await using tree = await supervise({ web: { run: SLEEPS } })
    const pid = await tree.up('web')
    await using second = await supervise({})
    symlinkSync(tree.path('web'), second.path('web'))
    await second.said(/web: not supervised: .* is held by another supervisor/)
    expect(await second.end()).toBe(0)
    expect(tree.pid('web')).toBe(pid)
    expect(isAlive(pid)).toBe(true)
  })
})

test.each([
  ['at first sight', []],
  ['parsed', ['--policy=sv', '--json']],
])(
  'what writes to its standard output or error waits for whoever reads that: options %s',
  async (_, args) => {
    await using tree = await supervise({ web: { run: SLEEPS } }, ...args)
    const pid = await tree.up('web')
    const O_NONBLOCK = 0o4000
    for (const fd of [1, 2]) {
      const [, flags] = /^flags:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'latin1'))!
      expect(Number.parseInt(flags!, 8) & O_NONBLOCK).toBe(0)
    }
  },
)

describe('a script that cannot run is told of in one clear line', () => {
  const cases: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['no run script', {}, /web: cannot start: .*\/web\/run does not exist/],
    ['not executable', { run: 'echo' }, /web: cannot start: .*\/web\/run is not executable: chmod \+x/],
    [
      'a bad interpreter',
      { run: '#!/no/such/shell\n' },
      /its interpreter \/no\/such\/shell, named in its first line, does not exist/,
    ],
  ]
  test.each(cases)('%s', async (_, files, message) => {
    await using tree = await supervise({ web: files, other: { run: SLEEPS } })
    await tree.said(message)
    const other = await tree.up('other')
    signal(other, 'SIGKILL') // by the time a sweep has looked again, the line still stands there once
    await tree.up('other', other)
    expect(tree.stderr.match(/web: cannot start/g)).toHaveLength(1)
    // mended, it is started without being told to
    writeFileSync(tree.path('web/run.new'), SLEEPS)
    chmodSync(tree.path('web/run.new'), 0o755)
    renameSync(tree.path('web/run.new'), tree.path('web/run'))
    await tree.up('web')
  })

  test('a script without a first line', async () => {
    await using tree = await supervise({ web: {} })
    writeFileSync(tree.path('web/run'), 'echo hello\n', { mode: 0o755 })
    await tree.said(/web\/run is no program and has no interpreter: its first line must be like #!\/bin\/sh/)
  })

  test('one that exits at once does not flood the log, and holds up no other', async () => {
    await using tree = await supervise({
      bad: { run: '#!/bin/sh\necho x >> starts\nexit 3\n' },
      good: { run: SLEEPS },
    })
    const starts = () =>
      existsSync(tree.path('bad/starts')) ? statSync(tree.path('bad/starts')).size / 2 : 0
    await until('100 starts', () => starts() > 100)
    const good = await tree.up('good')
    signal(good, 'SIGKILL')
    await tree.up('good', good)
    expect(tree.stderr.match(/bad: ended with code 3, up/g)).toHaveLength(1)
  })
})

describe('the policy', () => {
  test('is what the formulas say: an edited supervise.nock is run instead', async () => {
    await using tree = await supervise({})
    await tree.end()
    const formulas = join(tree.directory, '.formulas')
    mkdirSync(formulas)
    // observe, and leave it there: nothing is ever started again
    writeFileSync(join(formulas, 'supervise.nock'), 'observe')
    await using edited = await supervise({ web: { run: SLEEPS } }, '--formulas', formulas)
    await until('its files', () => existsSync(edited.path('web/supervise/ok')))
    expect(edited.pid('web')).toBeUndefined()
    edited.control('web', 'u')
    signal(await edited.up('web'), 'SIGKILL')
    await edited.down('web')
    await edited.said(/web: killed by signal 9, down/)
  })

  test('throttled waits a second between starts; a command ends the wait', async () => {
    await using tree = await supervise(
      {
        web: { run: '#!/bin/sh\ndate +%s%N >> starts\nexit 1\n' },
        fast: { run: '#!/bin/sh\necho x >> starts\nexit 1\n', policy: 'sv\n' },
      },
      '--policy',
      'throttled',
    )
    const starts = (name: string) => readFileSync(tree.path(name, 'starts'), 'latin1').trim().split('\n')
    await until('three starts', () => existsSync(tree.path('web/starts')) && starts('web').length >= 3)
    const [a, b, c] = starts('web').map((line) => Number(line) / 1e6)
    // far from at once; not a second sharp, as each script says late that it has started
    expect(b! - a!).toBeGreaterThanOrEqual(500)
    expect(c! - b!).toBeGreaterThanOrEqual(500)
    expect(starts('fast').length).toBeGreaterThan(20) // its file `policy` says sv
    tree.control('web', 'd')
    // the letter may come before the third one has ended
    await tree.said(/web: (ended with code 1|killed by signal 9), down/)
  })

  test('that does not exist is refused; a file `policy` that names none is told of', async () => {
    await using tree = await supervise({ web: { run: SLEEPS, policy: 'nonsense' } })
    await tree.said(/web\/policy: there is no formula nonsense.nock; the tree's policy holds for it/)
    await tree.up('web')
  })
})

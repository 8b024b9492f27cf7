import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HAS_RUNIT } from '../_kit/runit.js'
import { SLEEPS, Tree, isAlive, signal, supervise, until } from '../_kit/supervised.js'
import { temporaryDirectory } from '../runtime/supervise/service.js'
import { statusOf } from '../runtime/sv/runit.js'

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

const LINES = 300

/**
 * Writes numbered lines, and dies by SIGKILL after every thirteenth; but not from 90 to 150, where it writes on until it
 * is told to go on.
 */
const COUNTS = `#!/bin/sh
n=$(cat n)
while test $n -lt ${LINES}; do
  n=$((n + 1)); echo $n; echo $n > n
  test $n = 150 && until test -e go; do sleep 0.01; done
  test $n -lt 90 -o $n -gt 150 && test $((n % 13)) = 0 && kill -9 $$
done
exec sleep 1000
`

/** Keeps lines, and dies by SIGKILL after every tenth; but with its supervisor after the hundredth, and then no more. */
const KEEPS = `#!/bin/sh
while read -r n; do
  echo $n >> lines
  case $n in
    100) kill -9 $PPID $$ ;;
    ?7 | 7) kill -9 $$ ;;
  esac
done
`

const linesOf = (tree: Tree, ...file: readonly string[]): readonly string[] => {
  const path = tree.path(...file)
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}

const successor = async (tree: Tree): Promise<Tree> => {
  const next = new Tree({}, [], tree)
  await next.said(/supervising 1 services/)
  return next
}

test('service, log and supervisor die again and again: each line arrives once, in order', async () => {
  await using first = await supervise({
    web: { run: COUNTS, n: '0', 'log/run': KEEPS, 'log/finish': '#!/bin/sh\ncat >> eaten\n' },
  })
  const kept = (): readonly string[] => linesOf(first, 'web/log/lines')
  const keeps = (count: number): Promise<unknown> => until(`${count} lines`, () => kept().length >= count)

  await until('its end', () => first.supervisor.signalCode === 'SIGKILL')
  // nobody reads, and nobody dies of it
  await until('150 lines written', () => readFileSync(first.path('web/n'), 'utf8').trim() === '150')
  let tree = await successor(first)
  writeFileSync(tree.path('web/go'), '')
  for (const count of [180, 240]) {
    await keeps(count)
    await tree.end('SIGKILL')
    tree = await successor(first)
  }
  await keeps(LINES)
  expect(kept().map(Number)).toEqual(Array.from({ length: LINES }, (_, i) => i + 1))
  expect(linesOf(first, 'web/log/eaten')).toEqual([])
  expect(await tree.end()).toBe(0)
  expect(tree.processes(true)).toEqual([])
})

describe('a log', () => {
  test('is taken over with its service, and neither notices', async () => {
    const run = '#!/bin/sh\nuntil test -e go; do sleep 0.01; done\necho hello\nexec sleep 1000\n'
    await using first = await supervise({ web: { run, 'log/run': '#!/bin/sh\nexec cat >> lines\n' } })
    const pids = [await first.up('web'), await first.up('web/log')]
    await first.end('SIGKILL')
    await using second = await successor(first)
    expect(second.stderr).toMatch(/web\/log: still up \(pid \d+\), taken over/)
    expect([await second.up('web'), await second.up('web/log')]).toEqual(pids)
    writeFileSync(first.path('web/go'), '')
    await until('hello', () => linesOf(first, 'web/log/lines').length > 0)
    expect(linesOf(first, 'web/log/lines')).toEqual(['hello'])
    expect(await second.end()).toBe(0)
    expect(second.processes(true)).toEqual([])
  })

  test('reads what is left before it goes with its service; no letter of its own makes it go', async () => {
    const slow = '#!/bin/sh\nuntil test -e go; do sleep 0.01; done\ncat >> lines\necho end >> lines\n'
    const run = '#!/bin/sh\nseq 1000\necho bad >&2\ntouch written\nexec sleep 1000\n'
    const journal = join(temporaryDirectory(), 'journal')
    await using tree = await supervise(
      { web: { run, finish: '#!/bin/sh\necho bye\n', 'log/run': slow } },
      '--journal',
      journal,
    )
    await until('what it writes', () => existsSync(tree.path('web/written')))
    tree.control('web/log', 'x')
    tree.control('web', 'x')
    await tree.down('web')
    const log = await tree.up('web/log')
    writeFileSync(tree.path('web/log/go'), '')
    await until('its end', () => !isAlive(log))
    const lines = Array.from({ length: 1000 }, (_, i) => String(i + 1))
    expect(linesOf(tree, 'web/log/lines')).toEqual([...lines, 'bye', 'end'])
    await until('nobody there', () => statusOf(tree.path('web'))?.want === 'down')
    await until('standard error, as ever', () => tree.stderr.includes('bad'))
    expect(tree.stdout).toBe('')
    expect(await tree.end()).toBe(0)
    // its decisions are made again as any others
    const replayed = execFileSync(process.execPath, [PROGRAM, 'replay', journal], { encoding: 'utf8' })
    expect(replayed).toMatch(/web\/log +│ +\d+ │ +1 │ +1 │ +0 │/)
  })

  test('that does not end by itself is killed', async () => {
    await using tree = await supervise({ web: { run: SLEEPS, 'log/run': SLEEPS } })
    await tree.up('web')
    await tree.up('web/log')
    expect(await tree.end()).toBe(0)
    expect(tree.stderr).toMatch(/web\/log: killed by signal 9, down/)
    expect(tree.processes(true)).toEqual([])
  })

  test('may come later, and be made anew', async () => {
    const run = '#!/bin/sh\necho start\nexec sleep 1000\n'
    await using tree = await supervise({ web: { run } })
    const pid = await tree.up('web')
    await until('its line', () => tree.stdout === 'start\n')
    const log = { run: '#!/bin/sh\nexec cat >> lines\n' }
    tree.write('later', { ...log, down: '' })
    renameSync(tree.path('later'), tree.path('web/log'))
    rmSync(tree.path('web/log/down'))
    tree.control('web', 't')
    await tree.up('web', pid)
    await until('its line', () => linesOf(tree, 'web/log/lines').length > 0)
    const first = await tree.up('web/log')

    tree.write('.next', log)
    renameSync(tree.path('web/log'), tree.path('web/old'))
    renameSync(tree.path('.next'), tree.path('web/log'))
    await tree.up('web/log', first)
    signal(await tree.up('web'), 'SIGKILL')
    await until('its line', () => linesOf(tree, 'web/log/lines').length > 0)
    expect([linesOf(tree, 'web/old/lines'), linesOf(tree, 'web/log/lines'), tree.stdout]).toEqual([
      ['start'],
      ['start'],
      'start\n',
    ])
    expect(await tree.end()).toBe(0)
  })

  test('is decided on as its service is, unless it names a policy', async () => {
    const formulas = temporaryDirectory()
    writeFileSync(join(formulas, 'quiet.nock'), '[[%supervise %keep [0 1]] sv]') // starts nothing
    await using tree = await supervise(
      {
        web: { run: SLEEPS, policy: 'quiet', 'log/run': SLEEPS },
        api: { run: SLEEPS, policy: 'quiet', 'log/run': SLEEPS, 'log/policy': 'sv' },
      },
      '--formulas',
      formulas,
    )
    await tree.up('api/log')
    expect([tree.pid('web'), tree.pid('web/log'), tree.pid('api')]).toEqual([undefined, undefined, undefined])
    tree.control('web/log', 'u')
    await tree.up('web/log')
  })
})

describe.skipIf(!HAS_RUNIT)('with Debian’s programs', () => {
  test('svlogd keeps what the service writes, and sv tells of both', async () => {
    const run = '#!/bin/sh\necho hello\nexec sleep 1000\n'
    const log = '#!/bin/sh\nmkdir -p main\nexec svlogd -tt ./main\n'
    await using tree = await supervise({ web: { run, 'log/run': log } })
    const [web, svlogd] = [await tree.up('web'), await tree.up('web/log')]
    await until('hello', () => linesOf(tree, 'web/log/main/current').some((line) => line.endsWith(' hello')))
    const status = execFileSync('sv', ['status', tree.path('web')], { encoding: 'utf8' })
    expect(status).toMatch(
      new RegExp(`^run: .*/web: \\(pid ${web}\\) \\d+s; run: log: \\(pid ${svlogd}\\) \\d+s\\n$`),
    )
    execFileSync('sv', ['-w', '20', 'shutdown', tree.path('web')])
    expect([web, svlogd].map(isAlive)).toEqual([false, false])
  })
})

import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { announcements } from '../_kit/announcements.js'
import { chaos } from '../_kit/chaos.js'
import { figuresText } from '../_kit/chaos-figures.js'
import { ChaosTree } from '../_kit/chaos-tree.js'
import { wallClock } from '../_kit/clock.js'
import { journaled, spawnAnswers, timesOf } from '../_kit/journaled.js'
import { AS_NOBODY, limit } from '../_kit/limits.js'
import { PidNamespace } from '../_kit/pid-namespace.js'
import { replayFault } from '../_kit/replays.js'
import { chaosSeed } from '../_kit/seed.js'
import { standsIn } from '../_kit/standing.js'
import { SLEEPS, isAlive, signal, until } from '../_kit/supervised.js'

/** Stands elsewhere than in its directory. */
const ELSEWHERE = '#!/bin/sh\ncd /\nexec sleep 1000\n'

/** Ends the supervisor, and sees that it leaves no process, and a journal that can be made again. */
const endsWell = async (tree: ChaosTree): Promise<void> => {
  expect(await tree.end('SIGTERM')).toBe(0)
  expect(tree.processes()).toEqual([])
  expect(journaled(tree.journal)).toMatchObject({ lost: 0, damage: undefined })
  expect(replayFault(tree.journal)).toBeUndefined()
}

/** Kills the processes of services, and waits for the next ones. */
const killed = (tree: ChaosTree, ...names: readonly string[]): Promise<readonly number[]> =>
  Promise.all(
    names.map(async (name) => {
      const before = await tree.up(name)
      signal(before, 'SIGKILL')
      return tree.up(name, before)
    }),
  )

test(
  'chaos: kills, stops, spoilt scripts, and supervisors that are killed',
  { timeout: 120_000 },
  async () => {
    const seed = chaosSeed()
    const figures = await chaos(8, seed)
    console.log(figuresText(figures))
    const { duplicates, orphans, lost, wrong } = figures
    expect({ duplicates, orphans, lost, wrong }).toEqual({ duplicates: [], orphans: [], lost: [], wrong: [] })
    expect(figures.starts).toBeGreaterThan(figures.services)
  },
)

test.concurrent('a full disk keeps nobody from being restarted; when there is room again, nothing is missing', async () => {
  await using tree = new ChaosTree('512k')
  const pipe = join(tree.root, 'announcements')
  const started: string[] = []
  const listening = announcements(pipe, (line) => started.push(line))
  tree.afterwards(() => listening.close())
  const run = (name: string) => `#!/bin/sh\necho "${name} $$" > ${pipe}\nexec sleep 1000\n`
  const names = ['a', 'b', 'c']
  for (const name of names) tree.write(name, { run: run(name) })
  const newcomer = join(tree.root, 'aside', 'd')
  mkdirSync(newcomer)
  writeFileSync(join(newcomer, 'run'), run('d'), { mode: 0o755 })
  await tree.start()
  await Promise.all(names.map((name) => tree.up(name)))

  const filler = join(tree.root, 'filler')
  expect(() => writeFileSync(filler, Buffer.alloc(2 ** 20))).toThrow('ENOSPC')
  for (let round = 0; round < 20; round++) {
    for (const name of names) {
      const count = started.length
      signal(Number(started.findLast((line) => line.startsWith(name))!.slice(2)), 'SIGKILL')
      await until(`${name} started again`, () => started.slice(count).some((line) => line.startsWith(name)))
    }
  }
  renameSync(newcomer, tree.path('d'))
  await until('d started', () => started.some((line) => line.startsWith('d')))
  await tree.said(/the journal: it cannot be written now: out of disk space/)
  await tree.said(/d: .*out of disk space/)

  rmSync(filler)
  for (const name of [...names, 'd']) {
    const last = started.findLast((line) => line.startsWith(name))
    await until(`the status of ${name}`, () => `${name} ${tree.pid(name)}` === last)
  }
  await tree.said(/the journal: it is written again/)
  await endsWell(tree)
  const { processes } = journaled(tree.journal)
  expect(started.filter((one) => !processes.has(one))).toEqual([])
  expect(started.length).toBeGreaterThanOrEqual(64)
})

test.concurrent('out of descriptors nothing that runs is lost, and all starts when there are some again', async () => {
  await using tree = new ChaosTree()
  for (const name of ['kept', 'taken', 'struck']) tree.write(name, { run: SLEEPS })
  await tree.start()
  const taken = await tree.up('taken')
  await tree.end('SIGKILL')
  await tree.start() // one that it took over is looked at by other means than its own children
  const [kept = 0] = await killed(tree, 'kept')
  const struck = await tree.up('struck')

  const lift = limit(tree.reign.pid(), 'nofile', 3)
  signal(struck, 'SIGKILL')
  tree.write('new', { run: SLEEPS })
  await tree.said(/what runs goes on/)
  await until('three vain starts', () => spawnAnswers(tree.journal, 'struck').length > 4)
  expect([kept, taken].filter(isAlive)).toEqual([kept, taken])
  lift()
  await tree.up('struck', struck)
  await tree.up('new')
  expect([await tree.up('kept'), await tree.up('taken')]).toEqual([kept, taken])
  await endsWell(tree)
})

test.concurrent('out of processes, what cannot be started is started when it can', async () => {
  await using tree = new ChaosTree()
  for (const name of ['kept', 'struck']) tree.write(name, { run: SLEEPS })
  // root is held by no such limit; nobody has to find the way here
  chmodSync(tree.root, 0o755)
  await tree.start({ through: AS_NOBODY })
  const kept = await tree.up('kept')
  const struck = await tree.up('struck')

  const lift = limit(tree.reign.pid(), 'nproc', 1, AS_NOBODY)
  signal(struck, 'SIGKILL')
  await tree.said(/struck.*no more processes are allowed/)
  const vain = () => spawnAnswers(tree.journal, 'struck').filter((pid) => pid === 0)
  await until('three vain starts', () => vain().length >= 3)
  expect(tree.pid('struck')).toBeUndefined()
  lift()
  await tree.up('struck', struck)
  expect(await tree.up('kept')).toBe(kept)
  await endsWell(tree)
})

test.concurrent('a wall clock that jumps keeps nothing from being restarted, or taken over', async () => {
  await using tree = new ChaosTree()
  const clock = wallClock(join(tree.root, 'clock'))
  tree.write('here', { run: SLEEPS, finish: '#!/bin/sh\necho x >> finished\n' })
  tree.write('elsewhere', { run: ELSEWHERE })
  tree.write('throttled', { run: SLEEPS, policy: 'throttled\n' })
  const names = ['here', 'elsewhere', 'throttled']
  await tree.start({ env: clock.env })
  for (const hours of [-1, 24]) {
    clock.set(hours * 3600)
    const before = await killed(tree, ...names)
    await tree.end('SIGKILL')
    clock.set(0)
    await tree.start({ env: clock.env })
    expect(await Promise.all(names.map((name) => tree.up(name)))).toEqual(before)
    await killed(tree, ...names)
  }
  await endsWell(tree)
  // it did see the clock jump
  const hours = timesOf(tree.journal).map((time) => Math.round((Date.parse(time) - Date.now()) / 3_600_000))
  expect(new Set(hours)).toEqual(new Set([0, -1, 24]))
})

test.concurrent('a monotonic clock that is another one for the successor makes no second copy', async () => {
  await using tree = new ChaosTree()
  tree.write('web', {
    run: '#!/bin/sh\nexec 9> lock\nflock -n 9 || echo twice >> doubled\nexec sleep 1000\n',
  })
  for (const days of [0, 30, 1]) {
    const seconds = String(days * 86_400)
    const time = ['--time', '--monotonic', seconds, '--boottime', seconds]
    await tree.start({ under: ['unshare', ...time, '--fork', '--kill-child'] })
    const pid = await tree.up('web')
    signal(pid, 'SIGKILL')
    const next = await tree.up('web', pid)
    const standing = tree.processes().filter((one) => standsIn(one) === tree.path('web'))
    expect(standing).toEqual([next])
    await tree.end('SIGKILL')
  }
  await tree.start()
  await endsWell(tree)
  expect(existsSync(tree.path('web', 'doubled'))).toBe(false)
})

for (const [where, directory] of [
  ['elsewhere', () => '/'],
  ["in the service's directory", (tree: ChaosTree) => tree.path('web')],
] as const) {
  test.concurrent(`a process that only has an old service's pid is never killed, a session leader ${where}`, async () => {
    await using tree = new ChaosTree()
    await using space = await PidNamespace.open()
    tree.write('web', { run: SLEEPS })
    await tree.start({ under: space.enter })
    const inside = await until('web up', () => tree.pid('web'))
    const web = await until('its process', () => space.outside(inside))
    await tree.end('SIGKILL')
    signal(web, 'SIGKILL')
    await until('web gone', () => !isAlive(web))
    const innocent = await space.startAs(inside, `cd ${directory(tree)} && exec sleep 1000`)

    await tree.start({ under: space.enter })
    let now = await until('web up again', () => tree.pid('web'))
    expect(now).not.toBe(inside)
    for (const letters of ['t', 't', 'du']) {
      const before = now
      tree.control('web', letters)
      now = await until('web restarted', () => tree.pid('web') !== before && tree.pid('web'))
    }
    await endsWell(tree)
    expect(isAlive(innocent)).toBe(true)
  })
}

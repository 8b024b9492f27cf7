import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { ChaosTree } from '../_kit/chaos-tree.js'
import { PidNamespace } from '../_kit/pid-namespace.js'
import { SLEEPS, isAlive, signal, statOf, until } from '../_kit/supervised.js'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']

/** Does something while the supervisor stands still, which hears of all of it at once afterwards. */
const meanwhile = async (tree: ChaosTree, act: () => Promise<void>): Promise<void> => {
  // what has entered the namespace for it stands still with it
  const both = [tree.reign.supervisor.pid!, tree.reign.pid()]
  process.kill(both[1]!, 'SIGSTOP')
  await until('the supervisor standing still', () => both.every((pid) => statOf(pid).state === 'T'))
  await act()
  for (const pid of both) process.kill(pid, 'SIGCONT')
}

const killed = async (pid: number): Promise<void> => {
  signal(pid, 'SIGKILL')
  await until('its death', () => !isAlive(pid))
}

/** The next process is to have this number, if it is free. */
const nextPid = (space: PidNamespace, pid: number): void => {
  const [program, ...args] = space.enter
  execFileSync(program!, [...args, 'sh', '-c', `echo ${pid - 1} > /proc/sys/kernel/ns_last_pid`])
}

/** Every service has a process, and none of them is another's. */
const allUp = async (tree: ChaosTree, space: PidNamespace): Promise<readonly number[]> =>
  until('each of them up, with a process of its own', () => {
    const pids = NAMES.flatMap((name) => tree.pid(name) ?? [])
    const isTrue = pids.every((pid) => space.outside(pid) !== undefined)
    return isTrue && new Set(pids).size === NAMES.length && pids
  })

const outside = (space: PidNamespace, pid: number): Promise<number> =>
  until(`the process ${pid}`, () => space.outside(pid))

test('a service whose dead process has its number given to another, before it is looked at, is started', async () => {
  await using tree = new ChaosTree()
  await using space = await PidNamespace.open()
  for (const name of NAMES) tree.write(name, { run: SLEEPS })
  await tree.start({ under: space.enter })
  for (let round = 0; round < 3; round++) {
    const before = await allUp(tree, space)
    // who was started first is started again first, and by then nobody has the number of the last one
    const last = Math.max(...before)
    await meanwhile(tree, async () => {
      for (const pid of before) await killed(await outside(space, pid))
      nextPid(space, last)
    })
    await until('new ones', () => NAMES.every((name) => !before.includes(tree.pid(name) ?? last)))
    const now = await allUp(tree, space)
    // so the number was given, and not kept
    expect(now.some((pid) => pid > last && pid <= last + NAMES.length + 1)).toBe(true)
  }
  expect(await tree.end('SIGTERM')).toBe(0)
  expect(tree.processes()).toEqual([])
})

test('a service that was down while its old number became another one’s is started, and each is killed for itself', async () => {
  await using tree = new ChaosTree()
  await using space = await PidNamespace.open()
  for (const name of NAMES) tree.write(name, { run: SLEEPS })
  await tree.start({ under: space.enter })
  await allUp(tree, space)
  const old = tree.pid('a')!
  tree.control('a', 'd')
  await until('a down', () => tree.pid('a') === undefined)
  const b = tree.pid('b')!
  await meanwhile(tree, async () => {
    await killed(await outside(space, b))
    nextPid(space, old)
  })
  const next = await until('b again', () => tree.pid('b') !== b && tree.pid('b'))
  tree.control('a', 'u')
  const now = await until('a up', () => tree.pid('a'))
  expect(now).not.toBe(next)
  tree.control('a', 'd')
  await until('a down', () => tree.pid('a') === undefined)
  expect(space.outside(next)).toBeDefined()
  expect(await tree.end('SIGTERM')).toBe(0)
  expect(tree.processes()).toEqual([])
})

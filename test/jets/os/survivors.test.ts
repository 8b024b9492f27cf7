import { spawn } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Death, Processes, portableLauncher, statOf } from '../../../jets/index.js'
import { type Leftovers } from '../../../jets/os/processes.js'
import { groupOf, signal, until } from '../../_kit/supervised.js'
import { killAll } from '../../../runtime/tree/strays.js'

let processes: Processes
let strangers: number[]

beforeEach(() => {
  processes = new Processes(portableLauncher())
  strangers = []
})

afterEach(() => {
  processes.close()
  for (const pid of strangers) signal(-pid, 'SIGKILL')
})

/** A group that `processes` did not start, by the script of its leader. */
const stranger = (script: string): number => {
  const { pid } = spawn('/bin/sh', ['-c', script], { detached: true, stdio: 'ignore' })
  strangers.push(pid!)
  return pid!
}

const adopt = (pid: number, started: number): Death[] => {
  const deaths: Death[] = []
  processes.adopt(pid, started, (death) => void deaths.push(death))
  return deaths
}

const killed = (pid: number): Promise<boolean> =>
  new Promise((done) => {
    const now = processes.kill(pid, 9, () => done(true))
    if (now !== undefined) done(now)
  })

test('one that is taken over is alive until it dies, and nobody knows how it ended', async () => {
  const pid = stranger('sleep 1000; exit 0')
  const deaths = adopt(pid, statOf(pid)!.started)
  expect(processes.isAlive(pid)).toBe(true)
  expect(processes.pids()).toEqual([pid])
  signal(pid, 'SIGKILL')
  await until('its death', () => !processes.isAlive(pid))
  expect(deaths).toEqual([{ code: -1, signal: 0 }])
})

test('it is killed with its group, also when its leader is dead', async () => {
  const pid = stranger('sleep 1000 & sleep 1001 & wait')
  adopt(pid, statOf(pid)!.started)
  await until('its children', () => groupOf(pid).length === 3)
  signal(pid, 'SIGKILL')
  await until('its death', () => !processes.isAlive(pid))
  expect(await killed(pid)).toBe(true)
  expect(groupOf(pid)).toEqual([])
  expect(processes.pids()).toEqual([])
})

test('who only has its number is not it: neither alive nor signalled', async () => {
  const pid = stranger('sleep 1000 & sleep 1001; exit 0')
  await until('its children', () => groupOf(pid).length === 3)
  for (const ask of [
    () => expect(processes.isAlive(pid)).toBe(false),
    () => expect(processes.kill(pid, 9, () => {})).toBe(true),
    () => expect(processes.pids()).toEqual([]),
    () => expect(killAll(processes)).toBe(false),
  ]) {
    adopt(pid, statOf(pid)!.started - 1)
    ask()
    expect(groupOf(pid)).toHaveLength(3)
  }
})

/** What is left is gone by the second look. */
class Stubborn implements Leftovers {
  readonly pid = 5_000_001
  readonly signals: number[] = []
  kill(number: number): number {
    this.signals.push(number)
    return 0
  }

  isGone(): boolean {
    return this.signals.length > 1
  }
}

test('leftovers are no living process, and are killed until nothing is left', async () => {
  const leftovers = new Stubborn()
  processes.adoptLeftovers(leftovers)
  expect(processes.isAlive(leftovers.pid)).toBe(false)
  expect(processes.pids()).toEqual([leftovers.pid])
  expect(await killed(leftovers.pid)).toBe(true)
  expect(leftovers.signals).toEqual([9, 9])
  expect(processes.pids()).toEqual([])
})

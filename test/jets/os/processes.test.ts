import { spawn as spawnChild } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Death,
  type Launcher,
  Processes,
  loadLibc,
  nativeLauncher,
  portableLauncher,
} from '../../../jets/index.js'
import { MARK } from '../../../jets/os/launcher.js'
import { groupOf, isAlive, statOf, until } from '../../_kit/supervised.js'
import { killAll } from '../../../runtime/tree/strays.js'

const libc = loadLibc()!

const launchers: readonly (readonly [string, () => Launcher])[] = [
  ['native', () => nativeLauncher(libc)],
  ['portable', portableLauncher],
]

describe.each(launchers)('processes, %s', (_, make) => {
  let directory: string
  let processes: Processes

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'runock-'))
    processes = new Processes(make())
  })

  afterEach(() => {
    killAll(processes)
    processes.close()
    rmSync(directory, { recursive: true })
  })

  /** Starts a shell script; its pid, and what became of it. */
  const start = (script: string): { pid: number; deaths: Death[] } => {
    const deaths: Death[] = []
    const { pid } = processes.launch(
      { program: '/bin/sh', args: ['sh', '-c', script], directory },
      (death) => void deaths.push(death),
    )
    expect(pid).toBeGreaterThan(0)
    return { pid, deaths }
  }

  const killed = (pid: number, signal: number): Promise<boolean> =>
    new Promise((done) => {
      const now = processes.kill(pid, signal, () => done(true))
      if (now !== undefined) done(now)
    })

  test('are the leaders of sessions of their own', async () => {
    const { pid } = start('sleep 1000')
    await until('its session', () => statOf(pid).session === pid)
    expect(statOf(pid)).toMatchObject({ group: pid, parent: process.pid })
    expect(await killed(pid, 9)).toBe(true)
  })

  test('read and write what they are given, both ends of it where they write', async () => {
    const [input, output, errors] = ['input', 'output', 'errors'].map((name) => join(directory, name))
    for (const [path, text] of [
      [input!, 'hello\n'],
      [output!, ''],
      [errors!, ''],
    ] as const)
      writeFileSync(path, text)
    const args = ['sh', '-c', 'cat; echo bad >&2; cat <&1; cat <&2; sleep 1000']
    const streams = { input, output, errors }
    const { pid } = processes.launch({ program: '/bin/sh', args, directory, ...streams }, () => {})
    await until('what it writes', () => readFileSync(errors!, 'utf8') !== '')
    expect([output!, errors!].map((path) => readFileSync(path, 'utf8'))).toEqual(['hello\n', 'bad\n'])
    expect(await killed(pid, 9)).toBe(true)
  })

  test('bear their mark, and so does what they start', async () => {
    const mark = { text: '1:2:3:run:4', number: (0x52n << 56n) + 4n }
    const args = ['sh', '-c', 'sleep 1000 & exec env -i sleep 1001']
    const { pid } = processes.launch({ program: '/bin/sh', args, directory, mark }, () => {})
    await until('its child', () => groupOf(pid).length === 2)
    const child = groupOf(pid).find((one) => one !== pid)!
    const environment = (of: number): readonly string[] =>
      readFileSync(`/proc/${of}/environ`, 'latin1').split('\0').filter(Boolean)
    await until('it is wiped', () => environment(pid).length === 0)
    expect(environment(child).filter((one) => one.startsWith(MARK))).toEqual([`${MARK}=${mark.text}`])
    const limits = [pid, child].map((of) => readFileSync(`/proc/${of}/limits`, 'latin1'))
    const ours = readFileSync('/proc/self/limits', 'latin1')
    const limit = (text: string): string | undefined => /^Max file locks +(\w+)/m.exec(text)?.[1]
    const expected = make === portableLauncher ? limit(ours) : String(mark.number)
    expect(limits.map(limit)).toEqual([expected, expected])
    expect(limit(ours)).not.toBe(String(mark.number)) // it was only lent
    expect(await killed(pid, 9)).toBe(true)
  })

  test('tell how they ended', async () => {
    const code = start('exit 3')
    await until('its death', () => code.deaths.length > 0)
    expect(code.deaths).toEqual([{ code: 3, signal: 0 }])
    const signal = start('kill -15 $$')
    await until('its death', () => signal.deaths.length > 0)
    expect(signal.deaths).toEqual([{ code: -1, signal: 15 }])
  })

  test('that do not start say so', () => {
    const { pid, errno } = processes.launch(
      { program: './nothing', args: ['./nothing'], directory },
      () => {},
    )
    expect(pid).toBe(0)
    expect(errno).toBe(make === portableLauncher ? 0 : 2) // ENOENT, where the system can tell
    expect(processes.pids()).toEqual([])
  })

  test('are alive until they die, and nobody else is', async () => {
    const { pid } = start('sleep 1000')
    expect(processes.isAlive(pid)).toBe(true)
    expect(processes.isAlive(process.pid)).toBe(false) // a living process, but not one that we started
    expect(processes.isAlive(2 ** 22 + 1)).toBe(false)
    expect(await killed(pid, 9)).toBe(true)
    expect(processes.isAlive(pid)).toBe(false)
  })

  test('get a signal themselves, and STOP and CONT with their whole group', async () => {
    const { pid, deaths } = start('sleep 1000 & exec sleep 1001')
    await until('its child', () => groupOf(pid).length === 2)
    const child = groupOf(pid).find((one) => one !== pid)!
    const states = (): string => [pid, child].map((one) => statOf(one).state).join('')
    expect(processes.send(pid, 19)).toBe(true)
    await until('both stop', () => states() === 'TT')
    expect(processes.send(pid, 18)).toBe(true)
    await until('both go on', () => states() === 'SS')
    expect(processes.send(pid, 15)).toBe(true)
    await until('its death', () => deaths.length > 0)
    expect(deaths).toEqual([{ code: -1, signal: 15 }])
    expect(isAlive(child)).toBe(true)
    expect(processes.send(pid, 15)).toBe(false)
    expect(processes.send(process.pid, 18)).toBe(false) // not one that we started
    expect(await killed(pid, 9)).toBe(true)
  })

  test('die as whole groups, and the answer comes when nothing is left', async () => {
    const { pid } = start("trap '' TERM; (trap '' TERM; sleep 1000) & sleep 1001 & wait")
    await until('its children', () => groupOf(pid).length >= 3)
    expect(await killed(pid, 9)).toBe(true)
    expect(groupOf(pid)).toEqual([])
  })

  test('of which the leader is dead can still be killed', async () => {
    const { pid, deaths } = start('sleep 1000 & exit 0')
    await until('its death', () => deaths.length > 0)
    expect(processes.isAlive(pid)).toBe(false)
    expect(groupOf(pid)).toHaveLength(1)
    expect(await killed(pid, 9)).toBe(true)
    expect(groupOf(pid)).toEqual([])
  })

  test('a signal that does not kill leaves the answer to come', async () => {
    const { pid } = start('trap "" TERM; sleep 1000')
    await until('its child', () => groupOf(pid).length === 2)
    let gone = false
    expect(processes.kill(pid, 23, () => (gone = true))).toBeUndefined() // SIGURG: nobody minds
    expect(gone).toBe(false)
    expect(await killed(pid, 9)).toBe(true)
    expect(gone).toBe(true)
  })

  test('that we did not start are never signalled', async () => {
    const stranger = spawnChild('sleep', ['1000'], { detached: true, stdio: 'ignore' })
    const pid = stranger.pid!
    expect(await killed(pid, 9)).toBe(true) // nothing of ours is left of it
    expect(isAlive(pid)).toBe(true)
    stranger.kill('SIGKILL')
    // whoever reaps it
    await until('its end', () => !isAlive(pid))
  })
})

test.each([
  ['a zombie is not alive, and is noticed before the system tells of it', false],
  ['likewise when all are looked at', true],
])('%s', (_, together) => {
  const launcher = nativeLauncher(libc)
  // nobody listens for deaths: as if the signal had not come yet
  const processes = new Processes({ ...launcher, onDeath: () => () => {} })
  const deaths: Death[] = []
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  writeFileSync(join(directory, 'run'), '#!/bin/sh\nexit 5\n', { mode: 0o755 })
  const { pid } = processes.launch(
    { program: './run', args: ['./run'], directory },
    (death) => void deaths.push(death),
  )
  while (statOf(pid).state !== 'Z') {
    // it ends by itself
  }
  expect(libc.kill(pid, 0)).toBe(0) // the system would say that it is there
  let alive: boolean | undefined
  const look = () => void (alive = processes.isAlive(pid))
  if (together) processes.lookAtAll(look)
  else look()
  expect(alive).toBe(false)
  expect(deaths).toEqual([{ code: 5, signal: 0 }])
  processes.close()
  rmSync(directory, { recursive: true })
})

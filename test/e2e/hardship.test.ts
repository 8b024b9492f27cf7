import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SLEEPS, Tree, groupOf, isAlive, signal, supervise, until } from '../_kit/supervised.js'

/** A service with a group of ten to kill. */
const SLOW = `#!/bin/sh
for i in 1 2 3 4 5 6 7 8 9; do sleep 1000 & done
sleep 1001
`

describe('the end', () => {
  test('is not put off by letters that come meanwhile', async () => {
    await using tree = await supervise({ web: { run: SLOW } })
    await tree.up('web')
    tree.supervisor.kill('SIGTERM')
    const letters = setInterval(() => {
      try {
        tree.control('web', 'tcu')
      } catch {
        // it has gone
      }
    }, 1)
    expect(await tree.end('SIGTERM')).toBe(0)
    clearInterval(letters)
    expect(tree.processes(true)).toEqual([])
  })

  test('takes along what left its process group', async () => {
    await using tree = await supervise({ web: { run: '#!/bin/sh\nsetsid sleep 1000 &\nexec sleep 1001\n' } })
    await tree.up('web')
    await until('both', () => tree.processes().length === 3)
    expect(await tree.end('SIGTERM')).toBe(0)
    expect(tree.processes(true)).toEqual([])
  })

  test('when forced does not wait for a finish script that was only just started', async () => {
    await using tree = await supervise({ web: { run: SLEEPS, finish: '#!/bin/sh\nexec sleep 1000\n' } })
    await tree.up('web')
    tree.supervisor.kill('SIGTERM')
    expect(await tree.end('SIGINT')).toBe(0)
    expect(tree.processes(true)).toEqual([])
  })
})

test('signals that mean nothing to it do not end it, nor open a debugger; SIGQUIT ends it in order', async () => {
  await using tree = await supervise({ web: { run: SLEEPS } })
  const pid = await tree.up('web')
  tree.supervisor.kill('SIGUSR1')
  tree.supervisor.kill('SIGUSR2')
  signal(pid, 'SIGKILL')
  await tree.up('web', pid)
  expect(tree.stderr).not.toMatch(/debugger/i)
  expect(await tree.end('SIGQUIT')).toBe(0)
  expect(tree.processes(true)).toEqual([])
})

test('what somebody removes from supervise/ is made anew', async () => {
  await using tree = await supervise({ web: { run: SLEEPS } })
  const pid = await tree.up('web')
  rmSync(tree.path('web/supervise/ok'))
  rmSync(tree.path('web/supervise/control'))
  await until(
    'both',
    () => existsSync(tree.path('web/supervise/ok')) && existsSync(tree.path('web/supervise/control')),
  )
  tree.control('web', 't')
  await tree.up('web', pid)
})

test('a policy that fails after it has spawned never has two processes', async () => {
  const formulas = mkdtempSync(join(tmpdir(), 'runock-'))
  afterAll(() => rmSync(formulas, { recursive: true }))
  writeFileSync(join(formulas, 'supervise.nock'), '[7 observe 7 start [0 0]]')
  await using tree = await supervise(
    { web: { run: '#!/bin/sh\necho x >> starts\nexec sleep 1000\n' } },
    '--formulas',
    formulas,
  )
  await tree.said(/web: nothing decided: the policy's formula for %supervise failed: rule 0/)
  // two more sweeps: an added service is looked at only after them
  for (const name of ['two', 'three']) {
    tree.write(name, { run: SLEEPS, policy: 'nonsense' })
    await tree.said(new RegExp(`${name}/policy`))
  }
  expect(tree.processes().filter((pid) => groupOf(pid).length > 0).length).toBeLessThanOrEqual(4)
  expect(await tree.end('SIGTERM')).toBe(0)
  expect(tree.processes(true)).toEqual([])
})

test('restarts one on the heels of another come to an end, however slowly groups die', async () => {
  await using tree = await supervise({ web: { run: SLOW } })
  const first = await tree.up('web')
  for (let i = 0; i < 20; i++) {
    tree.control('web', 'tttt')
    await new Promise(setImmediate)
  }
  await tree.up('web', first)
  tree.control('web', 'd')
  await tree.down('web')
  expect(await tree.end('SIGTERM')).toBe(0)
  expect(tree.processes(true)).toEqual([])
})

test('a supervisor that is killed, and started again, takes over what still runs, and starts what does not', async () => {
  const services = {
    a: { run: SLEEPS },
    b: { run: '#!/bin/sh\ncd /\nexec sleep 1000\n' },
    c: { run: SLEEPS },
  }
  await using first = await supervise(services)
  const [a, b, c] = [await first.up('a'), await first.up('b'), await first.up('c')]
  expect(await first.end('SIGKILL')).toBe('SIGKILL')
  signal(c, 'SIGKILL')
  await until('c gone', () => !isAlive(c))

  await using second = new Tree({}, [], first)
  await second.said(/supervising 3 services/)
  expect(await second.up('c', c)).not.toBe(c)
  expect(second.pid('a')).toBe(a)
  expect(second.pid('b')).toBe(b)
  expect(second.processes().length).toBe(1 + 3) // none is doubled
  // what was taken over is supervised like any other
  signal(a, 'SIGKILL')
  await second.up('a', a)
  second.control('b', 'd')
  await second.down('b')
  expect(isAlive(b)).toBe(false)
  expect(await second.end('SIGTERM')).toBe(0)
  expect(second.processes(true)).toEqual([])
})

import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isAlive, signal, supervise, until } from '../_kit/supervised.js'

/** A shell and its child, which both hold a lock while they live; who finds it taken notes that there are two. */
const ALONE = `#!/bin/sh
exec 9> lock
flock -n 9 || echo twice >> doubled
sleep 1000
`

const SERVICES = 100
const KILLS = 1000

test(`${KILLS} random kill -9 over ${SERVICES} services: all up at the end, none ever twice, nothing left`, async () => {
  const names = Array.from({ length: SERVICES }, (_, i) => `s${i}`)
  await using tree = await supervise(Object.fromEntries(names.map((name) => [name, { run: ALONE }])))
  for (const name of names) await tree.up(name)

  const killed = new Set<number>()
  while (killed.size < KILLS) {
    const pid = tree.pid(names[Math.floor(Math.random() * SERVICES)]!)
    if (pid === undefined || killed.has(pid)) await new Promise(setImmediate)
    else {
      signal(pid, 'SIGKILL')
      killed.add(pid)
    }
  }

  await until('all up again', () => names.every((name) => isAlive(tree.pid(name) ?? 0)))
  expect(names.filter((name) => existsSync(tree.path(name, 'doubled')))).toEqual([])
  // the supervisor, and two for each service; no zombie
  await until('nothing else', () => tree.processes(true).length === 1 + 2 * SERVICES)
  expect(await tree.end()).toBe(0)
  expect(tree.processes(true)).toEqual([])
}, 120_000)

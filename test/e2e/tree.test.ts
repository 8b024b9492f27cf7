import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { standing } from '../_kit/standing.js'
import { type Files, Tree, groupOf, isAlive, signal, supervise, until } from '../_kit/supervised.js'

/** Starts what leaves its group: by setsid, as a daemon, and as a daemon without its environment. */
const LEAVES = `#!/bin/sh
for old in $(cat strays 2> /dev/null); do test -e /proc/$old/cwd && echo $old >> beside; done
: > strays
setsid sh -c 'echo $$ >> strays; exec sleep 1000' &
setsid sh -c 'sh -c "echo \\$\\$ >> strays; exec sleep 1001" &'
env -i setsid sh -c 'sh -c "echo \\$\\$ >> strays; exec sleep 1002" &'
exec sleep 1003
`

const TREE: Files = { run: LEAVES, policy: 'tree\n' }

/** The pids of all that left the group, once they have said so. */
const strays = (tree: Tree, name: string): Promise<readonly number[]> =>
  until(`what left ${name}`, () => {
    const path = tree.path(name, 'strays')
    const pids = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1).map(Number) : []
    return pids.length === 3 && pids
  })

/** A service that is up, with all that came of it. */
const whole = async (tree: Tree, name: string, before?: number): Promise<readonly number[]> => {
  const pid = await tree.up(name, before)
  await until('its process', () => groupOf(pid).length === 1)
  return [pid, ...(await strays(tree, name))]
}

const living = (pids: readonly number[]): readonly number[] => pids.filter(isAlive)

test('what left the group goes with the service, under the policy tree and no other', async () => {
  await using tree = await supervise({ web: TREE, other: { run: LEAVES } })
  const other = await whole(tree, 'other')
  const web = await whole(tree, 'web')

  tree.control('web', 'd')
  await tree.down('web')
  expect(living(web)).toEqual([])
  tree.control('web', 'u')
  const again = await whole(tree, 'web')

  signal(again[0]!, 'SIGKILL')
  const third = await whole(tree, 'web', again[0])
  expect(living(again)).toEqual([])
  tree.control('web', 't')
  await whole(tree, 'web', third[0])
  expect(living(third)).toEqual([])
  expect(existsSync(tree.path('web/beside'))).toBe(false)

  expect(living(other)).toEqual(other)
  tree.control('other', 'd')
  await tree.down('other')
  expect(living(other)).toEqual(other.slice(1))
  expect(await tree.end()).toBe(0)
  expect(standing(tree.directory)).toEqual([])
})

test('also what an earlier supervisor has started, and what wiped both marks but has its parent', async () => {
  const run = `#!/bin/sh
sh -c 'prlimit --locks=unlimited env -i setsid sh -c "echo \\$\\$ > wiped; exec sleep 1000" & wait' &
exec sleep 1001
`
  await using first = await supervise({ web: TREE, wiped: { run, policy: 'tree\n' } })
  const web = await whole(first, 'web')
  const pid = await first.up('wiped')
  const wiped = await until('wiped', () => {
    const path = first.path('wiped/wiped')
    return existsSync(path) && Number(readFileSync(path, 'utf8'))
  })
  await first.end('SIGKILL')
  await using tree = new Tree({}, [], first)
  await tree.said(/supervising 2 services/)
  expect(await tree.up('web')).toBe(web[0])
  for (const name of ['web', 'wiped']) {
    tree.control(name, 'd')
    await tree.down(name)
  }
  expect(living([...web, pid, wiped])).toEqual([])
  expect(await tree.end()).toBe(0)
  expect(standing(tree.directory)).toEqual([])
})

test('a supervisor among the services goes with all that it supervises', async () => {
  const program = resolve(import.meta.dirname, '../../.dist/runtime/main.js')
  const run = `#!/bin/sh
mkdir -p services/web
printf '#!/bin/sh\\nexec sleep 1000\\n' > services/web/run
chmod +x services/web/run
exec ${process.execPath} ${program} supervise services
`
  await using tree = await supervise({ inner: { run, policy: 'tree\n' } })
  const inner = await tree.up('inner')
  const web = await tree.up('inner/services/web')
  tree.control('inner', 'd')
  await tree.down('inner')
  expect(living([inner, web])).toEqual([])
  expect(await tree.end()).toBe(0)
  expect(standing(tree.directory)).toEqual([])
})

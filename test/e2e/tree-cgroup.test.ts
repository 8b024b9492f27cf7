import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cgroupDirectory, cgroupMount } from '../../runtime/supervision/trees/cgroup-mount.js'
import { standing } from '../_kit/standing.js'
import { type Files, Tree, isAlive, signal, supervise, until } from '../_kit/supervised.js'

/** The directory of a process's cgroup, where there is cgroup v2. */
const cgroupOf = (pid: number | 'self'): string | undefined => {
  const mount = cgroupMount(readFileSync('/proc/self/mountinfo', 'utf8'))
  return mount && cgroupDirectory(mount, readFileSync(`/proc/${pid}/cgroup`, 'utf8'))
}

const own = cgroupOf('self')

/** May cgroups be made here, and gone into? */
const isWritable = (): boolean => {
  if (own === undefined) return false
  const mine = join(own, `runock-test-${process.pid}`)
  try {
    mkdirSync(mine)
    try {
      writeFileSync(join(mine, 'cgroup.procs'), '0')
      writeFileSync(join(own, 'cgroup.procs'), '0')
    } finally {
      rmdirSync(mine)
    }
    return true
  } catch {
    return false
  }
}

/** Starts a daemon of which neither marks nor descent tell; but the test's own mark stays. */
const DAEMON = `#!/bin/sh
prlimit --locks=unlimited env -i RUNOCK_TEST=$RUNOCK_TEST setsid sh -c 'sh -c "echo \\$\\$ > daemon; exec sleep 1000" &'
exec sleep 1001
`

const WEB: Files = { run: DAEMON, policy: 'tree\n' }

/** The service's process and its daemon, which is nobody's child; others than before. */
const whole = async (
  tree: Tree,
  before: readonly number[] = [],
): Promise<readonly [pid: number, daemon: number]> =>
  until('the service and its daemon', () => {
    const pid = tree.pid('web')
    const path = tree.path('web/daemon')
    const daemon = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
    if (pid === undefined || daemon === 0 || [pid, daemon].some((one) => before.includes(one))) return false
    return isAlive(pid) && isAlive(daemon) && [pid, daemon]
  })

const living = (pids: readonly number[]): readonly number[] => pids.filter(isAlive)

test.skipIf(!isWritable())('what nothing but its cgroup tells of goes with the service', async () => {
  await using tree = await supervise({ web: WEB, other: { run: '#!/bin/sh\nexec sleep 1000\n' } })
  const web = await whole(tree)
  const cgroup = cgroupOf(web[0])!
  expect(cgroupOf(web[1])).toBe(cgroup)
  expect(cgroup.startsWith(join(own!, 'runock-'))).toBe(true)
  expect(cgroupOf(tree.supervisor.pid!)).toBe(own)
  expect(cgroupOf(await tree.up('other'))).toBe(own)

  signal(web[0], 'SIGKILL')
  const again = await whole(tree, web)
  expect(living(web)).toEqual([])
  expect(cgroupOf(again[0])).toBe(cgroup)

  const inner = join(cgroup, 'inner')
  mkdirSync(inner)
  writeFileSync(join(inner, 'cgroup.procs'), `${again[1]}`)
  tree.control('web', 'd')
  await tree.down('web')
  expect(living(again)).toEqual([])
  expect(existsSync(cgroup)).toBe(false)
  expect(cgroupOf(tree.supervisor.pid!)).toBe(own)

  // one that cannot start
  writeFileSync(tree.path('web/run'), '#!/nowhere/sh\n')
  tree.control('web', 'o')
  await tree.said(/web: cannot start/)
  await until('the way back', () => cgroupOf(tree.supervisor.pid!) === own && !existsSync(cgroup))
  expect(await tree.end()).toBe(0)
  expect(standing(tree.directory)).toEqual([])
})

test.skipIf(!isWritable())('also when its supervisor was killed, and even its own process', async () => {
  await using first = await supervise({ web: WEB })
  const web = await whole(first)
  const cgroup = cgroupOf(web[0])!
  await first.end('SIGKILL')
  await using second = new Tree({}, [], first)
  expect(await second.up('web')).toBe(web[0])
  await second.said(/supervising 1 service/)
  await second.end('SIGKILL')
  signal(web[0], 'SIGKILL')
  await until('its process dead', () => !isAlive(web[0]))
  expect(isAlive(web[1])).toBe(true)

  await using third = new Tree({}, [], first)
  const again = await whole(third, web)
  expect(living(web)).toEqual([])
  third.control('web', 'd')
  await third.down('web')
  expect(living(again)).toEqual([])
  expect(await third.end()).toBe(0)
  expect(existsSync(cgroup)).toBe(false)
  expect(standing(third.directory)).toEqual([])
})

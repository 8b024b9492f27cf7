import { expect, test } from 'vitest'
import { cgroupDirectory, cgroupMount } from '../../../../runtime/supervision/trees/cgroup-mount.js'

const V1 = '32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime shared:9 - cgroup cgroup rw,cpu\n'

test('cgroup v2 is found alone, beside version 1, and in a container', () => {
  const alone = '30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n'
  expect(cgroupMount(alone)).toEqual({ path: '/sys/fs/cgroup', root: '/' })
  const beside = '38 31 0:31 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n'
  expect(cgroupMount(V1 + beside)).toEqual({ path: '/sys/fs/cgroup/unified', root: '/' })
  const inside = '38 31 0:31 /box/7 /my\\040cgroups ro,nosuid master:4 - cgroup2 none ro\n'
  expect(cgroupMount(V1 + inside)).toEqual({ path: '/my cgroups', root: '/box/7' })
})

test('without it there is none', () => {
  expect(cgroupMount(V1)).toBeUndefined()
  expect(cgroupMount('')).toBeUndefined()
})

test('the directory of a process’s cgroup', () => {
  const whole = { path: '/sys/fs/cgroup', root: '/' }
  expect(cgroupDirectory(whole, '0::/\n')).toBe('/sys/fs/cgroup')
  expect(cgroupDirectory(whole, '2:cpu:/a\n0::/user.slice/my:own\n')).toBe('/sys/fs/cgroup/user.slice/my:own')
  const part = { path: '/cg', root: '/box/7' }
  expect(cgroupDirectory(part, '0::/box/7\n')).toBe('/cg')
  expect(cgroupDirectory(part, '0::/box/7/web\n')).toBe('/cg/web')
})

test('what the mount does not show has none, nor has who is in no cgroup of version 2', () => {
  const part = { path: '/cg', root: '/box/7' }
  for (const cgroup of ['/', '/box', '/box/77', '/../other']) {
    expect(cgroupDirectory(part, `0::${cgroup}\n`)).toBeUndefined()
  }
  const whole = { path: '/cg', root: '/' }
  for (const text of ['0::/../other\n', '0::/gone (deleted)\n', '1:cpu:/a\n', '']) {
    expect(cgroupDirectory(whole, text)).toBeUndefined()
  }
})

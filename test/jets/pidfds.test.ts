import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadLibc } from '../../jets/index.js'
import { until } from '../_kit/supervised.js'

test('who has ended is told until its descriptor is closed, and nobody else', async () => {
  const libc = loadLibc()!
  const [one, other] = [1, 2].map(() => spawn('sleep', ['1000'], { stdio: 'ignore' }))
  const fds = [one!, other!].map(({ pid }) => libc.openPidfd(pid!))
  expect(fds.every((fd) => fd >= 0)).toBe(true)
  expect(libc.ended()).toEqual([])
  one!.kill('SIGKILL')
  await until('its end', () => libc.ended().length > 0)
  expect(loadLibc()!.ended()).toEqual([fds[0]])
  closeSync(fds[0]!)
  expect(libc.ended()).toEqual([])
  other!.kill('SIGKILL')
  await until('its end', () => libc.ended().includes(fds[1]!))
  closeSync(fds[1]!)
})

test('of a process that there is not there is none', () => {
  expect(loadLibc()!.openPidfd(2 ** 22 + 1)).toBe(-1)
})

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SLEEPS, type Tree, isAlive, supervise, until } from '../_kit/supervised.js'

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')
const DEBIAN = '/usr/bin/sv'

/** What a client prints and ends with, pids and seconds masked. */
interface Said {
  readonly text: string
  readonly code: number
}

type Client = (tree: Tree, ...args: string[]) => Promise<Said>

const run =
  (program: string, ...first: string[]): Client =>
  (tree, ...args) =>
    new Promise((done) => {
      const env = { ...process.env, SVDIR: tree.directory }
      execFile(program, [...first, ...args], { env, timeout: 30_000 }, (error, stdout, stderr) =>
        done({
          text: (stdout + stderr)
            .replaceAll(tree.directory, 'DIR')
            .replace(/pid \d+/g, 'pid N')
            .replace(/\d+s/g, 'Ns'),
          code: typeof error?.code === 'number' ? error.code : 0,
        }),
      )
    })

const clients: readonly (readonly [string, Client])[] = [
  ['runock sv', run(process.execPath, PROGRAM, 'sv')],
  ["Debian's sv", run(DEBIAN)],
]

describe.each(clients.filter(([name]) => name === 'runock sv' || existsSync(DEBIAN)))('%s', (_, sv) => {
  test('up, down, restart, once, status, check and exit on a running supervisor', async () => {
    await using tree = await supervise({
      web: { run: SLEEPS },
      sick: { run: SLEEPS, check: '#!/bin/sh\nexit 1\n' },
      well: { run: SLEEPS, check: '#!/bin/sh\nexit 0\n' },
    })
    const first = await tree.up('web')
    await tree.up('sick')
    await tree.up('well')
    expect(await sv(tree, 'status', 'web')).toEqual({ text: 'run: web: (pid N) Ns\n', code: 0 })
    expect(await sv(tree, '-v', 'down', 'web')).toEqual({ text: 'ok: down: web: Ns, normally up\n', code: 0 })
    expect(isAlive(first)).toBe(false)
    expect(await sv(tree, 'status', 'web')).toEqual({ text: 'down: web: Ns, normally up\n', code: 0 })
    expect(await sv(tree, '-v', 'up', 'web')).toEqual({ text: 'ok: run: web: (pid N) Ns\n', code: 0 })
    const second = await tree.up('web')
    expect(await sv(tree, '-v', 'restart', 'web')).toEqual({ text: 'ok: run: web: (pid N) Ns\n', code: 0 })
    const third = await tree.up('web', second)
    expect(isAlive(second)).toBe(false)
    expect(isAlive(third)).toBe(true)
    expect(await sv(tree, '-w', '1', 'check', 'well')).toEqual({
      text: 'ok: run: well: (pid N) Ns\n',
      code: 0,
    })
    expect(await sv(tree, '-w', '1', 'check', 'sick')).toEqual({
      text: 'timeout: run: sick: (pid N) Ns\n',
      code: 1,
    })
    expect(await sv(tree, 'once', 'web')).toEqual({ text: '', code: 0 })
    expect((await sv(tree, 'status', 'web', 'well')).code).toBe(0)
    expect((await sv(tree, '-v', 'exit', 'web')).code).toBe(0)
    await until('web gone', () => !isAlive(third))
    expect((await sv(tree, 'status', 'web')).text).toContain('web: runsv not running')
    expect(await sv(tree, 'status', 'none')).toEqual({
      text: expect.stringContaining('unable to change to service directory: file does not exist') as string,
      code: 1,
    })
  })
})

test('runock sv status tells of every service, and as JSON', async () => {
  await using tree = await supervise({ a: { run: SLEEPS }, b: { run: SLEEPS, down: '' } })
  const pid = await tree.up('a')
  await until('b is there', () => existsSync(tree.path('b/supervise/ok')))
  const [, sv] = clients[0]!
  expect(await sv(tree, 'status')).toEqual({ text: 'run: a: (pid N) Ns\ndown: b: Ns\n', code: 0 })
  const { text } = await sv(tree, '--json', 'status')
  expect(JSON.parse(text)).toMatchObject([
    { service: 'a', state: 'run', pid, want: 'up' },
    { service: 'b', state: 'down', want: 'down' },
  ])
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SLEEPS, Tree, supervise } from '../_kit/supervised.js'

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

/** What a second supervisor says, and its exit code. */
const second = async (directory: string): Promise<{ code: number; stderr: string }> => {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, 'supervise', directory], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, stderr }
}

test('a second supervisor is refused, by whatever path it comes, and told who has the directory', async () => {
  await using tree = await supervise({ web: { run: SLEEPS } })
  const aside = mkdtempSync(join(tmpdir(), 'runock-'))
  afterAll(() => rmSync(aside, { recursive: true }))
  const link = join(aside, 'link')
  symlinkSync(tree.directory, link)
  const web = await tree.up('web')
  for (const path of [tree.directory, relative(process.cwd(), tree.directory), `${link}/`]) {
    const { code, stderr } = await second(path)
    expect(code).toBe(111)
    expect(stderr).toBe(
      `runock supervise: ${resolve(path)} is supervised by another supervisor (pid ${tree.supervisor.pid}): end that one first\n`,
    )
  }
  expect(tree.pid('web')).toBe(web)
  expect(await tree.end()).toBe(0)
})

test('the directory is free again once its supervisor is killed, though its services live', async () => {
  await using first = await supervise({ web: { run: SLEEPS } })
  const web = await first.up('web')
  await first.end('SIGKILL')
  await using next = new Tree({}, [], first)
  await next.said(/supervising 1 services/)
  expect(await next.up('web')).toBe(web)
  expect(await next.end()).toBe(0)
})

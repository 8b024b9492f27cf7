import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadCourse } from '../../runtime/lesson/course.js'
import { runLive } from '../../runtime/lesson/live.js'

const MAIN = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

const loaded = loadCourse()
const lessons = loaded._tag === 'Right' ? loaded.right.lessons : []

test.each(lessons.filter(({ live }) => live !== undefined))(
  '$name: its solution keeps a real service',
  async ({ live, solution }) => {
    const said: string[] = []
    expect(await runLive(live!, solution, (line) => said.push(line))).toEqual({
      _tag: 'Right',
      right: undefined,
    })
    expect(said.map((line) => line.replaceAll(/\d+/g, 'N').replaceAll(/ +/g, ' '))).toEqual(
      expect.arrayContaining([
        `runock supervise, with your ${live!.as}.nock, on a service web`,
        'sv up web ok: run: web: (pid N) Ns',
        'sv down web ok: down: web: Ns, normally up',
        'kill -N N and it runs again, as N',
      ]),
    )
    const pids = said.flatMap((line) => /(?:pid |as )(\d+)/.exec(line)?.[1] ?? [])
    for (const pid of pids) expect(isWeb(Number(pid))).toBe(false)
  },
  120_000,
)

/** Whether a process is a lesson's service. */
const isWeb = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('1000000')
  } catch {
    return false
  }
}

test('--watch checks at each save, and goes on when it is passed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  const child = spawn(process.execPath, [MAIN, 'lesson', 'check', '--watch', '--dir', directory])
  try {
    let said = ''
    const listeners = new Set<() => void>()
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      for (const listener of listeners) listener()
    })
    const until = (words: string) =>
      new Promise<void>((done) => {
        const look = () => {
          if (!said.includes(words)) return
          listeners.delete(look)
          done()
        }
        listeners.add(look)
        look()
      })
    await until('nouns: not yet')
    writeFileSync(join(directory, '01-nouns.nock'), '[3 1 2]\n')
    await until('head first, tail last')
    writeFileSync(join(directory, '01-nouns.nock'), '[[1 2] 3]\n')
    await until('nouns: passed')
    await until('cords: not yet')
  } finally {
    const ended = new Promise((over) => child.once('close', over))
    child.kill('SIGTERM')
    await ended
    rmSync(directory, { recursive: true })
  }
})

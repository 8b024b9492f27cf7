import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../runtime/lesson/check.js'
import { type Course, loadCourse } from '../../runtime/lesson/course.js'
import { Desk } from '../../runtime/lesson/desk.js'

const MAIN = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

const loaded = loadCourse()
const course = loaded._tag === 'Right' ? loaded.right : ({ lessons: [] } as unknown as Course)

test('the repaired policy, all of it the learner’s, keeps a real service; the lessons before run what there is of it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  try {
    const desk = new Desk(course, directory, () => {})
    const taken: string[] = []
    for (const lesson of course.lessons.filter(({ live }) => live !== undefined)) {
      const { passed, live } = await check(desk, lesson, lesson.solution)
      expect(passed).toBe(true)
      writeFileSync(desk.file(lesson), lesson.solution)
      taken.push(lesson.live!.as)
      const shown = live.map((line) => line.replaceAll(/\d+/g, 'N').replaceAll(/ +/g, ' '))
      expect(shown[0]).toBe(`runock supervise, with your ${taken.join(', ')}, on a service web`)
      expect(shown).toEqual(
        expect.arrayContaining([
          'sv up web ok: run: web: (pid N) Ns',
          'sv down web ok: down: web: Ns, normally up',
          'kill -N N and it runs again, as N',
        ]),
      )
      const pids = live.flatMap((line) => /(?:pid |as )(\d+)/.exec(line)?.[1] ?? [])
      for (const pid of pids) expect(isWeb(Number(pid))).toBe(false)
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}, 240_000)

/** Whether a process is a lesson's service. */
const isWeb = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('1000000')
  } catch {
    return false
  }
}

/** `runock lesson`, and a wait for what it prints. */
const lessonProcess = (words: readonly string[], temporary?: string) => {
  const env = temporary === undefined ? process.env : { ...process.env, TMPDIR: temporary }
  const child = spawn(process.execPath, [MAIN, 'lesson', ...words], { env })
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
  const ended = new Promise((over) => child.once('close', (code, signal) => over(signal ?? code)))
  return { child, until, ended }
}

test('who interrupts a live check leaves no supervisor behind', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  try {
    const answers = join(directory, 'answers')
    const temporary = join(directory, 'temporary')
    mkdirSync(temporary)
    const lesson = course.lessons.find(({ name }) => name === 'spec-stop')!
    const desk = new Desk(course, answers, () => {})
    desk.start(lesson)
    writeFileSync(desk.file(lesson), lesson.solution)
    const { child, until, ended } = lessonProcess(['check', 'spec-stop', '--dir', answers], temporary)
    await until('runock supervise, with your stop')
    child.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
    expect(readdirSync(temporary)).toEqual([])
  } finally {
    rmSync(directory, { recursive: true })
  }
})

test('--watch checks at each save, and goes on when it is passed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  const { child, until, ended } = lessonProcess(['check', '--watch', '--dir', directory])
  try {
    await until('nouns: not yet')
    writeFileSync(join(directory, '01-nouns.nock'), '[3 1 2]\n')
    await until('head first, tail last')
    writeFileSync(join(directory, '01-nouns.nock'), '[[1 2] 3]\n')
    await until('nouns: passed')
    await until('cords: not yet')
  } finally {
    child.kill('SIGTERM')
    await ended
    rmSync(directory, { recursive: true })
  }
})

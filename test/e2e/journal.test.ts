import { execFileSync } from 'node:child_process'
import { mkdtempSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { journalFiles } from '../../runtime/journal/files.js'
import { type Line } from '../../runtime/journal/line.js'
import { readJournal } from '../../runtime/journal/read.js'
import { serviceOf } from '../../runtime/supervision/service.js'
import { SLEEPS, Tree, isAlive, signal, supervise, until } from '../_kit/supervised.js'
import { temporary } from '../_kit/temporary.js'

const root = temporary()
const newFile = () => join(mkdtempSync(join(root, 'j-')), 'decisions.jsonl')

/** The whole lines so far; one that is being written is no damage. */
const linesOf = (file: string): Line[] =>
  [...readJournal(journalFiles(file))].flatMap((read) => {
    if (read._tag === 'Damaged') throw new Error(`${read.place.file}:${read.place.line}: ${read.message}`)
    return read._tag === 'Line' ? [read.line] : []
  })

/** The pids that services came up with, in order, by the decisions and by what was taken over. */
const pidsIn = (file: string): number[] =>
  linesOf(file).flatMap((line) => {
    const noun =
      line.line === 'service' && line.why === 'adopted'
        ? line.noun
        : line.line === 'decision' && typeof line.product === 'object'
          ? line.product.tail
          : 0
    const service = serviceOf(noun)
    return service?.state === 1 ? [service.pid] : []
  })

test('every start is in it, over the lives of three supervisors, the first two of them killed', async () => {
  const file = newFile()
  const args = ['--journal', file]
  await using first = await supervise({ web: { run: SLEEPS }, db: { run: SLEEPS } }, ...args)
  const pids = [await first.up('web'), await first.up('db')]
  signal(pids[0]!, 'SIGKILL')
  pids.push(await first.up('web', pids[0]))
  await until('all written', () => pids.every((pid) => pidsIn(file).includes(pid)))
  const before = linesOf(file).length
  await first.end('SIGKILL')

  await using second = new Tree({}, args, first)
  await second.said(/supervising 2 services/)
  signal(pids[2]!, 'SIGKILL')
  pids.push(await second.up('web', pids[2]))
  await until('all written', () => pids.every((pid) => pidsIn(file).includes(pid)))
  await second.end('SIGKILL')

  await using third = new Tree({}, args, first)
  await third.said(/supervising 2 services/)
  expect(await third.end('SIGTERM')).toBe(0)
  expect(third.stderr).toMatch(/the journal ends with the chain [0-9a-f]{64}/)
  const lines = linesOf(file)
  expect(lines.length).toBeGreaterThan(before)
  expect(lines.filter(({ line }) => line === 'start').length).toBe(3)
  expect(lines.at(-1)!.line).toBe('end')
  expect(new Set(pidsIn(file))).toEqual(new Set(pids))
})

test('a disk that takes no more delays no restart; with room again it goes on without a gap', async () => {
  const file = newFile()
  await using tree = await supervise({ web: { run: SLEEPS } }, '--journal', file)
  const pids = [await tree.up('web')]
  await until('written', () => pidsIn(file).length === 1)
  // the supervisor, and no service that is up, may write no file longer than the journal is
  const limit = (size: string) =>
    execFileSync('prlimit', ['--pid', String(tree.supervisor.pid), `--fsize=${size}:unlimited`])
  limit(String(statSync(file).size + 100))
  for (let i = 0; i < 5; i++) {
    signal(pids.at(-1)!, 'SIGKILL')
    pids.push(await tree.up('web', pids.at(-1)))
  }
  await tree.said(/the journal: it cannot be written now: file too big; it is tried again each second/)
  expect(pidsIn(file)).toEqual(pids.slice(0, 1))
  limit('unlimited')
  await until('written again', () => pidsIn(file).length === pids.length)
  expect(await tree.end()).toBe(0)
  expect(pidsIn(file)).toEqual(pids)
  expect(linesOf(file).some(({ line }) => line === 'lost')).toBe(false)
})

test('its files are set aside by size while services die and start', async () => {
  const file = newFile()
  await using tree = await supervise(
    { loop: { run: '#!/bin/sh\nexit 1\n' } },
    '--journal',
    file,
    '--journal-size',
    '8K',
    '--journal-keep',
    '3',
    '--journal-sync',
    'always',
  )
  await until('set aside', () => journalFiles(file).includes(`${file}.5`))
  expect(await tree.end()).toBe(0)
  expect(journalFiles(file).length).toBe(4)
  expect(linesOf(file)[0]!.line).toBe('journal')
})

test('a journal that somebody takes away is begun anew, and both follow on each other', async () => {
  const file = newFile()
  await using tree = await supervise({ web: { run: SLEEPS } }, '--journal', file)
  const pid = await tree.up('web')
  await until('written', () => pidsIn(file).length === 1)
  execFileSync('mv', [file, `${file}.1`]) // as a rotation by hand would
  await until('begun', () => journalFiles(file).length === 2)
  signal(pid, 'SIGKILL')
  await tree.up('web', pid)
  expect(await tree.end()).toBe(0)
  expect(linesOf(file).filter(({ line }) => line === 'journal').length).toBe(2)
})

test('two supervisors do not write one journal', async () => {
  const file = newFile()
  await using first = await supervise({ web: { run: SLEEPS } }, '--journal', file)
  await using second = new Tree({ db: { run: SLEEPS } }, ['--journal', file])
  expect(await second.end('SIGCONT')).toBe(65)
  expect(second.stderr).toMatch(/--journal: .* is being written by another supervisor/)
  expect(isAlive(await first.up('web'))).toBe(true)
})

test('all decisions, when they are asked for', async () => {
  const file = newFile()
  await using tree = await supervise({ web: { run: SLEEPS } }, '--journal', file, '--journal-all')
  await until('three looks', () => linesOf(file).filter(({ line }) => line === 'decision').length >= 4)
  expect(await tree.end()).toBe(0)
  expect(linesOf(file).some(({ line }) => line === 'quiet')).toBe(false)
})

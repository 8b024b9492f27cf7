import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SLEEPS, Tree, supervise, until } from '../_kit/supervised.js'
import { temporaryDirectory } from '../runtime/supervise/service.js'

/** What is kept of a service: its files, the oldest first, one after the other. */
const kept = (logs: string, name: string): string => {
  const place = join(logs, name)
  const files = existsSync(place) ? readdirSync(place) : []
  const number = (file: string): number => Number(file.slice('current.'.length))
  return files
    .toSorted((a, b) => number(b) - number(a))
    .map((file) => readFileSync(join(place, file), 'utf8'))
    .join('')
}

const numbers = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `${from + i}\n`).join('')

describe('--log', () => {
  test('keeps what is written to either, each service’s own, finish’s too; what has a log/ is left to that', async () => {
    const logs = temporaryDirectory()
    await using tree = await supervise(
      {
        a: { run: '#!/bin/sh\necho out\necho err >&2\nexec sleep 1000\n', finish: '#!/bin/sh\necho over\n' },
        b: { run: '#!/bin/sh\necho b\nexec sleep 1000\n' },
        c: { run: '#!/bin/sh\necho c\nexec sleep 1000\n', 'log/run': '#!/bin/sh\nexec cat >> lines\n' },
        quiet: { run: SLEEPS },
      },
      '--log',
      logs,
    )
    await until('two lines', () => kept(logs, 'a') === 'out\nerr\n' && kept(logs, 'b') === 'b\n')
    expect(await tree.end()).toBe(0)
    expect(kept(logs, 'a')).toBe('out\nerr\nover\n')
    expect(readdirSync(logs).toSorted()).toEqual(['a', 'b'])
    expect(readFileSync(tree.path('c/log/lines'), 'utf8')).toBe('c\n')
    expect(tree.stdout).toBe('')
    expect(tree.processes(true)).toEqual([])
  })

  test('files are set aside when they are long, and only so many are there', async () => {
    const logs = temporaryDirectory()
    const run = '#!/bin/sh\nseq 100000\ntouch written\nexec sleep 1000\n'
    await using tree = await supervise({ a: { run } }, '--log', logs, '--log-size', '64K', '--log-keep', '3')
    await until('it to be written', () => existsSync(tree.path('a/written')))
    expect(await tree.end()).toBe(0)
    expect(readdirSync(join(logs, 'a')).toSorted()).toEqual([
      'current',
      'current.1',
      'current.2',
      'current.3',
    ])
    expect(numbers(1, 100_000).endsWith(kept(logs, 'a'))).toBe(true)
    expect(kept(logs, 'a').length).toBeGreaterThan(3 * 65_536)
  })

  test('a supervisor that was killed: the service goes on, and the next one goes on with what it writes', async () => {
    const logs = temporaryDirectory()
    const run = `#!/bin/sh
seq 1 100; until test -e go; do sleep 0.01; done
seq 101 200; touch gone; until test -e on; do sleep 0.01; done
seq 201 300; exec sleep 1000
`
    await using first = await supervise({ a: { run } }, '--log', logs)
    await until('a hundred', () => kept(logs, 'a') === numbers(1, 100))
    await first.end('SIGKILL')
    writeFileSync(first.path('a/go'), '')
    await until('two hundred written', () => existsSync(first.path('a/gone')))
    await using second = new Tree({}, ['--log', logs], first)
    await second.said(/a: still up \(pid \d+\), taken over/)
    writeFileSync(first.path('a/on'), '')
    await until('three hundred', () => kept(logs, 'a') === numbers(1, 300))
    expect(await second.end()).toBe(0)
  })

  test('a supervisor that was killed, and the next one keeps nothing: what the service writes comes to its output', async () => {
    const logs = temporaryDirectory()
    const run = `#!/bin/sh
echo start; test -e go && exec sleep 1000
until test -e go; do sleep 0.01; done
seq 1 50000; exec sleep 1000
`
    await using first = await supervise({ a: { run } }, '--log', logs)
    await until('its start', () => kept(logs, 'a') === 'start\n')
    await first.end('SIGKILL')
    await using second = new Tree({}, [], first)
    await second.said(/a: still up \(pid \d+\), taken over/)
    writeFileSync(first.path('a/go'), '')
    await until('all of it', () => second.stdout.endsWith('50000\n'))
    expect(second.stdout).toBe(numbers(1, 50_000))
    second.control('a', 't')
    await until('its next start', () => second.stdout.endsWith('start\n'))
    expect(existsSync(second.path('a/supervise/logs'))).toBe(false)
    expect(await second.end()).toBe(0)
    expect(second.processes(true)).toEqual([])
  })

  test('where nothing can be written: told, counted, nobody waits, and taken up again', async () => {
    const logs = temporaryDirectory()
    const inTheWay = join(logs, 'a/current')
    mkdirSync(inTheWay, { recursive: true })
    const run = '#!/bin/sh\nseq 100000\ntouch written\nwhile :; do echo tick; sleep 0.1; done\n'
    await using tree = await supervise({ a: { run } }, '--log', logs)
    await tree.said(/a: its output is not kept now, but counted: .*\/a: .*not a file/)
    await until('it to be written', () => existsSync(tree.path('a/written')))
    rmdirSync(inTheWay)
    await tree.said(/a: its output is kept again; up to \d{6} bytes were not/)
    await until('ticks', () => kept(logs, 'a').endsWith('tick\n'))
    expect(kept(logs, 'a')).toMatch(/^\n\[runock: up to \d{6} bytes are missing here\]\n(tick\n)+$/)
    expect(await tree.end()).toBe(0)
  })
})

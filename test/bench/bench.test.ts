import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isRight } from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { list } from '../../nock/index.js'
import { temporary } from '../_kit/temporary.js'
import { readArguments } from './arguments.js'
import * as byHand from './by-hand.js'
import { drawChart } from './chart.js'
import { formulaRows } from './formula-rows.js'
import { meansOf } from './means.js'
import { parts } from './parts.js'
import { NAIVE, VERE } from './published.js'
import { type Figure, Report, type Row } from './result.js'
import { exponent, geometricMean, spread } from './statistics.js'
import { vereHere } from './vere.js'

const results = temporary()
const root = join(import.meta.dirname, '..', '..')

/** Runs the benchmark as `npm run bench` does, once it is built. */
const bench = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'test/bench/.dist/test/bench/main.js'), ...words], {
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, NO_COLOR: '1' },
  })

describe('npm run bench, at sizes that show only that it works', { timeout: 180_000 }, () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'test/bench'], { cwd: root })
  }, 60_000)

  test('what it measures is what is shipped', () => {
    const built = (directory: string, file: string) => join(root, directory, file.replace(/ts$/, 'js'))
    const files = ['nock', 'jets', 'runtime/supervision']
      .flatMap((room) =>
        readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
      )
      .filter((file) => file.endsWith('.ts') && existsSync(built('test/bench/.dist', file)))
    expect(files).toContain('nock/machine/run.ts')
    for (const file of files) {
      const [measured, shipped] = ['test/bench/.dist', '.dist'].map((directory) =>
        readFileSync(built(directory, file), 'utf8'),
      )
      expect(measured).toBe(shipped)
    }
  })

  test('every row has a figure for each of its contenders, and their products agree', () => {
    const out = join(results, 'new')
    // products that differ end it, and the exit code says so
    const { status, stdout, stderr } = bench('--scale', 'tiny', '--out', out)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toContain('Formulas, warm, no jets')
    const report = Report.decode(JSON.parse(readFileSync(join(out, 'bench.json'), 'utf8')))
    if (!isRight(report)) throw new Error('bench.json has another shape')
    const { rows, growth, memory, means } = report.right
    const named = (group: Row['group']) => rows.filter((row) => row.group === group)
    expect(named('formulas').map(({ name }) => name)).toEqual(formulaRows.map(({ name }) => name))
    for (const { by } of named('formulas'))
      expect(Object.keys(by)).toEqual(['runock', 'every turn', 'by hand', 'naive'])
    for (const { by } of named('reference')) expect(Object.keys(by)).toEqual(['runock', 'reference'])
    expect(named('nouns').length).toBeGreaterThanOrEqual(12)
    expect(named('supervisor').length).toBeGreaterThan(0)
    expect(named('cold').length).toBeGreaterThan(0)
    const failures = rows.flatMap(({ by }) =>
      Object.values(by).flatMap((one) => ('failed' in one ? [one.failed] : [])),
    )
    expect(failures.filter((why) => why !== 'no pill here')).toEqual([])
    expect(memory.length).toBeGreaterThan(0)
    expect(growth.map(({ name }) => name)).toEqual(formulaRows.map(({ name }) => name))
    expect(memory.every(({ bytes }) => bytes > 0)).toBe(true)
    expect(means.length).toBeGreaterThan(0)
    const chart = readFileSync(join(out, 'chart.svg'), 'utf8')
    for (const { name } of formulaRows) expect(chart).toContain(`>${name} `)
    expect(chart).toBe(drawChart(report.right))
  })
})

test('an argument that is wrong ends it with 64', () => {
  expect(bench('--only', 'D,E')).toMatchObject({ status: 64, stdout: '' })
  expect(readArguments(['--only', 'D,E'], {})).toBe('there is no part E')
  expect(readArguments(['--scale', 'huge'], {})).toBe('there is no scale huge')
  expect(readArguments(['--fast'], {})).toContain('--fast')
})

test('only a whole run is written where the README looks', () => {
  expect(readArguments([], {})).toEqual({
    scale: 'full',
    out: join(root, 'test/bench/results'),
    parts: [...parts.keys()],
  })
  const quick = { scale: 'quick', out: undefined, parts: [...parts.keys()] }
  expect(readArguments(['--quick'], {})).toEqual(quick)
  expect(readArguments([], { RUNOCK_QUICK: '1' })).toEqual(quick)
  expect(readArguments(['--only', 'D'], {})).toEqual({ scale: 'full', out: undefined, parts: ['D'] })
})

test('statistics', () => {
  expect(spread([5, 1, 3, 2, 100])).toEqual({ median: 3, min: 1, max: 100, mad: 2 })
  expect(geometricMean([1, 4, 16])).toBeCloseTo(4)
  for (const [power, points] of [
    [1, [10, 100, 1000].map((x) => [x, 7 * x] as const)],
    [2, [10, 100, 1000].map((x) => [x, 3 * x * x] as const)],
  ] as const) {
    expect(exponent(points)).toBeCloseTo(power)
  }
})

describe('vere, computed', () => {
  const figure = (ms: number): Figure => {
    const all = { median: ms, min: ms, max: ms, mad: 0 }
    return { cpu: all, wall: all, allocated: 0, samples: 1, repetitions: 1 }
  }
  const row = (name: string, size: string, naive: number, ours: number): Row => ({
    group: 'formulas',
    name,
    size,
    by: { runock: figure(ours), naive: figure(naive), 'by hand': figure(1) },
  })
  // a machine that is twice as slow as the published one
  const slow = Object.entries(NAIVE).map(([key, { cpu }]) => {
    const [name, size] = key.split(/ (.*)/) as [string, string]
    return row(name, size, 2 * cpu, 10)
  })

  test('the published time, as slow as this machine is, or by the factor: whichever is less', () => {
    const vere = vereHere([...slow, row('FIB', '20', 1, 1), row('D', '7', 1, 1)])
    for (const [key, { cpu, factor }] of Object.entries(NAIVE))
      expect(vere[key]!.cpu).toBeCloseTo(2 * Math.min(VERE[key]!, cpu * factor))
    expect(vere['FIB 20']!.cpu).toBeCloseTo(2 * VERE['FIB 20']!)
    expect(vere['D 7']).toBe(undefined)
    expect(vereHere([row('FIB', '20', 1, 1)])).toEqual({})
  })

  test('means of ratios, and the worst', () => {
    const [first, ...rest] = meansOf(slow, vereHere(slow))
    expect(first).toMatchObject({ ratio: 'vere/runock', rows: 8 })
    const ratios = Object.keys(NAIVE).map((key) => vereHere(slow)[key]!.cpu / 10)
    expect(first!.mean).toBeCloseTo(geometricMean(ratios))
    expect(first!.worst).toBeCloseTo(Math.min(...ratios))
    expect(rest.find(({ ratio }) => ratio === 'runock/by hand')).toMatchObject({ worst: 10 })
  })
})

test('by hand, where an atom is too large for a number', () => {
  const limit = Number.MAX_SAFE_INTEGER
  expect(byHand.add(3, limit)).toBe(9007199254740994n)
  expect(byHand.add(3, limit - 1)).toBe(9007199254740993n)
  expect(byHand.add(2, 2n ** 60n)).toBe(2n ** 60n + 2n)
  expect(() => byHand.add(list([1]), 1)).toThrow(TypeError)
  expect(() => byHand.decrement(0)).toThrow(RangeError)
})

import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRight } from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { temporary } from '../../_kit/temporary.js'
import { readArguments } from './arguments.js'
import { parts } from './parts.js'
import { Report, figureOf } from './result.js'

const root = join(import.meta.dirname, '../../..')
const HAS_GCC = spawnSync('gcc', ['--version']).error === undefined
const out = temporary()

test.skipIf(!HAS_GCC)(
  'npm run bench:supervise, at a size that shows only that it works',
  () => {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'test/bench'], { cwd: root })
    const main = join(root, 'test/bench/.dist/test/bench/supervise/main.js')
    const file = join(out, 'supervise.json')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [main, '--scale', 'tiny', '--only', 'start,busy,launch', '--out', file],
      {
        encoding: 'utf8',
      },
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const report = Report.decode(JSON.parse(readFileSync(file, 'utf8')))
    if (!isRight(report)) throw new Error('supervise.json has another shape')
    const { rows } = report.right
    expect(new Set(rows.map(({ part }) => part))).toEqual(new Set(['start', 'memory', 'busy', 'launch']))
    for (const { what, by } of rows) {
      expect(stdout).toContain(what)
      for (const figure of Object.values(by)) expect(figure).not.toHaveProperty('failed')
    }
    const lost = rows.filter(({ what }) => / (lost|doubled)$/.test(what)).map(({ by }) => by['runock'])
    expect(lost).toMatchObject([{ max: 0 }, { max: 0 }])
  },
  180_000,
)

test('an argument that is wrong is told; only a whole run is written where the README looks', () => {
  const names = [...parts.keys()]
  expect(readArguments(['--only', 'idle'], {})).toBe('there is no part idle')
  expect(readArguments(['--scale', 'huge'], {})).toBe('there is no scale huge')
  expect(readArguments([], {})).toEqual({
    scale: 'full',
    out: join(root, 'test/bench/results/supervise.json'),
    parts: names,
  })
  expect(readArguments(['--quick'], {})).toEqual({ scale: 'quick', out: undefined, parts: names })
  expect(readArguments(['--only', 'start'], {})).toMatchObject({ scale: 'full', out: undefined })
})

test('figures', () => {
  expect(figureOf([3, 1, 2])).toEqual({ samples: 3, p50: 2, p99: 3, min: 1, max: 3 })
  expect(figureOf([])).toEqual({ failed: 'nothing came' })
})

import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { USUAL, writeFleet } from '../../_kit/fleet.js'
import { measured } from '../../_kit/measured.js'
import { temporary } from '../../_kit/temporary.js'

// A long journal takes no more memory than a short one. Here of a quarter of a million decisions, since writing a million
// takes most of a minute; `npm run bench:replay` does the same with those.

const root = temporary()
const DECISIONS = 250_000

const file = join(root, 'journal')
let last = ''

beforeAll(() => {
  const written = writeFleet(file, DECISIONS, {
    seed: 7,
    services: 50,
    policy: 'sv',
    temper: USUAL,
    restarts: 0.1,
    full: 0.1,
    all: false,
    size: 2 ** 24,
  })
  last = written.last
}, 300_000)

test.each([
  ['the reference', []],
  ['the machine', ['--machine']],
])(`${DECISIONS} decisions by %s, in bounded memory`, { timeout: 300_000 }, async (_, words) => {
  const heap = ['--max-old-space-size=64']
  const { code, stdout, memory } = await measured(['replay', ...words, '--json', '--head', last, file], heap)
  const report = JSON.parse(stdout) as { readonly verdict: string; readonly decisions: number }
  expect([code, report.verdict]).toEqual([0, 'same'])
  expect(report.decisions).toBeGreaterThanOrEqual(DECISIONS)
  // Node itself takes some 60 MB
  expect(memory).toBeGreaterThan(2 ** 24)
  expect(memory).toBeLessThan(2 ** 28)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mug } from '../../nock/index.js'
import { bootPill } from '../../runtime/hoon/kernel.js'
import { measured } from '../_kit/measured.js'

// Urbit's Hoon compiler, booted from its ivory pill (RUNOCK_PILL=FILE). In seconds of a core.

const pill = process.env['RUNOCK_PILL']

/** Of the core that the pill of February 2023 boots, as Urbit's runtime computes it. */
const KERNEL_MUG = 0x4bb376f0

const ROUNDS = 5

test(
  'asked for (add 2 2): all that a call of `runock hoon` does, from starting Node on',
  {
    timeout: 600_000,
  },
  async () => {
    if (pill === undefined) return console.log('no ivory pill: RUNOCK_PILL=FILE names it')
    const runs = []
    for (let i = 0; i < ROUNDS; i++) runs.push(await measured(['hoon', '--pill', pill, '(add 2 2)']))
    for (const { stdout } of runs) expect(stdout).toBe('4\n')
    const median = runs.toSorted((a, b) => a.cpu - b.cpu)[ROUNDS >> 1]!
    console.log(
      `runock hoon '(add 2 2)': ${median.cpu.toFixed(2)} s, ${median.seconds.toFixed(2)} s by the clock,` +
        ` ${(median.memory / 1e6).toFixed(0)} MB at most`,
    )
  },
)

test('booted without any jet', { timeout: 1_200_000 }, () => {
  if (pill === undefined) return
  const bytes = readFileSync(pill)
  const before = process.cpuUsage()
  const kernel = bootPill(bytes, undefined)
  const { user, system } = process.cpuUsage(before)
  expect(kernel._tag === 'Right' && mug(kernel.right.core)).toBe(KERNEL_MUG)
  console.log(`the pill without jets: ${((user + system) / 1e6).toFixed(0)} s`)
})

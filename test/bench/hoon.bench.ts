import { expect, test } from 'vitest'
import { measured } from '../_kit/measured.js'

// Urbit's Hoon compiler, booted from its ivory pill (RUNOCK_PILL=FILE), and asked for (add 2 2): all that a call of
// `runock hoon` does, from starting Node on. In seconds of a core.

const ROUNDS = 5

test('the ivory pill', { timeout: 600_000 }, async () => {
  const pill = process.env['RUNOCK_PILL']
  if (pill === undefined) return console.log('no ivory pill: RUNOCK_PILL=FILE names it')
  const runs = []
  for (let i = 0; i < ROUNDS; i++) runs.push(await measured(['hoon', '--pill', pill, '(add 2 2)']))
  for (const { stdout } of runs) expect(stdout).toBe('4\n')
  const median = runs.toSorted((a, b) => a.cpu - b.cpu)[ROUNDS >> 1]!
  console.log(
    `runock hoon '(add 2 2)': ${median.cpu.toFixed(2)} s, ${median.seconds.toFixed(2)} s by the clock,` +
      ` ${(median.memory / 1e6).toFixed(0)} MB at most`,
  )
})

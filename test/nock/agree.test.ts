import { fc } from '@fast-check/vitest'
import { afterAll, describe, expect, test } from 'vitest'

import { nock } from '../../nock/nock.js'
import { reference } from '../../nock/reference.js'
import { pairs } from '../_kit/formulas.js'
import { type Outcome, kindOf, printOutcome, sameOutcome } from '../_kit/outcome.js'

// RUNOCK_RUNS: how many pairs; RUNOCK_SEED: the seed that a run has printed
const runs = Number(process.env['RUNOCK_RUNS'] ?? 100_000)
const seed = Number(process.env['RUNOCK_SEED'] ?? Date.now() % 2 ** 31)
const CHUNKS = 10

/** Every kind of crash but those of jets and budgets; rules 1, 3 and 4 take any argument. */
const crashes = ['axis 0', 'axis 9', 'axis 10', 'increment 4', 'test 6', 'formula'].concat(
  [0, 2, 5, 6, 7, 8, 9, 10, 11].map((rule) => `formula ${rule}`),
)

describe(`the machine agrees with the reference, seed ${seed}`, () => {
  const count = new Map<string, number>()
  const seen = (kind: string): number => count.get(kind) ?? 0

  test.each(Array.from({ length: CHUNKS }, (_, chunk) => chunk))('chunk %s', { timeout: 60_000 }, (chunk) => {
    const agrees = fc.property(pairs, ({ subject, formula }) => {
      const wanted = reference(subject, formula, { budget: { steps: 20_000 } })
      const kind = kindOf(wanted)
      count.set(kind, seen(kind) + 1)
      if (kind === 'budget') return
      const outcome = nock(subject, formula, { budget: { steps: 1_000_000 } })
      expect(difference(wanted, outcome)).toBeUndefined()
    })
    fc.assert(agrees, { numRuns: Math.ceil(runs / CHUNKS), seed: seed + chunk })
  })

  test('on pairs of which most have a value', () => {
    expect(seen('value')).toBeGreaterThan(runs / 2)
    expect(seen('budget')).toBeLessThan(runs / 50)
  })

  test.runIf(runs >= 50_000)('on pairs that crash in every way', () => {
    expect(crashes.filter((kind) => seen(kind) === 0)).toEqual([])
  })

  afterAll(() => {
    const counts = [...count].sort(([, a], [, b]) => b - a).map(([kind, n]) => `${kind}: ${n}`)
    console.info(`${runs} pairs, seed ${seed}: ${counts.join(', ')}`)
  })
})

const difference = (wanted: Outcome, outcome: Outcome): string | undefined =>
  sameOutcome(wanted, outcome)
    ? undefined
    : `the reference: ${printOutcome(wanted)}\nthe machine: ${printOutcome(outcome)}`

import { fc } from '@fast-check/vitest'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nock, reference } from '../../../nock/index.js'
import { journalFiles, readJournal } from '../../../runtime/journal/index.js'
import { replay } from '../../../runtime/replay/replay.js'
import { type FleetOptions, type Written, fleets, writeFleet } from '../../_kit/fleet.js'
import { temporary } from '../../_kit/temporary.js'

// Whatever befalls a fleet and its supervisor, the journal that is written of it replays without difference.

const root = temporary()

const written = (decisions: number, options: FleetOptions): Written & { readonly file: string } => {
  const file = join(mkdtempSync(join(root, 'j-')), 'journal')
  return { file, ...writeFleet(file, decisions, options) }
}

test('replays, by both interpreters, and every line is counted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 150 }), fleets, (atLeast, options) => {
      const { file, decisions, lines, files, last } = written(atLeast, options)
      expect(decisions).toBeGreaterThanOrEqual(atLeast)
      for (const evaluate of [reference, nock]) {
        const { verdict, report } = replay(readJournal(journalFiles(file)), { evaluate, head: last })
        expect(verdict).toEqual({ _tag: 'Same' })
        expect(report).toMatchObject({ lines, files, decisions, chain: last, torn: undefined })
      }
    }),
    { numRuns: 60 },
  )
})

test('so it does when its oldest files were taken away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 150 }), fleets, fc.nat(), (decisions, options, from) => {
      const { file, files: count, last } = written(decisions, { ...options, size: 2_000 })
      const files = journalFiles(file)
      const kept = files.slice(from % count)
      const { verdict, report } = replay(readJournal(kept), { evaluate: nock, head: last })
      expect(verdict).toEqual({ _tag: 'Same' })
      expect(report.files).toBe(kept.length)
    }),
    { numRuns: 30 },
  )
})

test('the same options, the same journal', () => {
  const [options] = fc.sample(fleets, { numRuns: 1, seed: 1 })
  expect(written(100, options!).last).toBe(written(100, options!).last)
})

test('the fleets are full of what they are about', () => {
  const seen = {
    restarts: 0,
    torn: 0,
    adopted: 0,
    gone: 0,
    here: 0,
    lost: 0,
    quiet: 0,
    failed: 0,
    restarted: 0,
  }
  for (const options of fc.sample(fleets, { numRuns: 60, seed: 1 })) {
    const { file } = written(100, options)
    for (const read of readJournal(journalFiles(file))) {
      if (read._tag !== 'Line') continue
      const { line } = read
      if (line.line === 'start') seen.restarts++
      if (line.line === 'start' && line.torn !== undefined) seen.torn++
      if (line.line === 'service' && line.why !== 'new') seen[line.why]++
      if (line.line === 'lost' || line.line === 'quiet') seen[line.line]++
      if (line.line === 'decision' && line.failed !== undefined) seen.failed++
      if (line.line === 'decision' && line.event === 't') seen.restarted++
    }
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(3)
})

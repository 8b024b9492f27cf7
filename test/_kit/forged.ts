import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reference } from '../../nock/index.js'
import { readJournal } from '../../runtime/journal/index.js'
import { replay } from '../../runtime/replay/replay.js'
import { showVerdict } from '../../runtime/replay/show.js'
import { quietDay } from './recorded.js'
import { type Body, sealed } from './sealed.js'

// Journals that somebody changed, and chained anew.

/** A day's journal, and its lines by what they are. */
export const day = quietDay()

/** What replay says of lines that are chained as they should be. */
export const said = (bodies: readonly Body[], evaluate = reference): string => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-forged-'))
  try {
    const file = join(directory, 'journal')
    writeFileSync(file, sealed(bodies))
    const { verdict } = replay(readJournal([file]), { evaluate })
    return verdict._tag === 'Same' ? 'same' : showVerdict(verdict).replaceAll(file, 'journal')
  } finally {
    rmSync(directory, { recursive: true })
  }
}

export const isLine = (body: Body, kind: string, service?: string): boolean =>
  body['line'] === kind && (service === undefined || body['service'] === service)

/** The n-th line of a kind, of a service perhaps. */
export const find = (kind: string, service?: string, n = 0): number =>
  [...day.keys()].filter((i) => isLine(day[i]!, kind, service))[n]!

/** The day with some fields of a line changed. */
export const changed = (at: number, by: Body): readonly Body[] => day.with(at, { ...day[at], ...by })

import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nock } from '../../../nock/index.js'
import { journalFiles, readJournal } from '../../../runtime/journal/index.js'
import { replay } from '../../../runtime/replay/replay.js'
import { USUAL, writeFleet } from '../../_kit/fleet.js'
import { temporary } from '../../_kit/temporary.js'

// A journal in which anything at all was changed is found out.

const root = temporary()

/** A small journal, of two files. */
const small = (): { readonly file: string; readonly last: string; readonly files: readonly string[] } => {
  const file = join(mkdtempSync(join(root, 'j-')), 'journal')
  const { last } = writeFleet(file, 14, {
    seed: 4,
    services: 2,
    policy: 'sv',
    temper: USUAL,
    restarts: 30,
    full: 0,
    all: false,
    size: 5_000,
  })
  return { file, last, files: journalFiles(file) }
}

/** The same as `runock replay`, as far as finding goes: no whole line, and it ends with 65. */
const isFound = (files: readonly string[], head?: string): boolean => {
  const { verdict, report } = replay(readJournal(files), { evaluate: nock, head })
  return verdict._tag !== 'Same' || report.lines === 0
}

const linesRead = (files: readonly string[]): number =>
  replay(readJournal(files), { evaluate: nock }).report.lines

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1)

test('what is tampered with here is a journal of two files and some thirty lines, without difference', () => {
  const { files } = small()
  expect(files.length).toBe(2)
  expect(linesRead(files)).toBeGreaterThan(25)
  expect(isFound(files)).toBe(false)
})

test('every single bit, flipped, is found', { timeout: 300_000 }, () => {
  const { files } = small()
  const unseen: string[] = []
  for (const path of files) {
    const bytes = readFileSync(path)
    const fd = openSync(path, 'r+')
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        writeSync(fd, Buffer.of(bytes[at]! ^ (1 << bit)), 0, 1, at)
        if (!isFound(files)) unseen.push(`${path}: byte ${at}, bit ${bit}`)
      }
      writeSync(fd, bytes, at, 1, at)
    }
    closeSync(fd)
  }
  expect(unseen).toEqual([])
  expect(isFound(files)).toBe(false)
})

test('a bit flipped in a last line that was not finished: told, or found', () => {
  const { files } = small()
  const path = files.at(-1)!
  const whole = readFileSync(path)
  const end = whole.length - 40
  const start = whole.lastIndexOf('\n', end) + 1
  for (let at = start; at < end; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const bytes = whole.subarray(0, end).toString('latin1').split('')
      bytes[at] = String.fromCharCode(bytes[at]!.charCodeAt(0) ^ (1 << bit))
      writeFileSync(path, bytes.join(''), 'latin1')
      const { verdict, report } = replay(readJournal(files), { evaluate: nock })
      expect(verdict._tag === 'Same' ? report.torn?.bytes : end - start).toBe(end - start)
    }
  }
})

describe('lines', () => {
  /** Every line of the journal, and where it stands. */
  const all = (
    files: readonly string[],
  ): { readonly path: string; readonly at: number; readonly text: string }[] =>
    files.flatMap((path) => linesOf(path).map((text, at) => ({ path, at, text })))

  const write = (path: string, lines: readonly string[]): void =>
    writeFileSync(path, lines.map((one) => one + '\n').join(''))

  test('any one removed, but the last', () => {
    const { files, last } = small()
    for (const [n, { path, at }] of all(files).entries()) {
      const before = linesOf(path)
      write(path, before.toSpliced(at, 1))
      expect([n, isFound(files, last)]).toEqual([n, true])
      const isLast = path === files.at(-1) && at === before.length - 1
      expect([n, isFound(files)]).toEqual([n, !isLast])
      write(path, before)
    }
    expect(isFound(files, last)).toBe(false)
  })

  test('any one doubled', () => {
    const { files } = small()
    for (const [n, { path, at, text }] of all(files).entries()) {
      const before = linesOf(path)
      write(path, before.toSpliced(at, 0, text))
      expect([n, isFound(files)]).toEqual([n, true])
      write(path, before)
    }
  })

  test('any two exchanged', () => {
    const { files } = small()
    const lines = all(files)
    for (const [n, one] of lines.entries()) {
      for (const other of lines.slice(n + 1)) {
        const before = new Map(files.map((path) => [path, linesOf(path)]))
        const after = new Map(files.map((path) => [path, linesOf(path)]))
        after.get(one.path)![one.at] = other.text
        after.get(other.path)![other.at] = one.text
        for (const [path, text] of after) write(path, text)
        expect([one.at, other.at, isFound(files)]).toEqual([one.at, other.at, true])
        for (const [path, text] of before) write(path, text)
      }
    }
  })

  test('the last ones cut off, whole: found by the chain that was known', () => {
    const { files, last } = small()
    const path = files.at(-1)!
    const lines = linesOf(path)
    const before = linesRead(files) - lines.length
    for (let kept = 1; kept < lines.length; kept++) {
      write(path, lines.slice(0, kept))
      expect(replay(readJournal(files), { head: last }).verdict).toEqual({ _tag: 'Cut', head: last })
      expect(linesRead(files)).toBe(before + kept)
    }
    write(path, lines)
    expect(isFound(files, last)).toBe(false)
  })
})

describe('cut off at every byte', () => {
  test('in the last file: every whole line is read, and the rest is told', () => {
    const { files } = small()
    const path = files.at(-1)!
    const bytes = readFileSync(path)
    const before = linesRead(files.slice(0, -1))
    for (let length = 0; length < bytes.length; length++) {
      const kept = bytes.subarray(0, length)
      writeFileSync(path, kept)
      const { verdict, report } = replay(readJournal(files), { evaluate: nock })
      const newlines = kept.toString('latin1').split('\n').length - 1
      const isWhole = bytes[length] === 0x0a // but for its newline
      const rest = isWhole ? 0 : length - (kept.lastIndexOf(0x0a) + 1)
      expect([length, verdict._tag]).toEqual([length, 'Same'])
      expect([length, report.lines]).toEqual([length, before + newlines + (isWhole ? 1 : 0)])
      expect([length, report.torn?.bytes ?? 0]).toEqual([length, rest])
    }
  })

  test('in an earlier one: found, and every line before it is read', () => {
    const { files } = small()
    const path = files[0]!
    const bytes = readFileSync(path)
    for (let length = 0; length < bytes.length - 1; length++) {
      const kept = bytes.subarray(0, length)
      writeFileSync(path, kept)
      const { verdict, report } = replay(readJournal(files), { evaluate: nock })
      const newlines = kept.toString('latin1').split('\n').length - 1
      expect([length, verdict._tag]).toEqual([length, 'Damaged'])
      expect([length, report.lines]).toEqual([length, newlines + (bytes[length] === 0x0a ? 1 : 0)])
    }
  })
})

import { fc } from '@fast-check/vitest'
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mug } from '../../../nock/index.js'
import { FIRST, seal } from '../../../runtime/journal/chain.js'
import { readJournal } from '../../../runtime/journal/index.js'
import { replay } from '../../../runtime/replay/replay.js'
import { showVerdict } from '../../../runtime/replay/show.js'
import { quietDay } from '../../_kit/recorded.js'
import { type Body, lastChain, sealed } from '../../_kit/sealed.js'
import { temporary } from '../../_kit/temporary.js'
import { nounOf } from '../../_kit/text.js'
import { within } from '../../_kit/within.js'

// Whatever a file holds, replay says what is wrong with it, and soon.

const root = temporary()
const day = quietDay()

/** The verdict on such a file, and how many lines were read before it. */
const verdictOn = (bytes: string | Uint8Array) => {
  const file = join(mkdtempSync(join(root, 'j-')), 'journal')
  writeFileSync(file, bytes)
  const { verdict, report } = within(60, () => replay(readJournal([file])))
  const said = verdict._tag === 'Same' ? 'same' : showVerdict(verdict).split('\n')[0]!
  return { said: said.replace(file, 'journal'), lines: report.lines, torn: report.torn?.bytes }
}

const whole = sealed(day)
const NO_JOURNAL = 'journal:1: this is no journal: a file of one starts with {"line":"journal"'

test('bytes as they come', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      const { said, lines, torn } = verdictOn(bytes)
      // no bytes, or too few to tell
      const isStart = '{"line":"'.startsWith(Buffer.from(bytes).toString('latin1').slice(0, 9))
      expect([said, lines, torn ?? 0]).toEqual([isStart ? 'same' : NO_JOURNAL, 0, isStart ? bytes.length : 0])
    }),
  )
})

test('bytes as they come, in the middle of a journal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(whole.length), (bytes, at) => {
      const file = Buffer.from(whole)
      const { said, lines, torn } = verdictOn(Buffer.concat([file.subarray(0, at), bytes, file.subarray(at)]))
      const before = whole.slice(0, at).split('\n').length - 1
      // at the end of a line its newline may be what was put in; behind the last one it may look torn
      expect(lines).toBeGreaterThanOrEqual(before)
      expect(lines).toBeLessThanOrEqual(before + 1)
      expect(said !== 'same' || torn! > 0).toBe(true)
    }),
  )
})

const jsonObjects = fc.dictionary(fc.oneof(fc.constant('line'), fc.string()), fc.jsonValue())

test('any JSON object in place of a line', () => {
  fc.assert(
    fc.property(jsonObjects, fc.nat(day.length - 1), (value, at) => {
      const { text, chain } = seal(FIRST, JSON.stringify(day[0]))
      const before = sealed(day.slice(1, at + 1), chain)
      const last = at === 0 ? chain : lastChain(before)
      const { said } = verdictOn(`${text}\n${before}${seal(last, JSON.stringify({ ...value, a: 0 })).text}\n`)
      expect(said).toMatch(
        /^same$|^journal:\d+: (it has no "line" that is known|its [a-z., ]* cannot be read)/,
      )
    }),
    { numRuns: 300 },
  )
})

describe('in a line that is chained as it should be', () => {
  const [head] = day
  const found = (line: Body): string => verdictOn(sealed([head!, line])).said

  test.each([
    ['a noun of four million brackets', '['.repeat(2 ** 22 - 1000)],
    ['a noun of a million brackets', '['.repeat(2 ** 20)],
    ['a noun that ends too soon', '[1 2'],
    ['no noun', ''],
    ['a name', 'web'],
  ])('%s', (_, noun) => {
    expect(found({ line: 'formula', formula: '0x0', noun })).toBe('journal:2: its noun cannot be read')
  })

  test('a noun a million deep', () => {
    for (const noun of ['['.repeat(1e6) + '1' + ' 1]'.repeat(1e6), '[1 '.repeat(1e6) + '1' + ']'.repeat(1e6)])
      expect(found({ line: 'formula', formula: '0x0', noun })).toMatch(
        /the hash of this formula is 0x[0-9a-f]{8}, not 0x0$/,
      )
  })

  test('a number of a million digits, and of four', () => {
    for (const digits of [1e6, 4e6])
      expect(found({ line: 'formula', formula: '0x0', noun: '9'.repeat(digits) })).toMatch(
        /the hash of this formula is/,
      )
  })

  test.each([
    ['a pid', { line: 'start', time: '', runock: '', directory: '' }, 'pid'],
    ['a count', { line: 'quiet', time: '' }, 'count'],
    ['a count', { line: 'lost', time: '' }, 'count'],
  ] as const)('%s that is none', (_, line, field) => {
    for (const value of [1e300, -1, 1.5, '1', null, 2 ** 53])
      expect(found({ ...line, [field]: value })).toBe(`journal:2: its ${field} cannot be read`)
  })

  test.each([
    ['a product', {}, 'Undecided'],
    ['that it failed', { product: undefined, failed: 'crash: axis, rule 0, axis 0' }, 'Undecided'],
    ['that it failed for want of budget', { product: undefined, failed: 'crash: budget' }, 'Same'],
  ])('a formula that never ends is ended, and the journal has %s', (_, by, tag) => {
    // a loop, in place of the formula by which web is started
    const formula = '[8 [1 9 2 0 1] 9 2 0 1]'
    const id = `0x${mug(nounOf(formula)).toString(16).padStart(8, '0')}`
    const decision = day.find(({ line }) => line === 'decision')!
    const lines = [
      ...day.slice(0, 3),
      { line: 'formula', formula: id, noun: formula },
      { ...decision, formula: id, ...by },
    ]
    const file = join(mkdtempSync(join(root, 'j-')), 'journal')
    writeFileSync(file, sealed(lines))
    const { verdict } = replay(readJournal([file]), { budget: { steps: 1e5, nouns: 1e5 } })
    expect(verdict._tag).toBe(tag)
    if (verdict._tag === 'Same') return
    expect(showVerdict(verdict)).toContain(
      'web: the budget is spent before there is a product; --budget gives more',
    )
  })
})

test('JSON that is nested a million deep', () => {
  const text = sealed(day.slice(0, 1))
  const deep = `{"line":${'['.repeat(1e6)}${']'.repeat(1e6)}}`
  const found = verdictOn(text + seal(lastChain(text), deep).text + '\n')
  expect(found.said).toBe('journal:2: it has no "line" that is known')
})

test('a line of a hundred megabytes', () => {
  const long = Buffer.alloc(100_000_000, 'a')
  expect(verdictOn(long)).toEqual({ said: NO_JOURNAL, lines: 0, torn: undefined })
  expect(verdictOn(Buffer.concat([Buffer.from('{"line":"journal"'), long])).said).toBe(
    'journal:1: the line has more than 4194304 bytes',
  )
  const start = Buffer.from(whole + '{"line":"decision","time":"')
  expect(verdictOn(Buffer.concat([start, long]))).toEqual({
    said: `journal:${day.length + 1}: the line has more than 4194304 bytes`,
    lines: day.length,
    torn: undefined,
  })
})

test('NUL bytes', () => {
  expect(verdictOn(Buffer.alloc(5000)).said).toBe(NO_JOURNAL)
  const at = whole.indexOf('\n', 500) + 1
  const holed = Buffer.from(whole)
  holed.fill(0, at, at + 100)
  expect(verdictOn(holed).said).toMatch(/the chain is broken/)
})

test('what is not UTF-8', () => {
  const text = sealed(day.slice(0, 1))
  const body = Buffer.concat([Buffer.from('{"line":"end","time":"'), Buffer.of(0xff), Buffer.from('"}')])
  const chain = createHash('sha256').update(lastChain(text)).update(body).digest('hex')
  const line = Buffer.concat([body.subarray(0, -1), Buffer.from(`,"chain":"${chain}"}\n`)])
  expect(verdictOn(Buffer.concat([Buffer.from(text), line])).said).toBe('journal:2: the line is not UTF-8')
})

test('the head of another version, of another first file, twice', () => {
  const [head, ...rest] = day
  expect(verdictOn(sealed([{ ...head, version: 2 }, ...rest])).said).toBe(
    'journal:1: a newer runock wrote this journal: it has version 2, and this runock reads version 1',
  )
  expect(verdictOn(sealed(rest)).said).toBe(NO_JOURNAL)
  expect(verdictOn(sealed([head!, head!, ...rest])).said).toBe('journal:2: this line is the first of a file')
  const other = 'a'.repeat(FIRST.length)
  expect(verdictOn(sealed([{ ...head, previous: other }, ...rest], other)).said).toBe(
    'journal:1: the first file follows on another',
  )
})

import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc } from '@fast-check/vitest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type LastStart,
  NO_START,
  lastStartOf,
  lastStartText,
  newLastStart,
  readLastStart,
  writeLastStart,
} from '../../../../runtime/supervision/survivors/last-start.js'

const BOOT = '0f3a4c5e-1111-2222-3333-444455556666'
const starts = fc.record({
  pid: fc.nat({ max: 4_194_304 }),
  started: fc.nat({ max: 2 ** 48 }),
  launch: fc.bigInt({ min: 0n, max: 2n ** 62n }),
  starts: fc.nat({ max: 99_999_999 }),
})

test('a line says what was written', () => {
  fc.assert(
    fc.property(starts, (start) => {
      expect(readLastStart(lastStartText(start, BOOT), BOOT)).toEqual(start)
    }),
  )
})

test('one that does not say how many starts there were, as an older runock wrote it', () => {
  const line = `7 80 9 ${BOOT}`.padEnd(89) + '\n'
  expect(readLastStart(line, BOOT)).toEqual({ pid: 7, started: 80, launch: 9n, starts: 0 })
})

test('each is as long as any other', () => {
  fc.assert(
    fc.property(starts, starts, (a, b) => {
      expect(lastStartText(a, BOOT)).toHaveLength(lastStartText(b, BOOT).length)
    }),
  )
})

test('one that is cut off is none', () => {
  fc.assert(
    fc.property(starts, fc.nat({ max: 88 }), (start, length) => {
      expect(readLastStart(lastStartText(start, BOOT).slice(0, length), BOOT)).toBeUndefined()
    }),
  )
})

test('one of another boot is none', () => {
  fc.assert(
    fc.property(starts, (start) => {
      expect(readLastStart(lastStartText(start, 'another'), BOOT)).toBeUndefined()
    }),
  )
})

describe('the file', () => {
  const START: LastStart = { pid: 42, started: 1_000, launch: 7n, starts: 3 }
  let web: string

  beforeEach(() => {
    web = mkdtempSync(join(tmpdir(), 'runock-'))
    mkdirSync(join(web, 'supervise'))
  })

  afterEach(() => rmSync(web, { recursive: true }))

  const file = (): string => join(web, 'supervise/process')

  test('is ours alone, and is written over', () => {
    newLastStart(web, NO_START)
    const { ino, mode } = statSync(file())
    expect(mode & 0o777).toBe(0o600)
    expect(writeLastStart(web, START)._tag).toBe('Right')
    expect(statSync(file()).ino).toBe(ino)
    expect(lastStartOf(web)).toEqual(START)
  })

  test('that is not there is no start, and an error to write over', () => {
    expect(lastStartOf(web)).toBeUndefined()
    expect(writeLastStart(web, START)).toMatchObject({ left: { why: 'system', code: 'ENOENT' } })
  })

  test('that is torn is no start', () => {
    newLastStart(web, START)
    truncateSync(file(), 20)
    expect(lastStartOf(web)).toBeUndefined()
  })

  test('that somebody else could have put there is not believed, and not written through', () => {
    const theirs = join(web, 'theirs')
    writeFileSync(theirs, lastStartText(START))
    symlinkSync(theirs, file())
    expect(lastStartOf(web)).toBeUndefined()
    expect(writeLastStart(web, NO_START)).toMatchObject({ left: { code: 'ELOOP' } })
    newLastStart(web, START)
    expect(lastStartOf(web)).toEqual(START)
  })
})

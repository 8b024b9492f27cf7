import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadLibc } from '../../../jets/index.js'
import { journalFiles } from '../../../runtime/journal/files.js'
import { type OpenJournal, openJournal } from '../../../runtime/journal/open.js'
import { type Read, readJournal } from '../../../runtime/journal/read.js'
import { downService, started, stopped } from '../../_kit/decisions.js'
import { temporary } from '../../_kit/temporary.js'

const root = temporary()
const newFile = () => join(mkdtempSync(join(root, 'j-')), 'decisions.jsonl')

const opened = async (file: string, said: string[] = [], size = 2 ** 26): Promise<OpenJournal> => {
  const journal = await openJournal(
    { file, all: false, sync: 'second', size, keep: undefined },
    { runock: '1.2.3', directory: '/services' },
    loadLibc(),
    () => undefined,
    (message) => said.push(message.replaceAll(file, 'FILE')),
  )
  return journal._tag === 'Right' ? journal.right : expect.fail(journal.left)
}

/** One supervisor's life: so many starts and stops. */
const live = async (file: string, turns = 1, said: string[] = [], size?: number): Promise<void> => {
  const { journal, close } = await opened(file, said, size)
  journal.took(downService('web'), 'new')
  for (let pid = 1; pid <= turns; pid++) {
    journal.decided(started('web', pid))
    journal.decided(stopped('web', pid))
  }
  expect(await close()).toBe(true)
}

const reads = (file: string): Read[] => [...readJournal(journalFiles(file))]

const kinds = (file: string): string =>
  reads(file)
    .map((read) => (read._tag === 'Line' ? read.line.line : read._tag))
    .join(' ')

const LIFE = 'start service formula decision formula decision end'

test('a new journal, and one that goes on', async () => {
  const file = newFile()
  await live(file)
  expect(kinds(file)).toBe(`journal ${LIFE}`)
  await live(file)
  await live(file)
  expect(kinds(file)).toBe(`journal ${LIFE} ${LIFE} ${LIFE}`)
})

test('only its owner can read it', async () => {
  const file = newFile()
  await live(file)
  const { statSync } = await import('node:fs')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('by size it goes on in a new file, also the next time', async () => {
  const file = newFile()
  await live(file, 40, [], 5_000)
  const before = journalFiles(file).length
  expect(before).toBeGreaterThan(3)
  await live(file, 40, [], 5_000)
  expect(journalFiles(file).length).toBeGreaterThan(before)
  expect(kinds(file)).not.toMatch(/Torn|Damaged/)
})

describe('goes on after a supervisor that was killed', () => {
  test('at whatever byte it stopped', async () => {
    const file = newFile()
    await live(file)
    const whole = readFileSync(file)
    for (
      let length = 0;
      length <= whole.length;
      length += length < 250 || length > whole.length - 120 ? 1 : 17
    ) {
      writeFileSync(file, whole.subarray(0, length))
      const lines = whole.subarray(0, length).toString('latin1').split('"}\n').length - 1
      const unended = /"chain":"[0-9a-f]{64}"\}$/.test(whole.toString('latin1', 0, length)) ? 1 : 0
      const said: string[] = []
      const { close } = await opened(file, said)
      await close()
      expect(said).toEqual([])
      const now = reads(file)
      expect(now.every(({ _tag }) => _tag === 'Line')).toBe(true)
      const kept = lines + unended
      // head, start and end, or start and end
      expect(now.length).toBe(kept + (kept === 0 ? 3 : 2))
      const start = now[kept + (kept === 0 ? 1 : 0)]!
      const torn = length - whole.subarray(0, length).lastIndexOf('\n') - 1
      expect(start._tag === 'Line' && start.line.line === 'start' && (start.line.torn ?? 0)).toBe(
        unended ? 0 : torn,
      )
    }
  })

  test('between setting a file aside and the next', async () => {
    const file = newFile()
    await live(file)
    renameSync(file, `${file}.1`)
    await live(file)
    expect(kinds(file)).toBe(`journal ${LIFE} journal ${LIFE}`)
    truncateSync(file, 0)
    await live(file)
    expect(kinds(file)).toBe(`journal ${LIFE} journal ${LIFE}`)
  })
})

describe('what it does not go on with', () => {
  test('another file', async () => {
    const file = newFile()
    writeFileSync(file, 'root:x:0:0\n')
    const { left } = (await openJournal(
      { file, all: false, sync: 'never', size: 1, keep: undefined },
      { runock: '', directory: '' },
      loadLibc(),
      () => undefined,
      () => {},
    )) as { left: string }
    expect(left).toBe(`${file} is there, and it is no journal: move it away, or give another name`)
    expect(readFileSync(file, 'utf8')).toBe('root:x:0:0\n')
  })

  test.each(['a changed last line', 'something behind it'])(
    '%s: it is set aside whole, and a new one begun',
    async (what) => {
      const file = newFile()
      await live(file)
      if (what === 'a changed last line') {
        const bytes = readFileSync(file)
        bytes[bytes.length - 100]! ^= 1
        writeFileSync(file, bytes)
      } else appendFileSync(file, 'hello\n')
      const said: string[] = []
      await live(file, 1, said)
      expect(said).toEqual([
        'FILE: its last line is not what was written there; it is now FILE.damaged, and a new one is begun',
      ])
      expect(kinds(file)).toBe(`journal ${LIFE}`)
      expect(existsSync(`${file}.damaged`)).toBe(true)
      appendFileSync(file, 'hello\n')
      await live(file)
      expect(existsSync(`${file}.damaged-2`)).toBe(true)
    },
  )

  test('one whose beginning was cut off: it is set aside likewise', async () => {
    const file = newFile()
    await live(file)
    writeFileSync(file, readFileSync(file).subarray(readFileSync(file).indexOf('\n') + 1))
    const said: string[] = []
    await live(file, 1, said)
    expect(said).toEqual([
      'FILE: its first line is not there; it is now FILE.damaged, and a new one is begun',
    ])
    expect(kinds(file)).toBe(`journal ${LIFE}`)
  })

  test('one that another supervisor writes', async () => {
    const file = newFile()
    const first = await opened(file)
    const second = await openJournal(
      { file, all: false, sync: 'never', size: 1, keep: undefined },
      { runock: '', directory: '' },
      loadLibc(),
      () => undefined,
      () => {},
    )
    expect(second).toEqual({ _tag: 'Left', left: `${file} is being written by another supervisor` })
    await first.close()
    await live(file)
  })

  test('what is no file, and a file in no directory', async () => {
    const settings = { all: false, sync: 'never', size: 1, keep: undefined } as const
    const who = { runock: '', directory: '' }
    const left = async (file: string) =>
      (await openJournal(
        { file, ...settings },
        who,
        loadLibc(),
        () => undefined,
        () => {},
      )) as { left: string }
    expect((await left(join(root, 'no/such'))).left).toBe(`there is no directory ${root}/no: make it first`)
    expect((await left(root)).left).toBe(`${root}: is a directory`)
    expect((await left('/dev/full')).left).toBe('/dev/full is no file')
    const pipe = join(root, 'pipe')
    execFileSync('mkfifo', [pipe]) // which nobody reads
    expect((await left(pipe)).left).toBe(`${pipe}: device not configured`)
  })
})

import { fc } from '@fast-check/vitest'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { Appender, type AppenderOptions } from '../../../runtime/journal/appender.js'
import { journalFiles } from '../../../runtime/journal/files.js'
import { openFile } from '../../../runtime/journal/open-file.js'
import { until } from '../../_kit/supervised.js'
import { temporary } from '../../_kit/temporary.js'

const root = temporary()

const appender = async (options: Partial<AppenderOptions> = {}) => {
  const file = options.file ?? join(mkdtempSync(join(root, 'j-')), 'journal')
  const said: string[] = []
  const openFileHere = () => openFile(file, undefined)
  return {
    file,
    said,
    appender: new Appender({
      file,
      open: openFileHere,
      handle: options.handle ?? (await openFileHere()),
      number: 1,
      size: 0,
      sync: 'second',
      keep: undefined,
      tell: (message) => said.push(message),
      onMoved: () => said.push('moved'),
      ...options,
    }),
  }
}

/** One on a disk that takes nothing. */
const full = async () => {
  const file = join(mkdtempSync(join(root, 'j-')), 'journal')
  symlinkSync('/dev/full', file)
  return appender({ file, handle: await open(file, 'a') })
}

test('every line, in order, each in its file', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('', '', '', 'turn', 'pause')),
        {
          maxLength: 40,
        },
      ),
      fc.constantFrom('never' as const, 'second' as const, 'always' as const),
      async (lines, sync) => {
        const { file, said, appender: out } = await appender({ sync })
        const wanted = ['']
        for (const [text, then] of lines) {
          const line = `${Buffer.from(text).toString('base64')} ü\n`
          if (then === 'turn') {
            out.nextFile(line)
            wanted.push(line)
          } else {
            if (out.write(line)) wanted[wanted.length - 1] += line
          }
          if (then === 'pause') await new Promise(setImmediate)
        }
        expect(await out.close()).toBe(true)
        expect(journalFiles(file).map((one) => readFileSync(one, 'utf8'))).toEqual(wanted)
        expect(said).toEqual([])
      },
    ),
    { numRuns: 40 },
  )
})

test('so many files set aside are kept', async () => {
  const { file, appender: out } = await appender({ keep: 2 })
  for (let n = 1; n < 7; n++) {
    out.write(`${n}\n`)
    out.nextFile(`head ${n + 1}\n`)
  }
  await out.close()
  expect(journalFiles(file)).toEqual([`${file}.5`, `${file}.6`, file])
})

test('fewer are kept than there are: all older ones go, so that no gap is left', async () => {
  const { file, appender: out } = await appender({ keep: 2, number: 9 })
  for (const n of [1, 2, 5, 7, 8]) writeFileSync(`${file}.${n}`, '')
  out.nextFile('head\n')
  await out.close()
  expect(journalFiles(file)).toEqual([`${file}.8`, `${file}.9`, file])
})

test('what can no longer be removed is told, and nothing is done twice for it', async () => {
  const { file, said, appender: out } = await appender({ keep: 1, number: 3 })
  mkdirSync(`${file}.1`)
  out.write('a\n')
  out.nextFile('b\n')
  await until('told', () => said.length > 0)
  out.nextFile('c\n')
  expect(await out.close()).toBe(true)
  expect(new Set(said)).toEqual(new Set(['an old file of it cannot be removed']))
  expect(
    journalFiles(file)
      .slice(1)
      .map((one) => readFileSync(one, 'utf8')),
  ).toEqual(['a\n', 'b\n', 'c\n'])
})

test('another file in the place of ours goes out of the way', async () => {
  const { file, said, appender: out } = await appender()
  out.write('a\n')
  await until('written', () => readFileSync(file, 'utf8') === 'a\n')
  unlinkSync(file)
  writeFileSync(file, 'mine')
  out.nextFile('b\n')
  expect(await out.close()).toBe(true)
  expect(said).toEqual([`somebody has put another file in its place: that is now ${file}.damaged`])
  expect([`${file}.damaged`, file].map((one) => readFileSync(one, 'utf8'))).toEqual(['mine', 'b\n'])
})

test('a pipe in the place of ours is told, and holds up nothing; when it is gone, it goes on', async () => {
  const { file, said, appender: out } = await appender()
  out.write('a\n')
  await until('written', () => readFileSync(file, 'utf8') === 'a\n')
  unlinkSync(file)
  execFileSync('mkfifo', [file])
  out.nextFile('b\n')
  await until('told', () => said.length > 0)
  expect(said[0]).toMatch(/^it cannot be written now: device not configured/)
  unlinkSync(file)
  await until('written', () => said.length > 1)
  expect(await out.close()).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe('b\n')
})

test('whoever removes it from a full disk has the room: what would still come into it is let go', async () => {
  const { file, said, appender: out } = await full()
  out.write('a\n')
  await until('told', () => said.length > 0)
  out.write('b\n')
  unlinkSync(file)
  await until('let go', () => said.includes('moved'))
  out.nextFile('c\n')
  expect(await out.close()).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe('c\n')
  expect(readdirSync(dirname(file))).toEqual(['journal'])
})

test('a file is never set aside over another', async () => {
  const { file, said, appender: out } = await appender()
  writeFileSync(`${file}.1`, 'mine')
  out.write('a\n')
  out.nextFile('b\n')
  await until('told', () => said.length > 0)
  expect(said[0]).toMatch(/journal\.1 is there already, move it away; it is tried again/)
  renameSync(`${file}.1`, `${file}.mine`)
  await until('told', () => said.length > 1)
  expect(said[1]).toBe('it is written again')
  expect(await out.close()).toBe(true)
  expect([`${file}.1`, file].map((one) => readFileSync(one, 'utf8'))).toEqual(['a\n', 'b\n'])
})

test('a full disk is told once; the end does not wait for it for long, and says that lines are lost', async () => {
  const { said, appender: out } = await full()
  expect(out.write('a\n')).toBe(true)
  await until('told', () => said.length > 0)
  out.write('b\n')
  expect(await out.close()).toBe(false)
  expect(said).toEqual(['it cannot be written now: out of disk space; it is tried again each second'])
})

test('what waits is bounded: then lines are refused', async () => {
  const { said, appender: out } = await full()
  const line = 'x'.repeat(2 ** 20) + '\n'
  let taken = 0
  while (out.write(line)) taken++
  expect(taken).toBe(31)
  expect(out.write('short\n')).toBe(false)
  out.nextFile('head\n') // the first line of a file is never refused
  await until('told', () => said.length === 2)
  expect(await out.close()).toBe(false)
})

test('a file that somebody cuts short is set aside', async () => {
  const { file, said, appender: out } = await appender()
  out.write('a\n')
  await until('written', () => readFileSync(file, 'utf8') === 'a\n')
  truncateSync(file, 0)
  await until('missed', () => said.includes('moved'))
  expect(said[0]).toBe('somebody has cut the file short: it is set aside, and the next one begun')
  out.nextFile('b\n')
  expect(await out.close()).toBe(true)
  expect([`${file}.damaged`, file].map((one) => readFileSync(one, 'utf8'))).toEqual(['', 'b\n'])
})

test('a file that somebody takes away is missed', async () => {
  const { file, said, appender: out } = await appender()
  out.write('a\n')
  await until('written', () => readFileSync(file, 'utf8') === 'a\n')
  renameSync(file, `${file}.theirs`)
  await until('missed', () => said.includes('moved'))
  out.nextFile('b\n')
  await until('begun', () => existsSync(file))
  expect(await out.close()).toBe(true)
  expect([`${file}.theirs`, file].map((one) => readFileSync(one, 'utf8'))).toEqual(['a\n', 'b\n'])
  expect(existsSync(`${file}.1`)).toBe(false)
})

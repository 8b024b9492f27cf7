import { fc } from '@fast-check/vitest'
import { existsSync, mkdtempSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Appender, type AppenderOptions } from '../../../runtime/journal/appender.js'
import { journalFiles } from '../../../runtime/journal/files.js'
import { until } from '../../_kit/supervised.js'
import { temporary } from '../../_kit/temporary.js'

const root = temporary()

const appender = async (options: Partial<AppenderOptions> = {}) => {
  const file = join(mkdtempSync(join(root, 'j-')), 'journal')
  const said: string[] = []
  const openFile = () => open(file, 'ax')
  return {
    file,
    said,
    appender: new Appender({
      file,
      open: openFile,
      handle: options.handle ?? (await openFile()),
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
  const { said, appender: out } = await appender({ handle: await open('/dev/full', 'a') })
  expect(out.write('a\n')).toBe(true)
  await until('told', () => said.length > 0)
  out.write('b\n')
  expect(await out.close()).toBe(false)
  expect(said).toEqual(['it cannot be written now: out of disk space; it is tried again each second'])
})

test('what waits is bounded: then lines are refused', async () => {
  const { said, appender: out } = await appender({ handle: await open('/dev/full', 'a') })
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

import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { journalFiles } from '../../../runtime/journal/files.js'
import { type Read, readJournal } from '../../../runtime/journal/read.js'
import { USUAL, writeFleet } from '../../_kit/fleet.js'
import { quietDay } from '../../_kit/recorded.js'
import { type Body, bodiesOf, lastChain, sealed } from '../../_kit/sealed.js'
import { temporary } from '../../_kit/temporary.js'

const root = temporary()
const directory = (): string => mkdtempSync(join(root, 'j-'))
const day = quietDay()

/** What is read: a word for each line, and what the reading ends with. */
const told = (files: readonly string[]): string =>
  [...readJournal(files)]
    .map((read) =>
      read._tag === 'Line'
        ? read.line.line
        : `${read._tag} ${read.place.file.split('/').at(-1)}:${read.place.line} ${read._tag === 'Torn' ? read.bytes : read.message}`,
    )
    .join(' ')

const written = (text: string | Buffer): string => {
  const file = join(directory(), 'j')
  writeFileSync(file, text)
  return file
}

test('the lines in order, each with its place and its chain', () => {
  const text = sealed(day)
  const file = written(text)
  const reads = [...readJournal([file])]
  const chains = [...text.matchAll(/"chain":"(.*)"/g)].map(([, chain]) => chain)
  expect(reads.map((read) => read._tag === 'Line' && read.line.line)).toEqual(day.map(({ line }) => line))
  expect(reads.map(({ place }) => place)).toEqual(day.map((_, i) => ({ file, line: i + 1 })))
  expect(reads.map((read) => read._tag === 'Line' && read.chain)).toEqual(chains)
})

test('no files, and an empty one', () => {
  expect(told([])).toBe('')
  expect(told([written('')])).toBe('')
})

describe('the end of the last line', () => {
  const [one, two] = [sealed(day.slice(0, 1)), sealed(day.slice(0, 2))]

  test.each([
    ['its newline is missing', two.slice(0, -1), 'journal start'],
    ['its end is missing', two.slice(0, -10), `journal Torn j:2 ${two.length - one.length - 10}`],
    ['there is a letter of it', two.slice(0, one.length + 1), 'journal Torn j:2 1'],
    ['of the first', one.slice(0, 30), 'Torn j:1 30'],
    ['it is something else', one + 'hello', 'journal Damaged j:2 the line does not end'],
    ['it goes on behind its chain', two.slice(0, -1) + ' ', 'journal Damaged j:2 the line does not end'],
    [
      'an empty line',
      two + '\n',
      'journal start Damaged j:3 the line was changed: it does not end with its chain',
    ],
    [
      'Windows',
      two.replaceAll('\n', '\r\n'),
      "Damaged j:1 the line ends with CR LF, a journal's with LF: the file was converted on its way; tr -d '\\r' undoes that",
    ],
  ])('%s', (_, text, expected) => expect(told([written(text)])).toBe(expected))
})

describe('the first line', () => {
  const text = sealed(day.slice(0, 2))
  const NO_JOURNAL = 'this is no journal: a file of one starts with {"line":"journal"'
  const NO_HEAD =
    'the line was changed: it does not start with {"line":"journal","version":1,"number":N,"previous":"CHAIN"'
  const BROKEN =
    'the chain is broken: this line was changed, or one before it was removed, or they were reordered'

  test.each([
    ['something else', 'hello\n', NO_JOURNAL, true],
    ['something else without an end', 'hello', NO_JOURNAL, true],
    ['nothing', '\n', NO_JOURNAL, true],
    ['another line of a journal', sealed(day.slice(1)), NO_JOURNAL, true],
    ['its first letter was changed', text.replace('{', '['), NO_JOURNAL, true],
    ['its version was changed', text.replace('"version":1', '"version":0'), NO_HEAD, undefined],
    ['its number was', text.replace('"number":1', '"number":x'), NO_HEAD, undefined],
    ['its other number was', text.replace('"number":1', '"number":2'), BROKEN, undefined],
    ['it goes on', text.split('\n')[0]! + ' ', 'the line does not end', undefined],
    [
      'of a newer runock',
      sealed([{ ...day[0], version: 2 }]),
      'a newer runock wrote this journal: it has version 2, and this runock reads version 1',
      undefined,
    ],
  ])('%s', (_, bytes, message, isForeign) => {
    const file = written(bytes)
    const read = { _tag: 'Damaged', place: { file, line: 1 }, message }
    expect([...readJournal([file])]).toEqual([isForeign ? { ...read, isForeign } : read])
  })

  test('of a later file, which is no wrong file: something happened to it', () => {
    const files = [written(text), written('hello\n')]
    const place = { file: files[1], line: 1 }
    expect([...readJournal(files)].at(-1)).toEqual({
      _tag: 'Damaged',
      place,
      message: NO_HEAD,
    })
  })
})

describe('files', () => {
  /** A journal of three or more, none of them the first one when its supervisor started. */
  const several = (): readonly string[] => {
    const file = join(directory(), 'j')
    writeFleet(file, 60, {
      seed: 1,
      services: 3,
      policy: 'sv',
      temper: USUAL,
      restarts: 20,
      full: 0,
      all: false,
      size: 6_000,
    })
    return journalFiles(file)
  }
  const ending = (files: readonly string[]): Read | undefined => [...readJournal(files)].at(-1)

  test('each follows from the one before', () => {
    const files = several()
    expect(files.length).toBeGreaterThan(3)
    expect(ending(files)).toMatchObject({ _tag: 'Line', line: { line: 'end' } })
    expect(ending(files.slice(1))).toMatchObject({ _tag: 'Line', line: { line: 'end' } })
    expect(ending(files.slice(-1))).toMatchObject({ _tag: 'Line', line: { line: 'end' } })
  })

  test('none missing between them, none twice, none in another place', () => {
    const files = several()
    const missing =
      'the file does not follow from the one before: lines, or a whole file, are missing between them'
    for (const wrong of [
      files.toSpliced(1, 1),
      [files[0]!, ...files],
      [files[1]!, files[0]!, ...files.slice(2)],
    ]) {
      expect(ending(wrong)).toMatchObject({
        _tag: 'Damaged',
        place: { file: wrong[1], line: 1 },
        message: missing,
      })
    }
  })

  test('an earlier one that was cut off, or is empty, or has something behind it', () => {
    const files = several()
    const text = readFileSync(files[1]!)
    const end = (): object => ({ ...ending(files) })
    writeFileSync(files[1]!, text.subarray(0, -10))
    expect(end()).toMatchObject({
      _tag: 'Damaged',
      place: { file: files[1] },
      message: 'the line does not end',
    })
    writeFileSync(files[1]!, text.subarray(0, text.lastIndexOf('\n', -2) + 1))
    expect(end()).toMatchObject({ _tag: 'Damaged', place: { file: files[2], line: 1 } })
    truncateSync(files[1]!)
    expect(end()).toMatchObject({
      _tag: 'Damaged',
      place: { file: files[1], line: 1 },
      message: 'the file is empty',
    })
    writeFileSync(files[1]!, Buffer.concat([text, Buffer.from('{"line":"')]))
    expect(end()).toMatchObject({
      _tag: 'Damaged',
      place: { file: files[1] },
      message: 'the line does not end',
    })
  })

  test('the last one not begun, or taken away: the supervisor was killed between the two', () => {
    const files = several()
    const last = files.at(-1)!
    const lines = [...readJournal(files.slice(0, -1))].length
    truncateSync(last)
    expect([...readJournal(files)]).toHaveLength(lines)
    rmSync(last)
    expect([...readJournal(journalFiles(last))]).toHaveLength(lines)
  })

  test('numbers that do not go on', () => {
    const [first, second] = several()
    const bodies = bodiesOf(readFileSync(second!, 'utf8'))
    const chain = lastChain(readFileSync(first!, 'utf8'))
    const renumbered = (number: number): readonly Body[] => bodies.with(0, { ...bodies[0], number })
    writeFileSync(second!, sealed(renumbered(7), chain))
    expect(ending([first!, second!])).toMatchObject({ message: 'the file is not number 2 of the journal' })
    expect(ending([second!])).toMatchObject({ _tag: 'Line' }) // there it may be
    writeFileSync(second!, sealed(renumbered(1), chain))
    expect(ending([second!])).toMatchObject({ message: 'the first file follows on another' })
  })

  test('what the first one says it follows is what it follows', () => {
    const [, second] = several()
    const text = readFileSync(second!, 'utf8')
    const previous = bodiesOf(text)[0]!['previous'] as string
    writeFileSync(
      second!,
      text.replace(
        previous,
        previous.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ),
    )
    expect(ending([second!])).toMatchObject({ _tag: 'Damaged', place: { line: 1 } })
  })
})

test('lines over the pieces in which a file is read', () => {
  const filler = { line: 'start', time: '', runock: '', pid: 1, directory: 'ü'.repeat(400_000) }
  const bodies = [day[0]!, filler, ...day.slice(1), filler, filler, filler]
  expect(told([written(sealed(bodies))])).toBe(bodies.map(({ line }) => line).join(' '))
})

test('hears how much was read', () => {
  const text = sealed(day)
  const file = written(text + '{"line":"')
  let bytes = 0
  for (const read of readJournal([file, file], (more) => (bytes += more))) expect(read).toBeDefined()
  expect(bytes).toBe(text.length + 9)
})

test('a file that goes on while it is read is read to where it is then', () => {
  const file = written(sealed(day.slice(0, 5)))
  const reads = readJournal([file])
  for (let n = 0; n < 5; n++) expect(reads.next().value).toMatchObject({ _tag: 'Line' })
  writeFileSync(file, sealed(day.slice(0, 9)))
  expect([...reads].map(({ place }) => place.line)).toEqual([6, 7, 8, 9])
})

test('a file set aside while it is read is read on', () => {
  const file = written(sealed(day))
  const reads = readJournal([file])
  reads.next()
  renameSync(file, `${file}.1`)
  expect([...reads]).toHaveLength(day.length - 1)
})

test('whoever stops reading leaves no file open', () => {
  const file = written(sealed(day))
  const open = (): number => readdirSync('/proc/self/fd').length
  const before = open()
  for (let n = 0; n < 100; n++) for (const read of readJournal([file])) if (read.place.line === 2) break
  expect(open()).toBeLessThan(before + 100)
})

test('a directory, a FIFO, a file that is not there: an error, at once', () => {
  const fifo = join(directory(), 'fifo')
  execFileSync('mkfifo', [fifo])
  expect(() => [...readJournal([fifo])]).toThrow(/is no file/)
  expect(() => [...readJournal([root])]).toThrow(/is no file/)
  expect(() => [...readJournal([join(root, 'nowhere')])]).toThrow(/ENOENT/)
})

import { appendFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { keptFiles } from '../../../runtime/output/files.js'
import { OutputReader } from '../../../runtime/output/reader.js'
import { temporaryDirectory } from '../supervise/service.js'

const all = (reader: OutputReader): string => {
  let text = ''
  for (let bytes = reader.read(); bytes !== undefined; bytes = reader.read()) text += bytes.toString('latin1')
  return text
}

/** Files with these texts, the youngest last. */
const written = (texts: readonly string[]): string => {
  const directory = temporaryDirectory()
  texts.forEach((text, i) => {
    const age = texts.length - 1 - i
    writeFileSync(join(directory, age === 0 ? 'current' : `current.${age}`), text, 'latin1')
  })
  return directory
}

const rotate = (directory: string): void => {
  for (const file of keptFiles(directory)) {
    const age = Number(file.split('.').at(-1)) || 0
    renameSync(file, join(directory, `current.${age + 1}`))
  }
}

describe('the files', () => {
  test('are svlogd’s, or ours, the oldest first', () => {
    const directory = temporaryDirectory()
    const names = ['current', 'current.10', 'current.9', 'current.1', 'lock', 'state', 'current.x']
    for (const name of names) writeFileSync(join(directory, name), '')
    expect(keptFiles(directory)).toEqual(
      ['current.10', 'current.9', 'current.1', 'current'].map((name) => join(directory, name)),
    )
    const theirs = ['@400000006920a1b80b2f4c3c.u', '@400000006920a1b70b2f4c3c.s', 'current', 'config', '@4.s']
    const other = temporaryDirectory()
    for (const name of theirs) writeFileSync(join(other, name), '')
    expect(keptFiles(other)).toEqual([theirs[1], theirs[0], 'current'].map((name) => join(other, name!)))
    expect(keptFiles(join(other, 'nowhere'))).toEqual([])
  })
})

describe('a reader', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n') }), { minLength: 1, maxLength: 4 })

  test('begins where the last lines begin', () => {
    const begins = fc.property(texts, fc.nat(6), (parts, count) => {
      const whole = parts.join('')
      const reader = new OutputReader(written(parts))
      reader.goBack(count)
      const lines = whole.split(/(?<=\n)/)
      // a newline that ends an older file, with nothing in the youngest, begins a line that has nothing yet
      const last = parts.at(-1) === '' && whole.endsWith('\n') ? [...lines, ''] : lines
      expect(all(reader)).toBe(count === 0 ? '' : last.slice(-count).join(''))
      reader.close()
    })
    fc.assert(begins, { numRuns: 200 })
  })

  test('finds lines that are longer than what it reads at once', () => {
    const long = `${'x'.repeat(100_000)}\n`
    const reader = new OutputReader(written([long, long + long]))
    reader.goBack(2)
    expect(all(reader)).toBe(long + long)
    reader.goBack(3)
    expect(all(reader)).toBe(long + long + long)
    reader.close()
  })

  test('goes on in the next file, and in the one after that, once the last one is read to its end', () => {
    const directory = written(['one\n'])
    const current = join(directory, 'current')
    const reader = new OutputReader(directory)
    reader.goBack(Infinity)
    expect(all(reader)).toBe('one\n')
    appendFileSync(current, 'two\n')
    rotate(directory)
    expect(all(reader)).toBe('two\n') // there is no next one yet
    writeFileSync(current, 'three\n')
    rotate(directory)
    writeFileSync(current, 'four\n')
    rotate(directory)
    writeFileSync(current, 'five\n')
    expect(all(reader)).toBe('three\nfour\nfive\n')
    truncateSync(current)
    appendFileSync(current, 'six\n')
    expect(all(reader)).toBe('six\n')
    reader.close()
  })

  test('says that files are gone which it has not read', () => {
    const directory = written(['one\n'])
    const reader = new OutputReader(directory)
    let missed = 0
    reader.onMissed = () => missed++
    reader.goBack(Infinity)
    expect(all(reader)).toBe('one\n')
    rmSync(join(directory, 'current'))
    writeFileSync(join(directory, 'current'), 'three\n')
    expect(all(reader)).toBe('three\n')
    expect(missed).toBeGreaterThan(0)
    reader.close()
  })

  test('waits for the first file', () => {
    const directory = temporaryDirectory()
    const reader = new OutputReader(directory)
    reader.goBack(10)
    expect(all(reader)).toBe('')
    writeFileSync(join(directory, 'current'), 'one\n')
    expect(all(reader)).toBe('one\n')
    reader.close()
  })
})

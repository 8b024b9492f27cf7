import { fc } from '@fast-check/vitest'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { journalFiles, numberOf } from '../../../runtime/journal/files.js'
import { temporary } from '../../_kit/temporary.js'

const root = temporary()

/** The files of the journal `j` in a directory with these, by their names. */
const among = (names: readonly string[]): string[] => {
  const directory = mkdtempSync(join(root, 'd-'))
  for (const name of names) writeFileSync(join(directory, name), '')
  return journalFiles(join(directory, 'j')).map((path) => path.slice(directory.length + 1))
}

test('by number, and the one that is being written last', () => {
  expect(among(['j.10', 'j', 'j.9', 'j.1'])).toEqual(['j.1', 'j.9', 'j.10', 'j'])
})

test('those that there are', () => {
  expect(among([])).toEqual([])
  expect(among(['j'])).toEqual(['j'])
  expect(among(['j.2', 'j.3'])).toEqual(['j.2', 'j.3'])
})

test('nothing else', () => {
  const others = [
    'j.0',
    'j.01',
    'j.',
    'j.x',
    'j.1x',
    'j.1.gz',
    'j.-1',
    'j.1e3',
    'j2',
    'xj.1',
    'J',
    'j.damaged',
    'j.damaged-2',
    'k.1',
  ]
  expect(among([...others, 'j.7'])).toEqual(['j.7'])
})

test('as they were set aside', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 12 }), (numbers) => {
      const files = among(numbers.map((n) => `j.${n}`))
      expect(files.map(numberOf)).toEqual([...numbers].sort((a, b) => a - b))
    }),
    { numRuns: 30 },
  )
})

test('a path without a directory is in this one, and stays as it is', () => {
  expect(journalFiles('package.json')).toEqual(['package.json'])
  expect(journalFiles('./test/readme.test.ts')).toEqual(['test/readme.test.ts'])
})

test('a directory that is not there is an error of the system', () => {
  expect(() => journalFiles(join(root, 'nowhere', 'j'))).toThrow(/ENOENT/)
})

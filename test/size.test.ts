import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

const read = (directory: string, ending: string): string[] =>
  readdirSync(join(root, directory))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, directory, name), 'utf8'))

/** Without comments and the space in front of lines: what a reader has to trust, not what helps him to. */
const bare = (text: string): string =>
  text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*|;.*$/gm, '').replace(/^\s+/gm, '')

// Where koffi has no binary, processes are started by `jets/launch/`: what is counted is what runs everywhere else.
test('the trusted core is under 30 KB: the reference, the formulas, the operating-system jets', () => {
  const reference = readFileSync(join(root, 'nock/reference.ts'), 'utf8')
  const core = [reference, ...read('formulas', '.nock'), ...read('jets/os', '.ts')].map(bare).join('')
  expect(Buffer.byteLength(core)).toBeLessThan(30_000)
  expect(Buffer.byteLength(core)).toBeGreaterThan(10_000) // the parts are there
})

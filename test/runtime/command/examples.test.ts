import { describe, expect, test } from 'vitest'
import { replay, shell, unindented } from '../../_kit/transcript.js'

// What the help shows is what happens. Not of those that need services or a journal.
const COMMANDS = ['', 'nock', 'fmt', 'jam', 'cue', 'mug', 'hash', 'verify']

describe.each(COMMANDS)('runock %s --help', (name) => {
  test('has examples that do what it says', async () => {
    const help = (await shell(`runock ${name} --help`, '.')).stdout.toString('utf8')
    const examples = /\nExamples\n((?: .*\n)+)/.exec(help)?.[1]
    expect(examples).toMatch(/^ {2}\$ /)
    const expected = unindented(examples!)
    expect(await replay(expected)).toBe(expected)
  })

  test('fits a terminal', async () => {
    const help = (await shell(`runock ${name} --help`, '.')).stdout.toString('utf8')
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([])
  })
})

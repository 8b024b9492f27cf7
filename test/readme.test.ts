import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { replay } from './_kit/transcript.js'

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')
const transcripts = [...readme.matchAll(/```console\n([^]*?)```/g)].map(([, text]) => text!)

/** The modules that it shows, by the names in their first lines. */
const modules = Object.fromEntries(
  [...readme.matchAll(/```js\n\/\/ (\S+\.js)\n([^]*?)```/g)].map(([, name, text]) => [name!, text!]),
)

test('has transcripts', () => expect(transcripts.length).toBeGreaterThanOrEqual(4))

test.each(transcripts)('%#: its commands do what it shows', async (text) => {
  expect(await replay(text, modules)).toBe(text)
})

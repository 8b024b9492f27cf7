import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import * as jets from '../jets/index.js'
import * as nock from '../nock/index.js'
import * as formulas from '../runtime/formulas/index.js'
import * as runtime from '../runtime/index.js'

// The examples in the docstrings of what the package exports do what they say. Three forms:
//   expression === expression
//   expression // its value, as an expression, or as a noun is printed
//   expression, and on lines with // the text that it gives

const root = join(import.meta.dirname, '..')

/** Modules whose examples need a file, a process or a terminal: they only show. */
const SHOWN = [
  'jets/os/',
  'runtime/command/',
  'runtime/sv/',
  'runtime/terminal/terminal',
  'runtime/supervise/directory',
  'runtime/log/',
]

/** All others that have any. What they may name is what the package exports, and what they export themselves. */
const modules = ['nock', 'jets', 'runtime']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && readFileSync(join(root, file), 'utf8').includes('@example'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => !SHOWN.some((start) => name.startsWith(start)))

const { policy, decrement, dec } = {
  policy: (() => {
    const book = formulas.loadFormulas()
    const read = book._tag === 'Right' ? runtime.readPolicy(book.right.get('sv')!) : book
    return read._tag === 'Right' ? read.right : undefined
  })(),
  decrement: jets.arithmetic[0]!.formula,
  dec: jets.arithmetic[0]!,
}

const evaluate = (expression: string, scope: Record<string, unknown>): unknown =>
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- an example is code
  new Function(...Object.keys(scope), `return (${expression})`)(...Object.values(scope))

/** Values as one may compare them, nouns as they are printed. */
const shown = (value: unknown): string =>
  value instanceof nock.Cell
    ? nock.printNoun(value)
    : value instanceof Uint8Array
      ? `Uint8Array [${[...value].join(', ')}]`
      : typeof value === 'object' && value !== null
        ? `{ ${Object.entries(value)
            .map(([key, inner]) => `${key}: ${shown(inner)}`)
            .join(', ')} }`
        : inspect(value)

/** The value of the right side of `expression // value`; undefined is one, too. */
const expected = (text: string, scope: Record<string, unknown>): string => {
  try {
    return shown(evaluate(text, scope))
  } catch {
    return text // a noun, or bytes: no JavaScript
  }
}

const examplesOf = (source: string): { code: string; result: string[] }[] =>
  [...source.matchAll(/@example\n([^]*?)\*\//g)].flatMap(([, block]) => {
    const examples: { code: string; result: string[] }[] = []
    for (const line of block!
      .split('\n')
      .map((one) => one.replace(/^ \* ?/, ''))
      .filter((one) => one.trim() !== '')) {
      const [, code, result] = /^(.*?)(?:\s*\/\/ (.*))?$/.exec(line)!
      if (code !== '') examples.push({ code: code!, result: [] })
      if (result !== undefined) examples.at(-1)!.result.push(result)
    }
    return examples
  })

describe.each(modules)('%s', async (name) => {
  const own = (await import(/* @vite-ignore */ join(root, `${name}.ts`))) as Record<string, unknown>
  const scope = { ...nock, ...jets, ...formulas, ...runtime, ...own, policy, decrement, dec }
  const examples = examplesOf(readFileSync(join(root, `${name}.ts`), 'utf8'))

  test('has examples', () => expect(examples.length).toBeGreaterThan(0))

  test.each(examples)('$code', ({ code, result }) => {
    const value = evaluate(code, scope)
    const isText = typeof value === 'string' && result.length > 1
    expect(isText ? value : shown(value)).toBe(
      isText ? result.join('\n') : result.length === 0 ? 'true' : expected(result[0]!, scope),
    )
  })
})

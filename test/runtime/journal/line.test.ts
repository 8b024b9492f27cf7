import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Noun, Cell, cell, cord, equal, printNoun } from '../../../nock/index.js'
import { decodeLine, nounText } from '../../../runtime/journal/line.js'
import { nouns } from '../../_kit/nouns.js'
import { quietDay } from '../../_kit/recorded.js'
import { nounOf } from '../../_kit/text.js'

const day = quietDay()

describe('the text of a noun', () => {
  test('is read as the same noun', () => {
    fc.assert(
      fc.property(
        nouns,
        fc.string({ minLength: 1 }).filter((name) => !name.endsWith('\0')),
        (noun, name) => {
          const named = new Cell(noun, new Cell(cord(name), cord('spawn')))
          expect(equal(nounOf(nounText(named, cord(name))), named)).toBe(true)
        },
      ),
    )
  })

  test.each<[Noun, string]>([
    [cell(cell(cord('spawn'), cord('web')), 24930), '[[%spawn %web] 24930]'],
    [cell(cell(cord('kill'), 9, cord('kill')), 0), '[[%kill 9 %kill] 0]'],
    [
      cell(cord('wait'), cord('check'), cord('finish'), cord('alive'), cord('other')),
      '[%wait %check %finish %alive 491327616111]',
    ],
    [cell(0, 119, 1, 42), '[0 119 1 42]'],
  ])('%s', (noun, text) => expect(nounText(noun, cord('web'))).toBe(text))

  test('a name of one letter is a number, since there are so many such numbers', () => {
    expect(nounText(cell(cord('w'), 1, 119), cord('w'))).toBe('[119 1 119]')
  })

  test('a name of many words stands in quotes', () => {
    expect(nounText(cell(cord("my 'web'"), 0, 0), cord("my 'web'"))).toBe("['my \\'web\\'' 0 0]")
  })

  test('cut short', () => {
    expect(nounText(cell(cord('web'), 1, 2, 3, 4, 5, 6), cord('web'), 16)).toBe('[%web 1 2 3 4 …]')
  })
})

/** What a line is decoded to, its nouns as text. */
const decoded = (value: unknown): unknown => {
  const line = decodeLine(value)
  if (line._tag === 'Left') return line.left
  return Object.fromEntries(
    Object.entries(line.right).map(([key, field]) => [
      key,
      field instanceof Cell || (key === 'noun' && typeof field === 'number') ? printNoun(field) : field,
    ]),
  )
}

const wanted = (kind: string): Record<string, unknown> => ({ ...day.find(({ line }) => line === kind) })

const KINDS = ['journal', 'start', 'formula', 'service', 'decision', 'quiet', 'lost', 'end']

const examples: Readonly<Record<string, Record<string, unknown>>> = {
  ...Object.fromEntries(KINDS.map((kind) => [kind, wanted(kind)])),
  quiet: { line: 'quiet', time: '2026-11-23T06:00:00.000Z', count: 7 },
  lost: { line: 'lost', time: '2026-11-23T06:00:00.000Z', count: 7 },
}

describe.each(KINDS)('a line %s', (kind) => {
  const example = examples[kind]!
  const OPTIONAL = ['name', 'torn', 'failed', 'product']

  test('is decoded, with its chain and whatever else it has', () => {
    expect(decodeLine(example)).toMatchObject({ _tag: 'Right', right: { line: kind } })
    expect(decodeLine({ ...example, chain: 'any', more: { of: 'it' } })._tag).toBe('Right')
  })

  test.each(Object.keys(example).filter((key) => key !== 'line'))(
    'needs its %s, of the right kind',
    (key) => {
      const { [key]: _, ...rest } = example
      const without = OPTIONAL.includes(key) ? [] : [rest]
      const wrong = [null, {}, [], true, -1, Symbol('a')].map((value) => ({ ...example, [key]: value }))
      for (const line of [...without, ...wrong])
        expect(decoded(line)).toMatch(new RegExp(`^its .*${key}.* cannot be read$`))
    },
  )
})

test('what is no line says so', () => {
  for (const value of [
    undefined,
    null,
    1,
    'a',
    [],
    {},
    { line: 1 },
    { line: 'other' },
    { line: 'toString' },
    { line: '__proto__' },
  ])
    expect(decoded(value)).toBe('it has no "line" that is known')
})

test('whatever it is, there is no exception', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(decodeLine(value)._tag).toMatch(/Left|Right/)
    }),
  )
})

test('nor with other fields', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.dictionary(fc.constantFrom('time', 'noun', 'count', 'subject', 'tape', 'why'), fc.anything()),
      (kind, fields) => {
        expect(decodeLine({ ...examples[kind], ...fields })._tag).toMatch(/Left|Right/)
      },
    ),
  )
})

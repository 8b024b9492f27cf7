import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { cord } from '../../nock/cord.js'
import { equal } from '../../nock/equal.js'
import { type Noun, cell } from '../../nock/noun.js'
import { parseNoun, showParseError } from '../../nock/parse.js'
import { printNoun } from '../../nock/print.js'
import { countdown, headward, nouns } from '../_kit/nouns.js'
import { nounOf } from '../_kit/text.js'

test('reads what is printed', () => {
  fc.assert(
    fc.property(nouns, (noun) => {
      expect(equal(nounOf(printNoun(noun)), noun)).toBe(true)
    }),
  )
})

test.each<[string, Noun]>([
  ['0', 0],
  ['1000', 1000],
  ['1.000', 1000],
  ['12.345.678', 12345678],
  ['9007199254740991', 2 ** 53 - 1],
  ['9007199254740992', 2n ** 53n],
  ['18.446.744.073.709.551.616', 2n ** 64n],
  ['0x1f', 31],
  ['0x1f.ffff', 0x1fffff],
  ['0xdead.beef', 0xdeadbeef],
  ['0x00ff', 255],
  ['0xffff.ffff.ffff.ffff', 2n ** 64n - 1n],
  ['0b1010', 10],
  ['0b1.0000.0000', 256],
  ['~', 0],
  ['%$', 0],
  ['%12', 12],
  ['%1.000', 1000],
  ['%a', 97],
  ['%no-op2', cord('no-op2')],
  ["''", 0],
  ["'two words'", cord('two words')],
  ["'; [no] %comment'", cord('; [no] %comment')],
  ["'it\\'s \\\\'", cord("it's \\")],
  ["'\\0a\\ff\\c3\\a9'", 0xa9c3ff0a],
  ["'\\0a0'", cord('\n0')],
  ["'naïve 🙂'", cord('naïve 🙂')],
  ['[1 2]', cell(1, 2)],
  ['[1 2 3]', cell(1, cell(2, 3))],
  ['[1 [2 3]]', cell(1, 2, 3)],
  ['[[1 2] 3]', cell(cell(1, 2), 3)],
  [' [\t1\r\n2]\n', cell(1, 2)],
  ["[1[2 3]'a'~]", cell(1, cell(2, 3), 97, 0)],
  ['\ufeff[1 ; one\n 2] ; two', cell(1, 2)],
  [';;\n;\n7;', 7],
])('%s', (text, noun) => {
  expect(parseNoun(text)).toEqual({ _tag: 'Right', right: noun })
})

describe('names', () => {
  const names = (name: string) => (name === 'start' ? cell(0, 1) : name === 'x-1' ? 5 : undefined)

  test('stand for nouns', () => {
    expect(nounOf('[7 start x-1]', { names })).toEqual(cell(7, cell(0, 1), 5))
    expect(nounOf('start', { names })).toEqual(cell(0, 1))
  })

  test('may have another text read', () => {
    const reads = (name: string): Noun => nounOf(name === 'a' ? '[b b]' : '[1 2]', { names: reads })
    expect(printNoun(nounOf('[a a]', { names: reads }))).toBe('[[[1 2] 1 2] [1 2] 1 2]')
  })

  test.each([
    ['strat', 'no formula strat; did you mean start?'],
    ['tart', 'no formula tart; did you mean start?'],
    ['stops', 'no formula stops; did you mean stop?'],
    ['dce', 'no formula dce; did you mean dec?'],
    ['unlike', 'no formula unlike'],
    ['d', 'no formula d'],
    ['x'.repeat(1000), `no formula ${'x'.repeat(39)}…`],
  ])('that are unknown: %s', (name, message) => {
    const parsed = parseNoun(`[7 ${name}]`, {
      names: () => undefined,
      known: ['dec', 'stop', 'start', 'restart'],
    })
    expect(parsed).toMatchObject({ _tag: 'Left', left: { message, offset: 3, length: name.length } })
  })

  test('what they throw comes out', () => {
    const throws = () => {
      throw new Error('a cycle')
    }
    expect(() => parseNoun('a', { names: throws })).toThrow('a cycle')
  })
})

describe('errors', () => {
  test.each([
    ['', 'line 1, column 1: here should be a noun', '', '^'],
    ['; nothing\n', 'line 2, column 1: here should be a noun', '', '^'],
    ['[]', 'line 1, column 1: these brackets are empty; a cell has two at least', '[]', '^^'],
    [
      '[0 [1]]',
      'line 1, column 4: these brackets hold one noun; a cell has two at least',
      '[0 [1]]',
      '   ^^^',
    ],
    ['[1 [2 3]', 'line 1, column 1: this bracket is never closed', '[1 [2 3]', '^'],
    ['[1\n [2 3', 'line 2, column 2: this bracket is never closed', ' [2 3', ' ^'],
    ['[1 2]]', 'line 1, column 6: this bracket was never opened', '[1 2]]', '     ^'],
    [']', 'line 1, column 1: this bracket was never opened', ']', '^'],
    ['1 2', 'line 1, column 3: a noun ends before this; two nouns make one in brackets: [a b]', '1 2', '  ^'],
    [
      '[1 2][3 4]',
      'line 1, column 6: a noun ends before this; two nouns make one in brackets: [a b]',
      '[1 2][3 4]',
      '     ^',
    ],
    ['[1 007]', 'line 1, column 4: a number has no zeros in front', '[1 007]', '   ^^^'],
    ['0.000', 'line 1, column 1: a number has no zeros in front', '0.000', '^^^^^'],
    ['%00', 'line 1, column 1: a number has no zeros in front', '%00', '^^^'],
    ...['1.00', '1000.000', '1..000', '1.000.', '1,000', '12ab', '1e3', '1_000'].map((text) => [
      text,
      'line 1, column 1: no number: digits 0 to 9; dots, if any, before every three',
      text,
      '^'.repeat(text.length),
    ]),
    ...['0x', '0xFF', '0xdead.bee', '0xdeadb.eef0', '0x.1'].map((text) => [
      text,
      'line 1, column 1: no hexadecimal number: 0x and digits 0 to 9, a to f; dots, if any, before every four',
      text,
      '^'.repeat(text.length),
    ]),
    [
      '0b12',
      'line 1, column 1: no binary number: 0b and digits 0, 1; dots, if any, before every four',
      '0b12',
      '^^^^',
    ],
    ['-5', 'line 1, column 1: neither a number nor a name', '-5', '^^'],
    ['Stop', 'line 1, column 1: neither a number nor a name', 'Stop', '^^^^'],
    ['stop', 'line 1, column 1: no names are known here; as text it is %stop', 'stop', '^^^^'],
    ['[a_b 1]', 'line 1, column 3: unexpected _', '[a_b 1]', '  ^'],
    ['[1 🙂]', 'line 1, column 4: unexpected 🙂', '[1 🙂]', '   ^'],
    ['[🙂 (]', 'line 1, column 2: unexpected 🙂', '[🙂 (]', ' ^'],
    ["['🙂' (]", 'line 1, column 6: unexpected (', "['🙂' (]", '     ^'],
    ['[\t\u00a01]', 'line 1, column 3: unexpected U+00A0', '[ \u00a01]', '  ^'],
    ['\u001b[31m', 'line 1, column 1: unexpected U+001B', ' [31m', '^'],
    ['"text"', "line 1, column 1: text stands in single quotes: 'Any text'", '"text"', '^'],
    ...['%', '%Stop', '%a_b', '%-'].map((text) => [
      text,
      "line 1, column 1: no term, which takes a to z, 0 to 9 and -; other text stands in quotes: 'Any text'",
      text,
      '^'.repeat(text.length),
    ]),
    ["[1 'text]", 'line 1, column 4: this quote is not closed on its line', "[1 'text]", '   ^'],
    ["[1 'te\nxt']", 'line 1, column 4: this quote is not closed on its line', "[1 'te", '   ^'],
    ["'text\\'", 'line 1, column 1: this quote is not closed on its line', "'text\\'", '^'],
    [
      "'a\\nb'",
      "line 1, column 3: no escape; there are \\' and \\\\ and two digits for a byte, \\0a",
      "'a\\nb'",
      '  ^',
    ],
    [
      "'a\\0'",
      "line 1, column 3: no escape; there are \\' and \\\\ and two digits for a byte, \\0a",
      "'a\\0'",
      '  ^',
    ],
  ])('%j', (text, ...lines) => {
    const parsed = parseNoun(text!)
    expect(parsed._tag === 'Left' && showParseError(parsed.left)).toBe(lines.join('\n  '))
  })

  test('have the place in the text', () => {
    const text = '[1\n [2]\n]'
    expect(parseNoun(text)).toEqual({
      _tag: 'Left',
      left: { message: 'these brackets hold one noun; a cell has two at least', offset: 4, length: 3, text },
    })
  })

  test('show what is around the place in a long line', () => {
    const parsed = parseNoun(`\n[${'12 '.repeat(100)}0x${'q'.repeat(100)} ${'34 '.repeat(100)}]`)
    expect(parsed._tag === 'Left' && showParseError({ ...parsed.left, message: 'no' })).toBe(
      `line 2, column 302: no
  …12 12 12 12 12 12 12 12 12 12 12 12 12 12 12 12 0xqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq…
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
    )
  })

  test('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]01. \n\'\\%~;ab-x🙂"') }), (text) => {
        const parsed = parseNoun(text)
        if (parsed._tag === 'Right') return
        const { offset, length } = parsed.left
        expect(offset >= 0 && length >= 0 && offset + length <= text.length).toBe(true)
        expect(showParseError(parsed.left)).toMatch(/^line \d+, column \d+: .*\n {2}.*\n {2} *\^+$/)
      }),
    )
  })
})

describe('a million', { timeout: 60_000 }, () => {
  const n = 1_000_000

  test('cells deep to the head', () => {
    const text = '['.repeat(n) + '0' + Array.from({ length: n }, (_, i) => ` ${i}]`).join('')
    expect(equal(nounOf(text), headward(n))).toBe(true)
  })

  test('cells deep to the tail', () => {
    const text = Array.from({ length: n }, (_, i) => `[${n - 1 - i} `).join('') + '0' + ']'.repeat(n)
    expect(equal(nounOf(text), countdown(n))).toBe(true)
  })

  test('nouns in brackets', () => {
    expect(equal(nounOf(printNoun(countdown(n))), countdown(n))).toBe(true)
  })

  test('brackets never closed', () => {
    expect(parseNoun('['.repeat(n))).toMatchObject({ left: { offset: n - 1 } })
  })

  test('digits', () => {
    expect(nounOf('1' + '0'.repeat(n))).toBe(10n ** BigInt(n))
    expect(nounOf('0x1' + '.0000'.repeat(n))).toBe(2n ** BigInt(16 * n))
    expect(nounOf('1' + '.000'.repeat(n / 4))).toBe(10n ** BigInt((3 * n) / 4))
  })

  test('characters', () => {
    expect(nounOf(`'${'ab\\63'.repeat(n)}'`)).toBe(cord('abc'.repeat(n)))
  })

  test('comments', () => {
    expect(nounOf('; one\n'.repeat(n) + '1')).toBe(1)
  })
})

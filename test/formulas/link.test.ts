import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { equal, printNoun } from '../../nock/index.js'
import { link, loadFormulas, shippedFormulas, showFormulaError } from '../../runtime/formulas/index.js'
import { book, formulaOf } from '../_kit/book.js'
import { nounOf } from '../_kit/text.js'

/** Links texts: the nouns by name as texts, or the error in words. */
const linked = (texts: Readonly<Record<string, string>>): Record<string, string> | string => {
  const linked = link(new Map(Object.entries(texts)))
  if (linked._tag === 'Left') return showFormulaError(linked.left)
  return Object.fromEntries(linked.right.names.map((name) => [name, printNoun(linked.right.get(name)!)]))
}

describe('names', () => {
  test('stand for the whole formula, whichever comes first', () => {
    expect(linked({ one: '[4 0 1]', two: '[4 one]' })).toEqual({ one: '[4 0 1]', two: '[4 4 0 1]' })
    expect(linked({ two: '[4 one]', one: '[4 0 1]' })).toEqual({ one: '[4 0 1]', two: '[4 4 0 1]' })
    expect(linked({ a: '[7 b c]', b: '[0 2]', c: '[7 b d]', d: '[0 3]' })).toEqual({
      a: '[7 [0 2] 7 [0 2] 0 3]',
      b: '[0 2]',
      c: '[7 [0 2] 0 3]',
      d: '[0 3]',
    })
  })

  test('a name in the middle of a cell keeps its brackets, at the end it loses them', () => {
    expect(linked({ inc: '[4 0 1]', both: '[inc inc]' })).toMatchObject({ both: '[[4 0 1] 4 0 1]' })
  })

  test('a text may be nothing but a name', () => {
    expect(linked({ two: 'one', one: '[0 1]' })).toEqual({ one: '[0 1]', two: '[0 1]' })
  })

  test('a formula that is named by many is one noun, shared', () => {
    const linked = link(new Map(Object.entries({ f: '[g g]', g: '[0 1]' })))
    if (linked._tag === 'Left') throw new Error(showFormulaError(linked.left))
    const f = linked.right.get('f')
    expect(typeof f === 'object' && f.head === f.tail && f.head === linked.right.get('g')).toBe(true)
  })

  test('a book knows its names in order, its nouns and its texts', () => {
    const linked = link(new Map(Object.entries({ b: '[0 1] ; as it is', a: 'b' })))
    if (linked._tag === 'Left') throw new Error(showFormulaError(linked.left))
    expect(linked.right.names).toEqual(['a', 'b'])
    expect(linked.right.text('b')).toBe('[0 1] ; as it is')
    expect(linked.right.get('c')).toBeUndefined()
    expect(linked.right.text('c')).toBeUndefined()
  })

  test('a chain of three hundred names', () => {
    const texts = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}`, `[4 f${i + 1}]`]))
    expect(linked({ ...texts, f300: '[0 1]' })).toMatchObject({ f0: `[${'4 '.repeat(300)}0 1]` })
  })
})

describe('errors', () => {
  test('a circle, from where it closes', () => {
    expect(linked({ a: 'a' })).toBe('these formulas name each other in a circle: a -> a')
    expect(linked({ a: '[7 b [0 1]]', b: '[7 c [0 1]]', c: '[4 b]' })).toBe(
      'these formulas name each other in a circle: b -> c -> b',
    )
  })

  test('a name that is nobody’s, with the one that was meant', () => {
    expect(linked({ restart: '[7 stop\n   strat]', start: '[0 1]', stop: '[0 1]' })).toBe(
      [
        'restart.nock: line 2, column 4: no formula strat; did you mean start?',
        '     strat]',
        '     ^^^^^',
      ].join('\n'),
    )
    expect(linked({ a: '[4 nothing-like-it]', b: '[0 1]' })).toBe(
      [
        'a.nock: line 1, column 4: no formula nothing-like-it',
        '  [4 nothing-like-it]',
        '     ^^^^^^^^^^^^^^^',
      ].join('\n'),
    )
  })

  test('a text that is no noun, in the file that has it', () => {
    expect(linked({ a: 'b', b: '[4 0 1' })).toBe(
      ['b.nock: line 1, column 1: this bracket is never closed', '  [4 0 1', '  ^'].join('\n'),
    )
    expect(linked({ empty: '; nothing yet\n' })).toMatch(
      /^empty\.nock: line 2, column 1: here should be a noun/,
    )
  })
})

describe('directories', () => {
  const temporary: string[] = []
  afterEach(() => {
    for (const directory of temporary.splice(0)) rmSync(directory, { recursive: true })
  })
  const directory = (files: Readonly<Record<string, string>>): string => {
    const path = mkdtempSync(join(tmpdir(), 'runock-'))
    temporary.push(path)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
    return path
  }
  const loaded = (...directories: readonly string[]) => {
    const loaded = loadFormulas(directories)
    if (loaded._tag === 'Left') throw new Error(showFormulaError(loaded.left))
    return loaded.right
  }

  test('the formulas that ship are linked', () => {
    expect(book.names).toEqual(
      'add alive ask check command control dec fell fell-dead finish finished kill kill-tree lth mul observe ready restart runit runit-down runit-look runit-start signal spawn start state status stop sub supervise sv throttled tree wait'.split(
        ' ',
      ),
    )
    for (const name of book.names) expect(book.get(name)).toBeDefined()
  })

  test('a changed formula takes the place of the shipped one, for those that name it, too', () => {
    const mine = loaded(directory({ 'supervise.nock': 'observe ; never starts again' }))
    expect(equal(mine.get('supervise')!, formulaOf('observe'))).toBe(true)
    // the first row of sv is [%supervise %keep supervise]
    const row = (from: typeof mine) => printNoun(from.get('sv')!).slice(0, 400)
    expect(row(mine)).not.toBe(row(book))
    const { head } = mine.get('sv') as { head: unknown } & object
    expect(equal(head as never, nounOf(`[%supervise %keep ${printNoun(formulaOf('observe'))}]`))).toBe(true)
    // what does not name it is as it was
    expect(equal(mine.get('restart')!, formulaOf('restart'))).toBe(true)
  })

  test('a new formula comes beside them, and may name them', () => {
    const mine = loaded(directory({ 'twice.nock': '[7 restart restart]' }))
    const restart = printNoun(formulaOf('restart'))
    expect(equal(mine.get('twice')!, nounOf(`[7 ${restart} ${restart}]`))).toBe(true)
    expect(mine.names).toHaveLength(book.names.length + 1)
  })

  test('a later directory goes before an earlier one', () => {
    const [first, second] = [directory({ 'state.nock': '[1 1]' }), directory({ 'state.nock': '[1 2]' })]
    expect(printNoun(loaded(first, second).get('state')!)).toBe('[1 2]')
    expect(printNoun(loaded(second, first).get('state')!)).toBe('[1 1]')
  })

  test('only files NAME.nock count', () => {
    const path = directory({ 'notes.txt': 'no noun', 'state.nock~': 'no noun' })
    mkdirSync(join(path, 'spec'))
    expect(loaded(path).names).toEqual(book.names)
  })

  test('errors name the formula, or the directory', () => {
    const broken = loadFormulas([directory({ 'start.nock': '[6 [5 [0 14] [1 0]] [0 1]\n' })])
    expect(broken._tag === 'Left' && showFormulaError(broken.left)).toBe(
      [
        'start.nock: line 1, column 1: this bracket is never closed',
        '  [6 [5 [0 14] [1 0]] [0 1]',
        '  ^',
      ].join('\n'),
    )
    const circle = loadFormulas([directory({ 'stop.nock': '[7 restart [0 1]]' })])
    expect(circle._tag === 'Left' && showFormulaError(circle.left)).toMatch(
      /^these formulas name each other in a circle: (restart -> stop -> restart|stop -> restart -> stop)$/,
    )
    const missing = join(shippedFormulas(), 'nowhere')
    const none = loadFormulas([missing])
    expect(none._tag === 'Left' && showFormulaError(none.left)).toBe(`${missing}: no such file or directory`)
  })
})

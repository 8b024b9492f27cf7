import { describe, expect, test } from 'vitest'
import { Cell, type Noun, equal } from '../../../nock/index.js'
import { link } from '../../../runtime/formulas/index.js'
import { formulaText } from '../../../runtime/explain/formula-text.js'
import { namesOf } from '../../../runtime/explain/names.js'
import { book, formulaOf } from '../../_kit/book.js'
import { sv, throttled } from '../../_kit/story.js'
import { nounOf } from '../../_kit/text.js'
import { names } from './decisions.js'

const UP = nounOf('[5 [0 14] 1 1]')

describe('names', () => {
  test('are those of equal formulas, wherever a noun comes from', () => {
    expect(names.of(nounOf('[7 [[0 2] [1 %kill] 0 3] 6 [5 [0 8] 0 3] [[0 5] 0 9] 0 0]'))).toBe('kill')
    expect(names.of(sv.get('d')!.formula)).toBe('stop')
    expect(names.of(nounOf('[7 [0 1] 0 1]'))).toBeUndefined()
  })

  test('of what a policy writes out are its event', () => {
    expect(names.of(sv.get('t')!.formula)).toBe('sv %t %k')
    expect(names.of(throttled.get('supervise')!.formula)).toBe('throttled %supervise')
  })

  test('are not given to what means something else elsewhere', () => {
    expect(equal(book.get('state')!, nounOf('[0 14]'))).toBe(true)
    expect(names.of(nounOf('[0 14]'))).toBeUndefined()
    expect(names.of(0)).toBeUndefined()
  })

  test('that a journal brings along go behind the book’s; told is where the book has another of that name', () => {
    const brought = { mine: '[4 0 1]', stop: '[6 [0 5] 0 0]', 'a\nb': '[3 0 1]' }
    const others = Object.entries(brought).map(([name, text]) => [name, nounOf(text)] as const)
    const all = namesOf(book, new Map([['halt', formulaOf('stop')], ...others]))
    expect(all.of(formulaOf('stop'))).toBe('stop')
    expect(others.map(([, noun]) => all.of(noun))).toEqual(['mine', 'stop', 'a\\nb'])
    expect(all.another).toEqual(['stop'])
    expect(namesOf(book, new Map([['stop', formulaOf('stop')]])).another).toEqual([])
    expect(all.place(others[1]![1], nounOf('[0 5]'))).toBeUndefined()
  })
})

describe('a condition', () => {
  test('is found in the text of its formula, behind a 6', () => {
    expect(names.place(formulaOf('stop'), UP)).toBe('stop.nock:5')
    expect(names.place(formulaOf('stop'), nounOf('[0 5]'))).toBe('stop.nock:7')
    expect(names.place(formulaOf('start'), nounOf('[5 [0 5] 1 0]'))).toBe('start.nock:6')
    // there, and no condition
    expect(names.place(formulaOf('start'), nounOf('[0 5]'))).toBeUndefined()
    expect(names.place(formulaOf('start'), UP)).toBeUndefined()
    expect(names.place(nounOf('[6 [5 [0 14] 1 1] 0 0]'), UP)).toBeUndefined()
  })

  test('is found in a policy in the row of its event', () => {
    expect(names.place(sv.get('t')!.formula, UP)).toBe('sv.nock:13')
    expect(names.place(throttled.get('supervise')!.formula, nounOf('[0 14]'))).toBe('throttled.nock:5')
  })

  test('that stands in several lines has no place; comments do not count, names in it do', () => {
    const texts = new Map([
      ['c', '[5 [0 1] [1 0]]'],
      ['twice', '[6 [0 6]\n[1 1]\n6 [0 6] [1 0] [1 1]]'],
      ['once', '; 6 [0 6]\n[6 [7 c [0 1]]\n[1 1] ; 6 [7 c [0 1]]\n[1 1]]'],
    ])
    const linked = link(texts)
    if (linked._tag === 'Left') throw new Error('it does not link')
    const own = namesOf(linked.right)
    expect(own.place(linked.right.get('twice')!, nounOf('[0 6]'))).toBeUndefined()
    expect(own.place(linked.right.get('once')!, nounOf('[7 [5 [0 1] 1 0] 0 1]'))).toBe('once.nock:2')
  })
})

describe('the text of a formula', () => {
  test('has the names in it', () => {
    expect(formulaText(formulaOf('supervise'), names, 80)).toBe('supervise')
    expect(formulaText(formulaOf('supervise'), names, 80, false)).toBe('[7 observe start]')
    expect(formulaText(formulaOf('kill'), names, 80, false)).toBe('[7 [[0 2] [1 %kill] 0 3] ask]')
    expect(formulaText(nounOf('[[1 2] [3 4] 5]'), names, 80)).toBe('[[1 2] [3 4] 5]')
    expect(formulaText(7, names, 80)).toBe('7')
  })

  test('is cut at any length, however deep the noun', () => {
    const whole = formulaText(formulaOf('stop'), names, 1000, false)
    for (let limit = 1; limit < whole.length; limit++) {
      expect(formulaText(formulaOf('stop'), names, limit, false)).toBe(whole.slice(0, limit - 1) + '…')
    }
    let heads: Noun = 0
    let tails: Noun = 0
    for (let i = 0; i < 100_000; i++) [heads, tails] = [new Cell(heads, 1), new Cell(1, tails)]
    expect(formulaText(heads, names, 5)).toBe('[[[[…')
    expect(formulaText(tails, names, 8)).toBe('[1 1 1 …')
  })
})

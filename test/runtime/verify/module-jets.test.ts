import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import * as jets from '../../../jets/index.js'
import { type Noun, cell } from '../../../nock/index.js'
import { jetsIn, nameOf } from '../../../runtime/verify/module-jets.js'

const { arithmetic, arithmeticJets, defineJet, jetTable } = jets

const run = (): undefined => undefined
const jet = (name: string, formula: string) => defineJet({ name, formula, run })

/** The names of the jets that are found; one that is not accepted with the reason. Or what is wrong. */
const foundIn = (exported: object): readonly string[] | string => {
  const found = jetsIn(exported)
  if (E.isLeft(found)) return found.left
  return found.right.map((one) => (E.isLeft(one) ? `${nameOf(one)}: ${one.left.why}` : nameOf(one)))
}

describe('what is found', () => {
  test.each<[string, object, readonly string[]]>([
    ['nothing', {}, []],
    [
      'nothing in what is no jet',
      { f: () => 1, n: 1, t: 'text', u: undefined, z: null, r: /x/, d: new Date(0) },
      [],
    ],
    ['what defineJet made', { a: jet('a', '[4 0 1]') }, ['a']],
    [
      'a jet itself',
      { a: E.isRight(jet('a', '[4 0 1]')) && (jet('a', '[4 0 1]') as { right: object }).right },
      ['a'],
    ],
    ['a definition that was not given to defineJet', { a: { name: 'a', formula: '[4 0 1]', run } }, ['a']],
    ['one that has its formula as a noun', { a: { name: 'a', formula: cell(4, 0, 1), run } }, ['a']],
    ['lists', { all: [jet('a', '[4 0 1]'), [jet('b', '[3 0 1]')]] }, ['a', 'b']],
    ['objects', { all: { a: jet('a', '[4 0 1]'), more: { b: jet('b', '[3 0 1]') } } }, ['a', 'b']],
    ['the default export', { default: [jet('a', '[4 0 1]')] }, ['a']],
    [
      'what is not accepted, with the reason',
      { a: jet('a', '[9 2 0 1]'), b: jet('b', '[4') },
      ['a: open', 'b: formula'],
    ],
    ['the jets of this package', { ...jets }, arithmetic.map(({ name }) => name)],
    ['a table that was not accepted', { t: jetTable([...arithmetic, ...arithmetic]) }, ['dec: duplicate']],
    ['nothing in a table', { arithmeticJets }, []],
  ])('%s', (_what, exported, names) => {
    expect(foundIn(exported)).toEqual(names)
  })

  test('each once, however often it is exported', () => {
    const a = jet('a', '[4 0 1]')
    const found = { a, again: a, all: [a, a], right: (a as { right: object }).right }
    expect(foundIn(found)).toEqual(['a'])
  })

  test('the second jet of a formula is not accepted', () => {
    expect(foundIn({ a: jet('a', '[4 0 1]'), b: jet('b', '[4 [0 1]]') })).toEqual(['a', 'b: duplicate'])
  })

  test('what holds itself ends', () => {
    const all: unknown[] = [jet('a', '[4 0 1]')]
    all.push(all)
    expect(foundIn({ all })).toEqual(['a'])
  })

  test('methods keep their object', () => {
    class Mine {
      readonly name = 'mine'
      readonly formula = '[4 0 1]'
      private readonly product = 7
      run(): Noun {
        return this.product
      }
      more(): boolean {
        return this.product === 7
      }
    }
    const found = jetsIn({ mine: new Mine() })
    if (E.isLeft(found) || E.isLeft(found.right[0]!)) throw new Error('it was not found')
    const { right: mine } = found.right[0]!
    expect([mine.run(0), mine.more!(0), mine.resume, mine.subjects]).toEqual([7, true, undefined, undefined])
  })
})

describe('what looks like a jet and is none is told', () => {
  test.each<[string, object, string]>([
    ['no run', { a: { name: 'a', formula: '[4 0 1]' } }, 'a looks like a jet, but its run is not a function'],
    [
      'a name that is none',
      { a: { name: 1, formula: '[4 0 1]', run } },
      'a looks like a jet, but its name is not text',
    ],
    [
      'no formula',
      { a: [{ name: 'a', run }] },
      "a.0 looks like a jet, but its formula is not a noun or a noun's text",
    ],
    [
      'a formula that is none',
      { a: { name: 'a', formula: -1, run } },
      "a looks like a jet, but its formula is not a noun or a noun's text",
    ],
    [
      'its subjects',
      { a: { name: 'a', formula: '[4 0 1]', run, subjects: [1] } },
      'a looks like a jet, but its subjects is not a function',
    ],
    [
      'two of one name',
      { a: jet('a', '[4 0 1]'), b: jet('a', '[3 0 1]') },
      'two of its jets are called a: give each a name of its own, for --jet to tell them apart',
    ],
  ])('%s', (_what, exported, message) => {
    expect(foundIn(exported)).toBe(message)
  })
})

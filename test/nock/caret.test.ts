import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axis as at, cell, isCell, printNoun } from '../../nock/index.js'
import { type Noun } from '../../nock/noun.js'
import { caret } from '../../nock/caret.js'
import { nouns } from '../_kit/nouns.js'
import { noun } from '../_kit/programs.js'

/** What the carets stand under. */
const under = ([text, carets]: readonly [string, string]): string =>
  text.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)

describe('carets under a part', () => {
  test.each([
    [1, '[6 [0 1] [1 2] 1 3]'],
    [2, '6'],
    [6, '[0 1]'],
    [14, '[1 2]'],
    [15, '1 3'],
  ])('the part at axis %d: %s', (axis, part) => {
    const found = caret(noun('[6 [0 1] [1 2] 1 3]'), axis)
    expect([found[0], under(found)]).toEqual(['[6 [0 1] [1 2] 1 3]', part])
  })

  test('any part of a short noun, without the brackets that are left out', () => {
    fc.assert(
      fc.property(nouns, fc.array(fc.constantFrom(0, 1), { maxLength: 5 }), (whole, turns) => {
        fc.pre(printNoun(whole, { limit: 60 }).length < 30)
        const axis = turns.reduce<number>(
          (so, turn) => (at(2 * so + turn, whole) === undefined ? so : 2 * so + turn),
          1,
        )
        const part = at(axis, whole)!
        const [text, carets] = caret(whole, axis)
        expect(text).toBe(printNoun(whole))
        expect([printNoun(part), printNoun(part).slice(1, -1)]).toContain(under([text, carets]))
        expect(isCell(part) || under([text, carets]) === printNoun(part)).toBe(true)
      }),
    )
  })

  test('of a long text what is near', () => {
    let long: Noun = noun('[0 6]')
    for (let i = 0; i < 1_000; i++) long = cell(7, cell(cell(0, 1), cell(4, long)))
    const [text, carets] = caret(long, 2n ** 5_000n - 1n) // the last of the tails
    expect(text.length).toBeLessThan(150)
    expect(carets.length).toBeLessThan(150)
  })
})

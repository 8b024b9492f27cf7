import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allBrackets, isCell, parseNoun } from '../../../nock/index.js'
import { nouns } from '../../_kit/nouns.js'
import { noun } from '../../_kit/programs.js'

describe('all brackets', () => {
  test('none is left out', () =>
    expect(allBrackets(noun('[6 [0 1] [1 2] 1 3 4]'), 80)).toBe('[6 [[0 1] [[1 2] [1 [3 4]]]]]'))

  test('it reads as the same noun, with a bracket for each cell', () => {
    fc.assert(
      fc.property(nouns, (one) => {
        const text = allBrackets(one, 1e6)
        const read = parseNoun(text)
        expect(read).toEqual({ _tag: 'Right', right: one })
        expect(text.split('[').length - 1).toBe(isCell(one) ? text.split(']').length - 1 : 0)
      }),
    )
  })

  test('no longer than wanted', () => expect(allBrackets(noun('[1 2 3 4 5 6]'), 8)).toBe('[1 [2 […'))

  test('a name stands for what has one', () =>
    expect(
      allBrackets(noun('[7 [0 2] 4 0 1]'), 80, (one) => (isCell(one) && one.head === 4 ? 'inc' : undefined)),
    ).toBe('[7 [[0 2] inc]]'))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axis as at } from '../../nock/index.js'
import { subFormulas } from '../../nock/sub-formulas.js'
import { nouns } from '../_kit/nouns.js'
import { noun } from '../_kit/programs.js'

describe('the formulas that a formula is made of', () => {
  test.each([
    ['5', ''],
    ['[0 6]', ''],
    ['[1 4 0 1]', ''],
    ['[[0 1] 0 2]', '2 3'],
    ['[2 [0 1] 0 2]', '6 7'],
    ['[3 0 1]', '3'],
    ['[4 0 1]', '3'],
    ['[5 [0 1] 0 2]', '6 7'],
    ['[6 [0 1] [0 2] 0 3]', '6 14 15'],
    ['[7 [0 1] 0 2]', '6 7'],
    ['[8 [0 1] 0 2]', '6 7'],
    ['[9 2 0 1]', '7'],
    ['[10 [2 0 1] 0 1]', '13 7'],
    ['[11 1 0 1]', '7'],
    ['[11 [1 0 1] 0 1]', '13 7'],
    ['[12 0 1]', ''],
    ['[6 [0 1] 2]', '6'],
    ['[2 3]', ''],
  ])('of %s: at %s', (text, axes) => {
    expect(
      subFormulas(noun(text))
        .map(({ axis }) => axis)
        .join(' '),
    ).toBe(axes)
  })

  test('each stands at its axis', () => {
    fc.assert(
      fc.property(nouns, (formula) => {
        for (const { axis, formula: inner } of subFormulas(formula)) expect(at(axis, formula)).toBe(inner)
      }),
    )
  })
})

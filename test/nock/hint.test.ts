import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reference } from '../../nock/index.js'
import { hintOf } from '../../nock/hint.js'
import { mutated } from '../_kit/formulas.js'
import { noun } from '../_kit/programs.js'

const hint = (subject: string, formula: string): string => {
  const done = reference(noun(subject), noun(formula))
  return done._tag === 'Left' ? hintOf(done.left) : 'it has a product'
}

describe('what to look at after a crash', () => {
  test.each([
    ['[1 7]', '[0 6]', 'axis 6 of this subject: /3 is the atom 7, so there is nothing below it'],
    ['7', '[0 2]', 'axis 2 of this subject: it is the atom 7, and has no parts'],
    ['7', '[0 0]', 'axes count from 1, the whole: [0 1]; [0 0] crashes on purpose'],
    ['[1 2]', '[9 4 0 1]', 'axis 4 of this core: /2 is the atom 1, so there is nothing below it'],
    [
      '[1 2]',
      '[10 [4 0 1] 0 1]',
      'axis 4 of the noun to be edited: /2 is the atom 1, so there is nothing below it',
    ],
    [
      '[1 2]',
      '[4 0 1]',
      'rule 4 adds one to a number, and what its formula gave is a cell: [0 2] and [0 3] of that are its parts',
    ],
    [
      '5',
      '[6 [0 1] [1 1] 1 2]',
      'rule 6 chooses by 0, yes, or 1, no: [5 …] gives one of them for "the same?", [3 …] for "a cell?"',
    ],
    ['5', '[7 [0 1] 3]', 'to have the number itself write [1 3], to have the part at that axis [0 3]'],
    [
      '5',
      '[12 1]',
      'is a constant meant? then write [1 …]; two formulas side by side are both evaluated, and each starts with a rule',
    ],
    ['5', '[6 [1 0] 2]', 'behind the 6 stand 2 nouns, and it takes 3'],
    ['5', '[2 7]', 'behind the 2 stands one noun, and it takes 2'],
    ['5', '[10 2 0 1]', 'behind the 10 stands a cell first, [axis formula]'],
    ['5', '[0 [1 2]]', 'an axis is a number'],
    ['5', '[9 [0 1] 0 1]', 'an axis is a number'],
  ])('on %s: %s', (subject, formula, said) => expect(hint(subject, formula)).toBe(said))

  test('for every crash there is one, not long, on one line', () => {
    let crashes = 0
    fc.assert(
      fc.property(mutated, ({ subject, formula }) => {
        const done = reference(subject, formula, { budget: { steps: 1_000 } })
        const words = done._tag === 'Left' ? hintOf(done.left) : 'none'
        if (done._tag === 'Left') crashes++
        expect(words).toMatch(/^[^\n]{4,240}$/)
      }),
      { numRuns: 1_000 },
    )
    expect(crashes).toBeGreaterThan(100)
  })
})

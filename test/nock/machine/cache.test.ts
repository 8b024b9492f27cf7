import { describe, expect, test } from 'vitest'

import { equal } from '../../../nock/equal.js'
import { nock } from '../../../nock/nock.js'
import { type Noun, cell } from '../../../nock/noun.js'
import { printOutcome } from '../../_kit/outcome.js'
import { D, noun } from '../../_kit/programs.js'

describe('what is compiled', { timeout: 60_000 }, () => {
  test('50,000 different formulas, one after another', () => {
    const failed = Array.from({ length: 50_000 }, (_, i) => i).filter((i) => {
      // [8 [1 i] [5 [0 2] 0 3] 4 4 1 i]
      const outcome = nock(i, cell(8, cell(1, i), cell(5, cell(0, 2), 0, 3), 4, 4, 1, i))
      return printOutcome(outcome) !== `[0 ${i + 2}]`
    })
    expect(failed).toEqual([])
  })

  test('one formula in many copies, and one copy for many subjects', () => {
    const copy = (n: Noun): Noun => (typeof n === 'object' ? cell(copy(n.head), copy(n.tail)) : n)
    for (let n = 1; n < 200; n++) {
      expect(printOutcome(nock(n, copy(D.formula)))).toBe(`${n - 1}`)
      expect(printOutcome(nock(n, D.formula))).toBe(`${n - 1}`)
    }
  })

  test('code that changes as it runs', () => {
    // counts to 5 by one arm, then puts another in its place: [[1 7] 0 3]
    const formula = noun('[9 2 [1 6 [5 [0 3] 1 5] [9 2 10 [2 1 [1 7] 0 3] 0 1] 9 2 10 [3 4 0 3] 0 1] 1 0]')
    expect(printOutcome(nock(0, formula))).toBe('[7 5]')
  })

  test('a formula that is data, too, stays the noun that it is', () => {
    const formula = noun('[[0 1] [1 4 0 1] 2 [0 2] 0 3]')
    expect(printOutcome(nock(noun('[41 4 0 1]'), formula))).toBe('[[41 4 0 1] [4 0 1] 42]')
    expect(equal(formula, noun('[[0 1] [1 4 0 1] 2 [0 2] 0 3]'))).toBe(true)
  })
})

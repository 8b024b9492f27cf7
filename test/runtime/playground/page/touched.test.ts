import { describe, expect, test } from 'vitest'
import { Stepper, printNoun } from '../../../../nock/index.js'
import { touched } from '../../../../runtime/playground/page/touched.js'
import { nounOf } from '../../../_kit/text.js'

/** What each step touches: its subject, the part, and the formula. */
const all = (subject: string, formula: string, expanded = false): string[] => {
  const stepper = new Stepper(nounOf(subject), nounOf(formula), { expanded })
  const lines: string[] = []
  for (let n = 0; ; n++) {
    const step = stepper.at(n)
    if (step === undefined) return lines
    const { subject: a, part, formula: f } = touched(step)
    lines.push([a, part, f].map((noun) => (noun === undefined ? '-' : printNoun(noun))).join(' | '))
  }
}

describe('a step touches', () => {
  test('the part that rule 0 takes', () => {
    expect(all('[1 2]', '[4 0 3]')).toEqual([
      '[1 2] | - | [4 0 3]',
      '[1 2] | 3 | [0 3]',
      '2 | - | [4 0 3]',
      '3 | - | -',
    ])
  })

  test('the arm that rule 9 calls, and the part that rule 10 replaces', () => {
    expect(all('[[0 3] 7]', '[9 2 0 1]')[2]).toBe('[[0 3] 7] | 2 | [9 2 0 1]')
    expect(all('[1 2]', '[10 [2 1 5] 0 1]')[3]).toBe('[1 2] | 2 | [10 [2 1 5] 0 1]')
  })

  test('the subject, where a folded rule waits', () => {
    expect(all('7', '[6 [1 0] [0 1] 0 0]')[2]).toBe('7 | - | [6 [1 0] [0 1] 0 0]')
    expect(all('7', '[11 [1 1 0] 0 1]')[2]).toBe('7 | - | [11 [1 1 0] 0 1]')
  })

  test('of a part that is not there, the last on the way; of axis 0, none', () => {
    expect(all('[1 2]', '[0 12]')).toEqual(['[1 2] | 3 | [0 12]'])
    expect(all('[1 2]', '[0 0]')).toEqual(['[1 2] | - | [0 0]'])
  })

  test('nothing, of an atom that is no formula', () => {
    expect(all('1', '2')).toEqual(['1 | - | 2'])
  })
})

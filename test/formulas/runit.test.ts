import { describe, expect, test } from 'vitest'
import { equal } from '../../nock/index.js'
import { formulaOf } from '../_kit/book.js'
import { runit, sv } from '../_kit/story.js'
import { evaluates } from '../_kit/tables.js'
import { nounOf } from '../_kit/text.js'

const formula = (text: string) => nounOf(text, { names: formulaOf })

describe('the policy runit', () => {
  test('is sv but for what takes up and down', () => {
    expect(new Set(runit.keys())).toEqual(new Set(sv.keys()))
    for (const [event, { supervised, formula }] of runit) {
      expect(supervised).toBe(sv.get(event)!.supervised)
      expect(equal(formula, sv.get(event)!.formula)).toBe(
        !['supervise', 'observe', ...'uodxtk'].includes(event),
      )
    }
  })
})

describe('runit-look', () => {
  evaluates(formulaOf('runit-look'), [
    ['[[[[%alive 7] 0] 0] %web 1 7]', '[0 %web 1 7]'],
    ['[[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 2.147.483.647] 0] 0] %web 1 7]', '[0 %web 0 0]'],
    [
      '[[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 2.147.483.647] 1] [1 2] 0] %web 1 7]',
      '[[[1 2] 0] %web 0 0]',
    ],
    ['[[[[%alive 7] 1] [[%kill 9 7] 1] 0] %web 1 7]', 'crash: rule 0, axis 0'], // not permitted
    ['[[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 5.000] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    ['[0 %web 0 0]', '[0 %web 0 0]'],
  ])
})

describe('runit-start', () => {
  const WAITED = '[[%finished %web] 0] [[%wait %web 1.000] 0]'
  evaluates(formulaOf('runit-start'), [
    [`[[${WAITED} [[%control %u %web 5.000] 1] [[%spawn %web] 7] 0] %web 0 0]`, '[0 %web 1 7]'],
    [`[[${WAITED} [[%control %u %web 5.000] 0] [[%spawn %web] 0] 0] %web 0 0]`, '[0 %web 0 0]'],
    [`[[${WAITED} [[%control %u %web 5.000] 0] [[%spawn %web] 7] [1 2] 0] %web 0 0]`, '[[[1 2] 0] %web 1 7]'],
    // a command came up meanwhile
    ['[[[[%finished %web] 1] 0] %web 0 0]', '[0 %web 0 0]'],
    ['[[[[%finished %web] 0] [[%wait %web 1.000] 1] 0] %web 0 0]', '[0 %web 0 0]'],
    [`[[${WAITED} [[%spawn %web] 7] 0] %web 0 0]`, 'crash: rule 0, axis 0'],
    ['[[[[%spawn %web] 7] 0] %web 0 0]', 'crash: rule 0, axis 0'],
    ['[0 %web 0 0]', 'crash: rule 0, axis 8'],
    ['[0 %web 1 7]', '[0 %web 1 7]'],
  ])
})

describe('runit-down', () => {
  const script = (letter: string, answer: number): string => `[[%control %${letter} %web 5.000] ${answer}]`
  evaluates(formula('[8 [1 %x] runit-down]'), [
    [
      `[[${script('t', 1)} [[%signal 15 7] 0] [[%signal 18 7] 0] ${script('x', 1)} 0] %web 1 7]`,
      '[0 %web 1 7]',
    ],
    [`[[${script('t', 0)} [[%signal 18 7] 0] ${script('x', 0)} [1 2] 0] %web 1 7]`, '[[[1 2] 0] %web 1 7]'],
    [
      `[[${script('t', 1)} [[%signal 15 7] 1] [[%signal 18 7] 1] ${script('x', 1)} 0] %web 1 7]`,
      '[0 %web 1 7]',
    ],
    [
      `[[${script('t', 1)} [[%signal 15 7] 0] [[%signal 18 7] 0] ${script('d', 1)} 0] %web 1 7]`,
      'crash: rule 0, axis 0',
    ],
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    ['[0 %web 0 0]', '[0 %web 0 0]'],
  ])
})

import { describe, expect, test } from 'vitest'
import { equal } from '../../nock/index.js'
import { formulaOf } from '../_kit/book.js'
import { sv, throttled } from '../_kit/story.js'
import { evaluates } from '../_kit/tables.js'
import { nounOf } from '../_kit/text.js'

const letterT = nounOf('[6 [5 [0 14] [1 1]] restart [0 1]]', { names: formulaOf })

describe('sv', () => {
  test('has a row for each event, in this order', () => {
    const rows = [...sv].map(([event, { supervised }]) => `${event} ${supervised}`)
    expect(rows).toEqual([
      'supervise keep',
      'observe keep',
      'u in',
      'o out',
      'd out',
      'x exit',
      't keep',
      'k keep',
      'status keep',
      'check keep',
    ])
  })

  test.each([
    ['supervise', formulaOf('supervise')],
    ['observe', formulaOf('observe')],
    ['u', formulaOf('start')],
    ['o', formulaOf('start')],
    ['d', formulaOf('stop')],
    ['x', formulaOf('stop')],
    ['t', letterT],
    ['k', letterT],
    ['status', formulaOf('status')],
    ['check', formulaOf('ready')],
  ])('%s evaluates the formula meant', (event, formula) => {
    expect(equal(sv.get(event)!.formula, formula)).toBe(true)
  })
})

describe('t and k: what is up is killed and started, what is down stays', () => {
  evaluates(letterT, [
    ['[[[[%kill 9 7] 0] [[%finish %web 5.000] 0] [[%spawn %web] 8] 0] %web 1 7]', '[0 %web 1 8]'],
    ['[[[[%kill 9 7] 0] [[%finish %web 5.000] 0] [[%spawn %web] 0] 0] %web 1 7]', '[0 %web 0 0]'],
    ['[[[[%kill 9 7] 1] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    ['[0 %web 0 0]', '[0 %web 0 0]'],
    ['[[[[%spawn %web] 8] 0] %web 0 0]', '[[[[%spawn %web] 8] 0] %web 0 0]'],
  ])
})

describe('throttled', () => {
  test('is sv but for the row of supervise', () => {
    expect([...throttled.keys()]).toEqual([...sv.keys()])
    for (const [event, { supervised, formula }] of throttled) {
      expect(supervised).toBe(sv.get(event)!.supervised)
      expect(equal(formula, sv.get(event)!.formula)).toBe(event !== 'supervise')
    }
  })
})

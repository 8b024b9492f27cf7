import { describe, expect, test } from 'vitest'
import { equal } from '../../nock/index.js'
import { formulaOf } from '../_kit/book.js'
import { sv, throttled, tree } from '../_kit/story.js'
import { evaluates } from '../_kit/tables.js'
import { nounOf } from '../_kit/text.js'

const letterT = nounOf('[6 [5 [0 14] [1 1]] restart [0 1]]', { names: formulaOf })
const commandOf = (pushed: string) => nounOf(`[8 [1 ${pushed}] command]`, { names: formulaOf })

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
      ...[...'pchaiq12'].map((letter) => `${letter} keep`),
      'e exit',
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
    ['p', commandOf('%p 19')],
    ['c', commandOf('%c 18')],
    ['h', commandOf('%h 1')],
    ['a', commandOf('%a 14')],
    ['i', commandOf('%i 2')],
    ['q', commandOf('%q 3')],
    ['1', commandOf("'1' 10")],
    ['2', commandOf("'2' 12")],
    ['e', formulaOf('supervise')],
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

describe('command: a signal to what is up, unless a script for its letter has seen to it', () => {
  evaluates(commandOf('%h 1'), [
    ['[[[[%control %h %web 5.000] 1] [[%signal 1 7] 0] 0] %web 1 7]', '[0 %web 1 7]'],
    ['[[[[%control %h %web 5.000] 1] [[%signal 1 7] 1] 0] %web 1 7]', '[0 %web 1 7]'], // it was not sent
    ['[[[[%control %h %web 5.000] 0] 0] %web 1 7]', '[0 %web 1 7]'],
    ['[[[[%control %h %web 5.000] 0] [1 2] 0] %web 1 7]', '[[[1 2] 0] %web 1 7]'],
    ['[[[[%control %h %web 5.000] 2] 0] %web 1 7]', 'crash: rule 6, test'],
    ['[[[[%control %t %web 5.000] 1] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%control %h %web 5.000] 1] [[%signal 1 8] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    ['[0 %web 0 0]', '[0 %web 0 0]'],
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

describe('tree', () => {
  test('keeps in the supervised set, or lets go, as sv does; each row that stops is another one', () => {
    expect(new Set(tree.keys())).toEqual(new Set(sv.keys()))
    for (const [event, { supervised, formula }] of tree) {
      expect(supervised).toBe(sv.get(event)!.supervised)
      const stops = ['supervise', 'observe', 'd', 'x', 't', 'k', 'e'].includes(event)
      expect(equal(formula, sv.get(event)!.formula)).toBe(!stops)
    }
  })
})

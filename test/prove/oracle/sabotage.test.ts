import { expect, test } from 'vitest'
import { cell, reference, right } from '../../../nock/index.js'
import { Pair } from '../../_kit/formulas.js'
import { nounOf } from '../../_kit/text.js'
import { agrees, evaluated } from './agreement.js'
import { sabotaged } from './sabotage.js'
import { SABOTAGES } from './sabotages.js'

test('more than a dozen, of every rule with something to mistake', () => {
  const names = SABOTAGES.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(12)
  for (const rule of [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(names.filter((name) => name.startsWith(`rule ${rule}: `))).not.toEqual([])
})

test('the text of a module with something else in one place', () => {
  const sabotage = { name: 'a', file: 'axis', before: 'b', after: '$&' } as const
  expect(sabotaged(sabotage, 'abc')).toBe('a$&c')
  expect(() => sabotaged(sabotage, 'ac')).toThrow('sabotage: a: its place is there 0 times')
  expect(() => sabotaged(sabotage, 'abcb')).toThrow('2 times')
})

test('a value is a value, a crash is a crash, and nothing else is either', () => {
  const crash = reference(1, 0)
  const over = reference(1, nounOf('[0 1]'), { budget: { steps: 0 } })
  expect(agrees(right(cell(1, 2)), '1 2 .')).toBe(true)
  expect(agrees(right(cell(1, 2)), '1 3 .')).toBe(false)
  expect(agrees(right(12), 'crash')).toBe(false)
  expect(agrees(right(15), 'fuel')).toBe(false)
  expect(agrees(crash, 'crash')).toBe(true)
  expect(agrees(crash, '0')).toBe(false)
  expect(agrees(crash, 'fuel')).toBe(false)
  expect(agrees(over, 'crash')).toBe(false)
})

test('each is evaluated on cells of its own', () => {
  const pair = new Pair(nounOf('[[1 2] [1 2]]'), nounOf('[5 [0 2] 0 3]'))
  const subject = pair.subject
  expect(evaluated(reference, pair)).toEqual(right(0))
  expect(typeof subject === 'object' && subject.head !== subject.tail).toBe(true)
})

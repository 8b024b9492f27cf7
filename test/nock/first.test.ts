import { beforeEach, expect, test, vi } from 'vitest'
import { D, noun } from '../_kit/programs.js'

const increment = noun('[4 0 1]')

beforeEach(() => vi.resetModules())

test('a short one is evaluated at once, and once only', async () => {
  const { first } = await import('../../nock/first.js')
  expect(first(41, increment)).toEqual({ _tag: 'Right', right: 42 })
  expect(first(41, increment)).toBe(undefined)
})

test('in a crash it is as short', async () => {
  const { first } = await import('../../nock/first.js')
  expect(first(41, noun('[4 0 2]'))).toMatchObject({ _tag: 'Left', left: { why: 'axis', rule: 0, axis: 2 } })
})

test.each([
  ['long', 1_000, D.formula],
  ['endless', noun('[2 [0 1] 0 1]'), noun('[2 [0 1] 0 1]')],
])('a %s one is the machine’s', async (_, subject, formula) => {
  const { first } = await import('../../nock/first.js')
  expect(first(subject, formula)).toBe(undefined)
})

test('the product is the machine’s where jets or a budget are asked for', async () => {
  const { nock } = await import('../../nock/nock.js')
  expect(nock(41, increment, { budget: { steps: 0 } })).toMatchObject({ left: { why: 'budget' } })
  const { first } = await import('../../nock/first.js')
  expect(first(41, increment)).toEqual({ _tag: 'Right', right: 42 }) // still the first
})

import { expect, test } from 'vitest'
import { nearest } from '../../nock/nearest.js'

const words = ['nock', 'jam', 'cue', 'supervise']

test.each([
  ['nokc', 'nock'],
  ['nok', 'nock'],
  ['knock', 'nock'],
  ['ja', 'jam'],
  ['jamm', 'jam'],
  ['supervice', 'supervise'],
  ['superivse', 'supervise'],
  ['sipervize', 'supervise'],
])('%s is probably %s', (typed, meant) => {
  expect(nearest(typed, words)).toBe(meant)
})

test.each(['', 'fly', 'xxck', 'supper', 'a'.repeat(100_000)])('%.10s is nothing in particular', (typed) => {
  expect(nearest(typed, words)).toBeUndefined()
})

test('of two it is the nearer', () => {
  expect(nearest('dec', ['add', 'dex', 'dec'])).toBe('dec')
})

import { expect, test } from 'vitest'
import { left, right } from '../../../nock/either.js'
import { cell } from '../../../nock/noun.js'
import { printNoun } from '../../../nock/print.js'
import { printed } from '../../../runtime/command/nouns.js'

test('a noun that is too large for a text is a failure, not an exception', () => {
  expect(printed(() => printNoun(cell(1, 2)))).toEqual(right('[1 2]'))
  expect(printed(() => 'x'.repeat(2 ** 30))).toEqual(
    left({ code: 1, message: 'the noun is too large to print' }),
  )
})

test('other exceptions are none of its business', () => {
  expect(() =>
    printed(() => {
      throw new TypeError('a mistake')
    }),
  ).toThrow('a mistake')
})

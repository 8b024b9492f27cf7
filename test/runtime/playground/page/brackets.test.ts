import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { bracketsAt } from '../../../../runtime/playground/page/brackets.js'

test('finds the other half, before the caret first', () => {
  expect(bracketsAt('[1 [2 3]]', 9)).toEqual([0, 8])
  expect(bracketsAt('[1 [2 3]]', 8)).toEqual([3, 7])
  expect(bracketsAt('[1 [2 3]]', 3)).toEqual([3, 7])
  expect(bracketsAt('[1 [2 3]]', 2)).toBeUndefined()
})

test('what is never closed or never opened has no other half', () => {
  expect(bracketsAt('[1 2', 0)).toBeUndefined()
  expect(bracketsAt('1 2]', 4)).toBeUndefined()
})

test('brackets in comments and in quotes are none', () => {
  expect(bracketsAt("['[' 1]", 0)).toEqual([0, 6])
  expect(bracketsAt("['[' 1]", 3)).toBeUndefined()
  expect(bracketsAt("['\\'[' 1]", 0)).toEqual([0, 8])
  expect(bracketsAt('[1 ; ]\n 2]', 0)).toEqual([0, 9])
})

test('what belongs together is as many times opened as closed in between', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('[', ']', '1', ' ')), fc.nat(), (tokens, n) => {
      const text = tokens.join('')
      const pair = bracketsAt(text, n % (text.length + 1))
      if (pair === undefined) return
      const between = text.slice(pair[0] + 1, pair[1])
      expect([text[pair[0]], text[pair[1]]]).toEqual(['[', ']'])
      expect(between.split('[').length).toBe(between.split(']').length)
    }),
  )
})

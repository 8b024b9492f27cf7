import { expect, test } from 'vitest'
import { type Noun, Cell, cell, jam } from '../../../../nock/index.js'
import { sent } from '../../../../runtime/playground/page/send.js'

test('a noun goes as its jam', () => {
  expect(sent(cell(1, 2))).toBe(jam(cell(1, 2)))
  expect(sent(0)).toBe(jam(0))
})

test('what is too large to be drawn does not go, however it is shared', () => {
  let tree: Noun = 0
  for (let i = 0; i < 40; i++) tree = new Cell(tree, tree)
  expect(sent(tree)).toBeUndefined()
  expect(sent(2n ** 100_000n)).toBeUndefined()
  expect(sent(undefined)).toBeUndefined()
})

import { expect, test } from 'vitest'
import { Cell, cord, list } from '../../../../nock/index.js'
import { type Policy } from '../../../../runtime/supervision/policy.js'
import { killsTrees } from '../../../../runtime/supervision/trees/kills-trees.js'

const policy = (...words: readonly string[]): Policy =>
  new Map([
    ['observe', { supervised: 'keep', formula: new Cell(0, 1) }],
    ['d', { supervised: 'out', formula: list(words.map((word) => new Cell(1, cord(word)))) }],
  ])

test('a policy kills trees when one of its formulas asks that, and so it stays', () => {
  const tree = policy('alive', 'kill-tree', 'kill')
  for (const _ of [1, 2]) {
    expect(killsTrees(tree)).toBe(true)
    expect(killsTrees(policy('alive', 'kill'))).toBe(false)
  }
})

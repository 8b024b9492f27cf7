import { describe, expect, test } from 'vitest'
import { arithmetic, questionJet, questions, whyOpen, type World } from '../../jets/index.js'
import { equal, printNoun } from '../../nock/index.js'
import { book, formulaOf } from '../_kit/book.js'

// The jets carry the text of their formulas: here it is held against the files that everybody else reads.

const silent: World = {
  ask: () => {
    throw new Error('nobody asks')
  },
}

describe('every jet stands for the formula of its name', () => {
  test.each(arithmetic)('$name', ({ name, formula }) => {
    expect(printNoun(formula)).toBe(printNoun(formulaOf(name)))
    expect(equal(formula, formulaOf(name))).toBe(true)
  })

  test.each(questions)('$name', ({ name }) => {
    const jet = questionJet(name, silent)
    expect(jet.name).toBe(name)
    expect(printNoun(jet.formula)).toBe(printNoun(formulaOf(name)))
  })
})

test('every formula that asks the operating system is a question', () => {
  // each is [7 [[0 2] [1 %name] [0 3]] ask]
  const asking = book.names.filter((name) => book.text(name)!.includes(`[1 %${name}] [0 3]] ask]`))
  expect(questions.map(({ name }) => name).toSorted()).toEqual(asking)
})

test('all of them are closed', () => {
  for (const { name } of [...arithmetic, ...questions]) expect(whyOpen(formulaOf(name))).toBeUndefined()
})

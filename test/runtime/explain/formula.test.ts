import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { explanationLines } from '../../../nock/index.js'
import { explainedFormula, explanationOfFormulaJson } from '../../../runtime/explain/formula.js'
import { type Book, loadFormulas } from '../../../runtime/formulas/index.js'

const loaded = loadFormulas()
const book: Book = E.isRight(loaded) ? loaded.right : expect.fail('the formulas do not read')

test.each(book.names)('%s is explained, and nothing in it is no formula', (name) => {
  const { explanation, jetOf } = explainedFormula(book.get(name)!, book)
  const text = explanationLines(explanation).join('\n')
  expect(text.includes('no formula') || text.includes('no rule')).toBe(POLICIES.has(name))
  expect(explanationOfFormulaJson(explanation, jetOf)).toMatchObject({
    axis: '1',
    jet: jetOf(book.get(name)!) ?? null,
  })
})

/** A policy is a table of formulas, and none itself. */
const POLICIES = new Set(['sv', 'runit', 'throttled', 'tree'])

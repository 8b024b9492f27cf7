import { describe, expect, test } from 'vitest'
import { equal, parseNoun } from '../../nock/index.js'
import { link, showFormulaError } from '../../runtime/formulas/index.js'
import { book } from '../_kit/book.js'
import { evaluates } from '../_kit/tables.js'
import { type Draft, readDrafts } from './drafts.js'

const drafts = readDrafts()

/** The drafts, linked to one another and to the formulas that ship. */
const linked = (() => {
  const texts = new Map(book.names.map((name) => [name, book.text(name)!]))
  for (const draft of drafts) texts.set(draft.name, formulaText(draft))
  const both = link(texts)
  if (both._tag === 'Left') throw new Error(showFormulaError(both.left))
  return both.right
})()

function formulaText(draft: Draft): string {
  const text = draft.read ?? draft.instead
  if (text === undefined) throw new Error(`drafts.txt: ${draft.name} is neither read nor replaced`)
  return text
}

test('every name is given once, and none is of a formula that ships', () => {
  const names = [...drafts.map(({ name }) => name), ...book.names]
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

describe.each(drafts)('$name: $so', (draft) => {
  test(`as printed it ${draft.printed}`, () => {
    const parsed = parseNoun(draft.text)
    expect(draft.printed).toMatch(/^is (a noun|no noun: .+)$/)
    expect(parsed._tag).toBe(draft.printed === 'is a noun' ? 'Right' : 'Left')
    const isReadSo = parsed._tag === 'Left' || draft.read === undefined
    expect(isReadSo || equal(parsed.right, linked.get(draft.name)!)).toBe(true)
  })
  test('has results', () => expect(draft.rows).not.toEqual([]))
  evaluates(linked.get(draft.name)!, draft.rows)
})

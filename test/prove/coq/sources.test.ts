import { expect, test } from 'vitest'
import { ORDER, type Sources, readSources, takenForGranted, theoremsOf, unordered } from './sources.js'
import { THEOREMS } from './theorems.js'

/** One file of this text, the others empty. */
const only = (text: string): Sources => ({
  ...Object.fromEntries(ORDER.map((name) => [name, ''])),
  Nock: text,
})

test('theorems and corollaries, with the comment right above, and no lemma', () => {
  const text = `(* Of one\n   thing. *)\nTheorem one : True.\n\nLemma two : True.\n(* Not above. *)\n\nCorollary three : True.\n`
  expect(theoremsOf(only(text))).toEqual([
    { file: 'Nock', name: 'one', says: 'Of one thing.' },
    { file: 'Nock', name: 'three', says: '' },
  ])
})

test.each(['Admitted.', 'Axiom a : False.', 'Parameter p : nat.', 'Abort.', 'Unset Guard Checking.'])(
  'noticed: %s',
  (text) => expect(takenForGranted(only(text))).toHaveLength(1),
)

test('words in comments and in texts take nothing for granted', () =>
  expect(takenForGranted(only('(* Admitted *) Definition a := "Axiom".'))).toEqual([]))

test('ours: each theorem says in words what it proves', () => {
  const theorems = theoremsOf(readSources())
  expect(theorems.map(({ name }) => name).sort()).toEqual([...THEOREMS].sort())
  expect(theorems.filter(({ says }) => says === '')).toEqual([])
  expect(takenForGranted(readSources())).toEqual([])
  expect(unordered()).toEqual([])
})

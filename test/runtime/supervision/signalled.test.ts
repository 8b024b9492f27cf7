import { expect, test } from 'vitest'
import { type Cell } from '../../../nock/index.js'
import { type Entry } from '../../../runtime/supervision/decide.js'
import { type Service } from '../../../runtime/supervision/service.js'
import { UNTOUCHED, signalledBy } from '../../../runtime/supervision/signalled.js'
import { DOWN, UP } from '../../_kit/story.js'
import { nounOf } from '../../_kit/text.js'

const tapeOf = (text: string): readonly Entry[] => {
  const entries: Entry[] = []
  for (let rest = nounOf(text); typeof rest === 'object'; rest = rest.tail) entries.push(rest.head as Cell)
  return entries
}

/** What is known after decisions with these tapes. */
const after = (tapes: readonly string[], service: Service = UP) =>
  tapes.reduce((known, tape) => signalledBy(known, { tape: tapeOf(tape), after: service }), UNTOUCHED)

const PAUSED = { paused: true, gotTerm: false }
const TERM = { paused: false, gotTerm: true }

test.each([
  [['[[[%signal 19 7] 0] 0]'], PAUSED],
  [['[[[%signal 19 7] 1] 0]'], UNTOUCHED],
  [['[[[%signal 19 7] 0] 0]', '[[[%signal 18 7] 0] 0]'], UNTOUCHED],
  [['[[[%signal 15 7] 0] 0]'], TERM],
  [['[[[%control %t %web 5.000] 0] 0]'], UNTOUCHED],
  [['[[[%signal 19 7] 0] 0]', '[[[%signal 15 7] 0] [[%signal 18 7] 0] 0]'], TERM],
  [['[[[%control %p %web 5.000] 0] 0]'], PAUSED],
  [['[[[%control %p %web 5.000] 1] 0]'], UNTOUCHED],
  [['[[[%control %p %web 5.000] 0] 0]', '[[[%control %c %web 5.000] 0] 0]'], UNTOUCHED],
  // another process, though it has the same number
  [['[[[%signal 15 7] 0] 0]', '[[[%kill 9 7] 0] [[%spawn %web] 7] 0]'], UNTOUCHED],
  // what is nothing of that
  [['[[[%signal 1 7] 0] [[%alive 7] 0] [5 0] [[%signal 5] 0] [[%control 5] 0] 0]'], UNTOUCHED],
])('%j', (tapes, known) => expect(after(tapes)).toEqual(known))

test('nothing is known of what is down', () => {
  expect(after(['[[[%signal 15 7] 0] 0]'], DOWN)).toEqual(UNTOUCHED)
})

test('what changes nothing leaves it the very same', () => {
  const known = after(['[[[%signal 19 7] 0] 0]'])
  const decision = { event: 'supervise', formula: 0, before: UP, after: UP, failure: undefined }
  expect(signalledBy(known, { ...decision, tape: tapeOf('[[[%alive 7] 0] 0]') })).toBe(known)
})

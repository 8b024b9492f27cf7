import { expect, test } from 'vitest'
import { parseNoun, reference } from '../../../nock/index.js'
import { decisionLink } from '../../../runtime/playground/decision-link.js'
import { placeOfFragment } from '../../../runtime/playground/fragment.js'
import { book } from '../../_kit/book.js'
import { DOWN, sv } from '../../_kit/story.js'
import { decisionOf } from '../explain/decisions.js'

const HERE = 'http://127.0.0.1:8064/'
const started = decisionOf(sv, 'u', DOWN, 4242)

test('a link has the tape, the service and the formula by its name', () => {
  const place = placeOfFragment(new URL(decisionLink(started, HERE, () => 'start')).hash)
  expect(place).toEqual({ subject: '[[[[%spawn %web] 4242] 0] %web 0 0]', formula: 'start' })
})

test('a formula without a name is written out; by what the link says, the decision is made again', () => {
  const { subject, formula } = placeOfFragment(new URL(decisionLink(started, HERE, () => undefined)).hash)
  const [a, f] = [subject!, formula!].map((text) => parseNoun(text, { names: book.get }))
  if (a?._tag !== 'Right' || f?._tag !== 'Right') throw new Error('no nouns')
  expect(reference(a.right, f.right)).toEqual({
    _tag: 'Right',
    right: (parseNoun('[0 %web 1 4242]') as { right: unknown }).right,
  })
})

import { expect, test } from 'vitest'
import { describeCrash, nock, printNoun } from '../../../../nock/index.js'
import { cordsIn } from '../../../../runtime/playground/page/cords.js'
import { examples } from '../../../../runtime/playground/page/examples.js'
import { book } from '../../../_kit/book.js'
import { nounOf } from '../../../_kit/text.js'

const options = { names: book.get, known: book.names }

test('each example comes to what it is there to show', () => {
  const products = examples.flatMap(([, some]) =>
    some.map(({ title, subject, formula }) => {
      const done = nock(nounOf(subject, options), nounOf(formula, options), { budget: { steps: 100_000 } })
      const text =
        done._tag === 'Right'
          ? printNoun(done.right, { cords: cordsIn([subject, formula]) })
          : describeCrash(done.left).split('\n')[0]
      return `${title} -> ${text}`
    }),
  )
  expect(products).toMatchInlineSnapshot(`
    [
      "One more: 41 + 1 -> 42",
      "Parts of a tree -> [4 3 1]",
      "A choice, by rule 6 -> %same",
      "A crash -> rule 0: there is nothing at axis 6",
      "Decrement -> 4",
      "Fibonacci -> 13",
      "Decrement of 0: it never ends -> the budget is spent",
      "start: a service that is down -> [0 %web 1 42]",
      "stop: a service that is up -> [0 %web 0 0]",
      "supervise: a death, and a new start -> [0 %web 1 43]",
      "start: a tape that answers another question -> rule 0: no noun has an axis 0",
    ]
  `)
})

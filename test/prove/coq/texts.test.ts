import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { link, loadFormulas } from '../../../runtime/formulas/index.js'
import { SWEEP } from '../../../runtime/tree/supervise.js'
import { readSources } from './sources.js'
import { texts } from './texts.js'

const book = (files: Record<string, string>) => {
  const linked = link(new Map(Object.entries(files)))
  if (E.isLeft(linked)) throw new Error('they do not read')
  return linked.right
}

test('the texts as they are, each after those that it names', () =>
  expect(texts(book({ a: '[7 b c] ; "b"\n', b: "[7 c [1 %d 'c']]", c: '[0 1] ; a\n', d: '[0 2]' }), 750))
    .toMatchInlineSnapshot(`
    "(* Generated from formulas/*.nock and the runtime, by npm run prove -- --write. Not edited by hand. *)
    From Coq Require Import List String.
    Import ListNotations.
    Open Scope string_scope.

    (* Milliseconds from one look of the supervisor at every service to the next. *)
    Definition sweep : nat := 750.

    Definition files : list (string * string) := [
    ("c", "[0 1] ; a
    ");
    ("b", "[7 c [1 %d 'c']]");
    ("a", "[7 b c] ; ""b""
    ");
    ("d", "[0 2]")
    ].
    "
  `))

test('of the formulas that run they are in Texts.v', () => {
  const formulas = loadFormulas()
  expect(E.isRight(formulas) && texts(formulas.right, SWEEP)).toBe(readSources()['Texts'])
})

import { type Book } from '../../../runtime/formulas/index.js'

/**
 * `formulas/spec/coq/Texts.v`: the very text of every formula, and how often a running supervisor looks, as Coq reads
 * them. A formula comes after those that it names.
 *
 * @param sweep in milliseconds
 */
export const texts = (book: Book, sweep: number): string => {
  const files = inOrder(book).map((name) => `(${literal(name)}, ${literal(book.text(name)!)})`)
  return `(* Generated from formulas/*.nock and the runtime, by npm run prove -- --write. Not edited by hand. *)
From Coq Require Import List String.
Import ListNotations.
Open Scope string_scope.

(* Milliseconds from one look of the supervisor at every service to the next. *)
Definition sweep : nat := ${sweep}.

Definition files : list (string * string) := [
${files.join(';\n')}
].
`
}

const literal = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The names of the formulas, each after those that its text names. */
const inOrder = (book: Book): readonly string[] => {
  const placed = new Set<string>()
  const place = (name: string): void => {
    if (placed.has(name)) return
    for (const named of namedIn(book.text(name)!)) if (book.text(named) !== undefined) place(named)
    placed.add(name)
  }
  book.names.forEach(place)
  return [...placed]
}

/** The words of a formula that are neither text nor comment. */
const namedIn = (text: string): readonly string[] =>
  text.replaceAll(/;.*|'[^']*'|%[a-z0-9-]+/g, '').match(/[a-z][a-z0-9-]*/g) ?? []

import { type Crash, type Either, type Noun, cord, isAtom, isCell, left, right } from '../../nock/index.js'
import { type Kernel } from './kernel.js'

/** What an expression comes to. */
export interface Evaluated {
  readonly product: Noun
  /** As Hoon shows a value of its type. */
  readonly text: string
}

/** Where a text stops being Hoon, both counted from 1; or its crash. */
export type HoonError =
  | { readonly why: 'syntax'; readonly line: number; readonly column: number }
  | { readonly why: 'crash'; readonly crash: Crash }

/**
 * Compiles and runs a Hoon expression.
 *
 * @param expression in its wide or its tall form
 */
export const evaluate = (kernel: Kernel, expression: string): Either<HoonError, Evaluated> => {
  const done = kernel.wish(`=/  it\n${expression}\n[it (text !>(it))]`)
  if (done._tag === 'Left') return left(syntaxError(kernel, expression) ?? { why: 'crash', crash: done.left })
  const both = done.right
  return right(isCell(both) ? { product: both.head, text: textOf(both.tail) } : { product: both, text: '' })
}

/** Where parsing ends too early, if that is what is wrong. */
const syntaxError = (kernel: Kernel, expression: string): HoonError | undefined => {
  const parser = kernel.wish('|=(t=@t ((full vest) [1 1] (trip t)))')
  const parsed = parser._tag === 'Right' ? kernel.slam(parser.right, cord(expression)) : parser
  if (parsed._tag === 'Left' || !isCell(parsed.right)) return undefined
  // [[line column] result], and no result is 0
  const { head: place, tail: result } = parsed.right
  if (result !== 0 || !isCell(place)) return undefined
  return { why: 'syntax', line: Number(place.head), column: Number(place.tail) }
}

/** The text of a tape: a list of UTF-8's bytes. */
const textOf = (tape: Noun): string => {
  const bytes: number[] = []
  for (let rest = tape; isCell(rest); rest = rest.tail) if (isAtom(rest.head)) bytes.push(Number(rest.head))
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

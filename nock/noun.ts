/**
 * A noun is an atom or a cell. An atom is a natural number. A cell is an ordered pair of nouns.
 * (Nock 4K, lines 1 to 3.)
 */
export type Noun = Atom | Cell

/**
 * A natural number of any size: a JavaScript number up to 2^53 - 1, a bigint above. One number has one
 * representation only, so `===` compares atoms. Make one from outside with {@link atom}.
 */
export type Atom = number | bigint

/**
 * An ordered pair of nouns. `head` and `tail` are never changed to a *different* noun, but `equal` may replace
 * one by an equal noun, so that what is equal comes to be shared.
 */
export class Cell {
  head: Noun
  tail: Noun
  /** The mug once it is known, 0 before; or, for a formula that was compiled, its mug and its code. */
  memo: number | Memo

  constructor(head: Noun, tail: Noun) {
    this.head = head
    this.tail = tail
    this.memo = 0
  }
}

/** What a formula's cell remembers. */
export interface Memo {
  mug: number
  code: unknown
}

export const isCell = (noun: Noun): noun is Cell => typeof noun === 'object'

export const isAtom = (noun: Noun): noun is Atom => typeof noun !== 'object'

/**
 * The atom of a natural number, in its one representation.
 *
 * @throws RangeError when the number is negative, not whole, or a JavaScript number above 2^53 - 1
 * @example
 * atom(7n) === 7
 */
export const atom = (n: number | bigint): Atom => {
  if (typeof n === 'bigint') {
    if (n < 0n) throw new RangeError(`an atom is a natural number, not ${n}`)
    return n <= Number.MAX_SAFE_INTEGER ? Number(n) : n
  }
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError(`an atom is a natural number (give a bigint above 2^53 - 1), not ${n}`)
  }
  return n === 0 ? 0 : n // no -0
}

/**
 * A cell of two nouns or more, to the right: `cell(a, b, c)` is `[a b c]`, which is `[a [b c]]`.
 *
 * @example
 * printNoun(cell(1, 2, 3)) === '[1 2 3]'
 */
export const cell = (head: Noun, second: Noun, ...rest: readonly Noun[]): Cell => {
  if (rest.length === 0) return new Cell(head, second)
  let tail: Noun = rest[rest.length - 1]!
  for (let i = rest.length - 2; i >= 0; i--) tail = new Cell(rest[i]!, tail)
  return new Cell(head, new Cell(second, tail))
}

/**
 * A list: its items in order, ended by 0.
 *
 * @example
 * printNoun(list([1, 2])) === '[1 2 0]'
 */
export const list = (items: readonly Noun[]): Noun => {
  let tail: Noun = 0
  for (let i = items.length - 1; i >= 0; i--) tail = new Cell(items[i]!, tail)
  return tail
}

/** The atom above this one (rule 4's `+a` on an atom). */
export const increment = (a: Atom): Atom =>
  typeof a === 'bigint' ? a + 1n : a < Number.MAX_SAFE_INTEGER ? a + 1 : 9007199254740992n

/** Yes, as Nock says it. */
export const YES = 0
/** No, as Nock says it. */
export const NO = 1

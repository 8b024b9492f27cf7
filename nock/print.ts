import { cordText } from './cord.js'
import { type Atom, type Noun } from './noun.js'

export interface PrintOptions {
  /** Show atoms that are text, of two printable characters or more, as `%term` or `'text'`: all, or only these. */
  readonly cords?: boolean | ReadonlySet<Atom>
  /** Group the digits of numbers: `1.000`. */
  readonly dots?: boolean
  /** The most characters that the text may have (one at least): `…` stands for the rest. */
  readonly limit?: number
}

/** The most characters without a limit, half of what a JavaScript string can have. */
const LONGEST = 2 ** 28

/**
 * The text of a noun: the shortest that `parseNoun` reads as the same noun, so without brackets to the right.
 *
 * Over the limit it is the start of that text, `…` for all the rest, and the brackets closed: `[1 [2 3] …]`. An atom
 * that would be over the limit in hexadecimal already is started so, since its decimals take long to find.
 *
 * @throws RangeError when there is no limit and the text would have more than 2^28 characters, which takes no large
 *   noun: one that shares its parts is written out
 * @example
 * printNoun(cell(cell(1, 2), 3, 4)) === '[[1 2] 3 4]'
 */
export const printNoun = (noun: Noun, options: PrintOptions = {}): string => {
  const limit = Math.min(options.limit ?? LONGEST, LONGEST)
  const out = new Text()
  /** The tails to come, the nearest last; the bracket of each is open. */
  const tails: Noun[] = []

  /** May so many characters follow? If brackets are open then, there must be room to end with ` …` and to close them. */
  const fits = (count: number): boolean =>
    out.length + count + (tails.length === 0 ? 0 : 2 + tails.length) <= limit

  const elided = (text: string): string => {
    if (options.limit === undefined) throw new RangeError(TOO_LONG)
    const room = Math.min(limit - out.length - 1 - tails.length, text.length - 1)
    out.add(text.slice(0, Math.max(0, room)).replace(NO_END, '') + '…' + ']'.repeat(tails.length))
    return out.toString()
  }

  let head = noun
  let foreseen = options.limit !== undefined
  for (;;) {
    if (!foreseen && out.length > 2 ** 20) {
      foreseen = true
      if (2 * countAtoms(noun) - 1 > LONGEST) throw new RangeError(TOO_LONG)
    }
    while (typeof head === 'object') {
      if (out.length + tails.length + '[…]'.length > limit) return elided('')
      out.add('[')
      tails.push(head.tail)
      head = head.head
    }
    const text = printAtom(head, options)
    if (!fits(text.length)) return elided(text)
    out.add(text)

    // Now the tail that is due. If it is an atom, its cell is complete, and that may be a head, with a tail due.
    for (;;) {
      const tail = tails.pop()
      if (tail === undefined) return out.toString()
      out.add(' ')
      if (typeof tail === 'object') {
        tails.push(tail.tail)
        head = tail.head
        break
      }
      const last = printAtom(tail, options)
      if (!fits(last.length + 1)) {
        tails.push(tail)
        return elided(last)
      }
      out.add(last)
      out.add(']')
    }
  }
}

const TOO_LONG = 'the text of this noun is longer than 2^28 characters; print it with a limit'

/**
 * How many atoms a noun's text has: no more than each cell is looked at once, so a text too long is known to be so
 * without being written. Gives up, with 0, on a noun that is too large to count this way.
 */
const countAtoms = (root: Noun): number => {
  const counts = new Map<Noun, number>()
  const countOf = (noun: Noun) => (typeof noun === 'object' ? counts.get(noun) : 1)
  const pending = [root]
  while (counts.size < 2 ** 22) {
    const cell = pending[pending.length - 1]
    if (typeof cell !== 'object') break
    const head = countOf(cell.head)
    const tail = countOf(cell.tail)
    if (head === undefined) pending.push(cell.head)
    else if (tail === undefined) pending.push(cell.tail)
    else {
      counts.set(cell, head + tail)
      pending.pop()
    }
  }
  return counts.get(root) ?? 0
}

/** What a start cannot end in: half of a character, or of what tells that a number is hexadecimal. */
const NO_END = /[\ud800-\udbff]$|^0x?$/

const printAtom = (a: Atom, { cords, dots, limit }: PrintOptions): string => {
  const isShown = typeof cords === 'object' ? cords.has(a) : cords
  const text = isShown && a > 0xff ? cordText(a) : undefined
  if (text !== undefined && PRINTABLE.test(text)) {
    return TERM.test(text) ? '%' + text : "'" + text.replace(/['\\]/g, '\\$&') + "'"
  }
  if (typeof a === 'bigint' && limit !== undefined) {
    const hex = a.toString(16)
    if (hex.length > limit) return '0x' + (dots ? grouped(hex, 4) : hex)
  }
  const decimal = a.toString()
  return dots ? grouped(decimal, 3) : decimal
}

const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]{2,}$/u
const TERM = /^[a-z][a-z0-9-]*$/

const grouped = (digits: string, size: number): string => {
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= size) groups.push(digits.slice(Math.max(0, end - size), end))
  return groups.reverse().join('.')
}

/** A text in the making. Its pieces are joined a few thousand at a time: each takes more memory than its characters. */
class Text {
  length = 0
  readonly #chunks: string[] = []
  #pieces: string[] = []

  add(piece: string): void {
    this.length += piece.length
    if (this.#pieces.push(piece) === 4096) {
      this.#chunks.push(this.#pieces.join(''))
      this.#pieces = []
    }
  }

  toString(): string {
    return this.#chunks.join('') + this.#pieces.join('')
  }
}

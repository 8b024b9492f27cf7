import { Cell, type Noun } from '../../nock/index.js'
import { type Word, Words } from './words.js'

const SPACE = 0x20
const QUOTATION = 0x22
const PERCENT = 0x25
const APOSTROPHE = 0x27
const MINUS = 0x2d
const OPEN = 0x5b
const BACKSLASH = 0x5c
const CLOSE = 0x5d
const TILDE = 0x7e

/** So many digits, and no more, surely make a number that is exact. */
const DIGITS = 15

/** A longer word is not worth being remembered. */
const LONGEST = 128

/**
 * Reads what stands in bytes, as far as it is plain: ASCII without an escape; of nouns brackets, blanks one by one, short
 * decimal numbers, words. Of anything else it says undefined, whatever it may mean to `JSON.parse` and `parseNoun`, and
 * is then of no use before the next `start`. One serves for any number of texts, one after another, and remembers their
 * words.
 *
 * @example
 * new PlainText().start(Buffer.from('[1 2]'), 0).noun() // [1 2]
 */
export class PlainText {
  /** Where the next thing is, or whatever comes behind the last one. */
  at = 0
  private bytes: Buffer = Buffer.alloc(0)
  private readonly words = new Words()
  /** What has been read of the cells that are open, and where in it each of them begins. */
  private readonly items: Noun[] = []
  private readonly cells: number[] = []

  start(bytes: Buffer, at: number): this {
    this.bytes = bytes
    this.at = at
    return this
  }

  /** Goes on behind these bytes, if they come next. */
  skip(literal: Uint8Array): boolean {
    const { bytes, at } = this
    for (let i = 0; i < literal.length; i++) if (bytes[at + i] !== literal[i]) return false
    this.at = at + literal.length
    return true
  }

  /** A string of JSON up to its quotation mark, where it does not come again in other lines. */
  string(): string | undefined {
    const { bytes, at: from } = this
    let to = from
    while (isPlain(bytes[to]!)) to++
    this.at = to
    return bytes[to] === QUOTATION ? bytes.toString('latin1', from, to) : undefined
  }

  /** A short string of JSON, up to its quotation mark, where it comes again and again. */
  name(): string | undefined {
    return this.wordBefore(QUOTATION)?.text
  }

  /** The noun that is written here, as `parseNoun` reads it. */
  noun(): Noun | undefined {
    const { bytes, items, cells } = this
    let { at } = this
    let read = 0
    let open = 0
    for (;;) {
      let code = bytes[at]!
      if (code === OPEN) {
        cells[open++] = read
        at++
        continue
      }
      let noun: Noun
      if (isDigit(code)) {
        const from = at
        let n = 0
        for (; isDigit(code); code = bytes[++at]!) n = n * 10 + code - ZERO
        if (at - from > DIGITS || (at - from > 1 && bytes[from] === ZERO)) return undefined
        noun = n
      } else {
        this.at = at
        const word = code === PERCENT ? this.term() : code === APOSTROPHE ? this.quoted() : undefined
        if (word === undefined) return undefined
        noun = word.atom
        at = this.at
        code = bytes[at]!
      }
      // what is behind the last item of a cell is the last item of the cell around it
      for (; open > 0 && code === CLOSE; code = bytes[++at]!) {
        const first = cells[--open]!
        if (read === first) return undefined
        while (read > first) noun = new Cell(items[--read]!, noun)
      }
      if (open === 0) {
        this.at = at
        return noun
      }
      if (code !== SPACE) return undefined
      at++
      items[read++] = noun
    }
  }

  /** `%web`. */
  private term(): Word | undefined {
    const { bytes } = this
    const from = this.at + 1
    let to = from
    let hash = 0
    for (let code = bytes[to]!; isLetter(code) || (to > from && isInner(code)); code = bytes[++to]!)
      hash = hashed(hash, code)
    this.at = to
    return to === from || to - from > LONGEST ? undefined : this.words.read(bytes, from, to, hash)
  }

  /** `'web.example'`. */
  private quoted(): Word | undefined {
    this.at++
    const word = this.wordBefore(APOSTROPHE)
    this.at++
    return word
  }

  private wordBefore(end: number): Word | undefined {
    const { bytes, at: from } = this
    let to = from
    let hash = 0
    for (let code = bytes[to]!; isPlain(code) && code !== end; code = bytes[++to]!) hash = hashed(hash, code)
    this.at = to
    return bytes[to] === end && to - from <= LONGEST ? this.words.read(bytes, from, to, hash) : undefined
  }
}

/** Stands for itself in a string of JSON. What is behind the last byte is undefined, and none of these. */
const isPlain = (code: number): boolean =>
  code >= SPACE && code <= TILDE && code !== QUOTATION && code !== BACKSLASH

const ZERO = 0x30

const isDigit = (code: number): boolean => code >= ZERO && code <= 0x39

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a

const isInner = (code: number): boolean => code === MINUS || isDigit(code)

const hashed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

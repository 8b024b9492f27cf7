import { type Atom, Cell, type Noun, cord } from '../../nock/index.js'

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

/** So many letters, and no more, surely make a cord that is such a number. */
const LETTERS = 6

/** Nouns that go deeper, or cells that are longer, are left to a reader with a stack of its own. */
const DEEPEST = 100

/** So many words are remembered. */
const WORDS = 4096

/**
 * Reads nouns that stand in a text, as far as they are plain: brackets, blanks one by one, short decimal numbers, words.
 * Of any other it says undefined, whatever it may mean to `parseNoun`, and is then of no use before the next `start`.
 * One serves for any number of texts, one after another, and remembers their words.
 *
 * @example
 * new PlainNouns().start('[1 2]', 0).noun() // [1 2]
 */
export class PlainNouns {
  /** Where the next one is, or whatever comes behind the last one. */
  at = 0
  private text = ''
  private readonly words = new Map<string, Atom>()
  private last = ''
  private atom: Atom = 0

  start(text: string, at: number): this {
    this.text = text
    this.at = at
    return this
  }

  /** Goes on behind these characters, if they come next. */
  skip(literal: string): boolean {
    const isNext = this.text.startsWith(literal, this.at)
    if (isNext) this.at += literal.length
    return isNext
  }

  /** The noun that is written here, as `parseNoun` reads it. */
  noun(depth = 0): Noun | undefined {
    const code = this.text.charCodeAt(this.at)
    if (isDigit(code)) return this.number()
    if (code === PERCENT) return this.term()
    if (code === APOSTROPHE) return this.quoted()
    if (code !== OPEN || depth > DEEPEST) return undefined
    this.at++
    const head = this.noun(depth + 1)
    return head === undefined || this.text.charCodeAt(this.at) !== SPACE
      ? undefined
      : this.behind(head, depth + 1)
  }

  /** A cell of this noun and all that follows it in the same brackets, from a blank on. */
  private behind(head: Noun, depth: number): Noun | undefined {
    this.at++
    let tail = this.noun(depth)
    if (tail === undefined) return undefined
    const code = this.text.charCodeAt(this.at)
    if (code === CLOSE) this.at++
    else if (code !== SPACE || depth > DEEPEST) return undefined
    else tail = this.behind(tail, depth + 1)
    return tail === undefined ? undefined : new Cell(head, tail)
  }

  private number(): Atom | undefined {
    const { text, at: from } = this
    let to = from
    let n = 0
    for (let code = text.charCodeAt(to); isDigit(code); code = text.charCodeAt(++to)) n = n * 10 + digit(code)
    this.at = to
    return to - from > DIGITS || (to - from > 1 && text[from] === '0') ? undefined : n
  }

  /** `%web`. */
  private term(): Atom | undefined {
    const { text } = this
    const from = this.at + 1
    let to = from
    let n = 0
    let place = 1
    for (let code = text.charCodeAt(to); isLetter(code) || (to > from && isInner(code)); place *= 256) {
      n += place * code
      code = text.charCodeAt(++to)
    }
    this.at = to
    return to - from > LETTERS ? this.word(from, to) : to > from ? n : undefined
  }

  /** `'web.example'`. */
  private quoted(): Atom | undefined {
    const { text } = this
    const from = this.at + 1
    let to = from
    for (let code = text.charCodeAt(to); code !== APOSTROPHE; code = text.charCodeAt(++to)) {
      if (!(code >= SPACE && code <= TILDE && code !== QUOTATION && code !== BACKSLASH)) return undefined
    }
    this.at = to + 1
    return this.word(from, to)
  }

  /** Most words of a line are its service's name. */
  private word(from: number, to: number): Atom {
    if (!this.isLast(from, to)) {
      const word = this.text.slice(from, to)
      let atom = this.words.get(word)
      if (atom === undefined) {
        if (this.words.size === WORDS) this.words.clear()
        this.words.set(word, (atom = cord(word)))
      }
      this.last = word
      this.atom = atom
    }
    return this.atom
  }

  private isLast(from: number, to: number): boolean {
    const { text, last } = this
    if (last.length !== to - from) return false
    for (let i = 0; i < last.length; i++) {
      if (last.charCodeAt(i) !== text.charCodeAt(from + i)) return false
    }
    return true
  }
}

/** What has no character's code is NaN, and neither of these. */
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

const digit = (code: number): number => code - 0x30

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a

const isInner = (code: number): boolean => code === MINUS || isDigit(code)

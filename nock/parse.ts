import { atomOfBytes, cord } from './cord.js'
import { type Either, left, right } from './either.js'
import { Cell, type Noun, atom } from './noun.js'

/** What is wrong with a text that should be a noun, and where. */
export interface ParseError {
  readonly message: string
  /** The place in the text: so many characters from its start. */
  readonly offset: number
  /** How many characters are meant. */
  readonly length: number
  readonly text: string
}

export interface ParseOptions {
  /** What a word stands for. */
  readonly names?: (name: string) => Noun | undefined
  /** The words that there are, to find the one that was meant. */
  readonly known?: Iterable<string>
}

/**
 * Reads a noun.
 *
 *     [a b c]            a cell; brackets to the right may be left out: [a [b c]]
 *     1000 1.000         an atom; also 0x1f, 0xdead.beef, 0b1010
 *     %cord 'any text'   text as an atom; \' \\ and \0a (a byte) within quotes
 *     ~                  0
 *     name               what `options.names` knows
 *     ; comment          to the end of the line
 *
 * @example
 * parseNoun('[1 2 3]') // right(cell(1, 2, 3))
 */
export const parseNoun = (text: string, options: ParseOptions = {}): Either<ParseError, Noun> => {
  try {
    return right(read(text, options))
  } catch (thrown) {
    if (thrown instanceof Misread) return left({ ...thrown.error, text })
    throw thrown
  }
}

class Misread {
  readonly error: Omit<ParseError, 'text'>

  constructor(message: string, offset: number, length: number) {
    this.error = { message, offset, length }
  }
}

/** A bracket that is open, and what stands in it so far. */
interface Open {
  readonly offset: number
  readonly nouns: Noun[]
}

const read = (text: string, options: ParseOptions): Noun => {
  const opened: Open[] = []
  let top: Open = { offset: 0, nouns: [] }
  let end = 0
  for (let offset = 0; offset < text.length; offset = end) {
    TOKEN.lastIndex = offset // a name may have had another text read meanwhile
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) throw unreadable(text, offset)
    end = offset + token.length
    const first = token[0]!
    if (first === ';' || first <= ' ') continue
    if (opened.length === 0 && top.nouns.length > 0) {
      throw first === ']'
        ? new Misread('this bracket was never opened', offset, 1)
        : new Misread('a noun ends before this; two nouns in brackets make one', offset, token.length)
    }
    if (first === '[') {
      opened.push(top)
      top = { offset, nouns: [] }
    } else if (first === ']') {
      const outer = opened.pop()
      if (outer === undefined) throw new Misread('this bracket was never opened', offset, 1)
      outer.nouns.push(cellOf(top, offset))
      top = outer
    } else {
      top.nouns.push(atomOf(token, offset, options))
    }
  }
  if (opened.length > 0) throw new Misread('this bracket is never closed', top.offset, 1)
  const noun = top.nouns[0]
  if (noun === undefined) throw new Misread('here should be a noun', text.length, 0)
  return noun
}

/** White space and comments, brackets, and whatever stands between those. */
const TOKEN = /\s+|;[^\n]*|[[\]]|'(?:[^'\\\n]|\\.)*'|[^\s[\]';]+/y

const unreadable = (text: string, offset: number): Misread =>
  text[offset] === "'"
    ? new Misread('this quote is not closed on its line', offset, 1)
    : new Misread('this is no part of a noun', offset, 1)

const cellOf = ({ offset, nouns }: Open, end: number): Cell => {
  if (nouns.length < 2) {
    const what = nouns.length === 0 ? 'these brackets are empty' : 'these brackets hold one noun'
    throw new Misread(`${what}; a cell has two at least`, offset, end + 1 - offset)
  }
  let tail = nouns[nouns.length - 1]!
  for (let i = nouns.length - 2; i >= 0; i--) tail = new Cell(nouns[i]!, tail)
  return tail as Cell
}

const atomOf = (token: string, offset: number, options: ParseOptions): Noun => {
  const first = token[0]!
  if (first >= '0' && first <= '9') return numberOf(token, offset)
  if (first === "'") return cordOf(token, offset)
  if (token === '~') return 0
  if (first === '%') return termOf(token, offset)
  if (!/^[a-z][a-z0-9-]*$/.test(token)) throw new Misread('this is no part of a noun', offset, token.length)
  const noun = options.names?.(token)
  if (noun !== undefined) return noun
  const meant = nearest(token, options.known ?? [])
  throw new Misread(
    `no formula ${token}` + (meant === undefined ? '' : `; did you mean ${meant}?`),
    offset,
    token.length,
  )
}

const numberOf = (token: string, offset: number): Noun => {
  if (/^(0|[1-9]\d*)$/.test(token)) return token.length < 16 ? Number(token) : atom(BigInt(token))
  for (const { form, dotted } of NUMBERS) {
    if (form.test(token)) return atom(BigInt(token))
    if (dotted.test(token)) return atom(BigInt(token.replaceAll('.', '')))
  }
  const message = token.startsWith('0x')
    ? 'no number in hexadecimal: 0x, digits 0 to f; dots, if any, before every four'
    : token.startsWith('0b')
      ? 'no number in binary: 0b, digits 0 and 1; dots, if any, before every four'
      : /^0[\d.]+$/.test(token)
        ? 'a number starts with no 0'
        : 'no number: digits 0 to 9; dots, if any, before every three'
  throw new Misread(message, offset, token.length)
}

const NUMBERS = [
  { form: /^[1-9]\d*$/, dotted: /^[1-9]\d{0,2}(\.\d{3})+$/ },
  { form: /^0x[0-9a-f]+$/, dotted: /^0x[0-9a-f]{1,4}(\.[0-9a-f]{4})+$/ },
  { form: /^0b[01]+$/, dotted: /^0b[01]{1,4}(\.[01]{4})+$/ },
]

const termOf = (token: string, offset: number): Noun => {
  const term = token.slice(1)
  if (term === '$') return 0
  if (/^[a-z][a-z0-9-]*$/.test(term)) return cord(term)
  if (/^\d/.test(term)) return numberOf(term, offset + 1)
  throw new Misread(
    "no term: % and a word of a to z, 0 to 9 and -; other text stands in quotes, 'so'",
    offset,
    token.length,
  )
}

const cordOf = (token: string, offset: number): Noun => {
  const inner = token.slice(1, -1)
  // Bytes can be written one by one, so text and bytes are put together as bytes.
  const bytes: number[] = []
  const encoder = new TextEncoder()
  const PART = /\\([0-9a-f]{2})|\\(['\\])|\\|[^\\]+/gy
  for (let part = PART.exec(inner); part !== null; part = PART.exec(inner)) {
    const [whole, byte, escaped] = part
    if (byte !== undefined) bytes.push(parseInt(byte, 16))
    else if (escaped !== undefined) bytes.push(escaped.charCodeAt(0))
    else if (whole === '\\') {
      throw new Misread(
        "no escape: there are \\' \\\\ and a byte as two digits, \\0a",
        offset + 1 + part.index,
        2,
      )
    } else for (const one of encoder.encode(whole)) bytes.push(one)
  }
  return atomOfBytes(Uint8Array.from(bytes))
}

/** The known word that differs from this one by two letters at most, if any. */
const nearest = (word: string, known: Iterable<string>): string | undefined => {
  let best: string | undefined
  let least = Math.min(3, word.length)
  for (const other of known) {
    const steps = distance(word, other)
    if (steps < least) [best, least] = [other, steps]
  }
  return best
}

/** Levenshtein's: how many letters to put in, take out or change. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

/**
 * A parse error for people: the place, the line, and a caret under what is meant.
 *
 * @example
 * showParseError(parseNoun('[1 2').left)
 * // line 1, column 1: this bracket is never closed
 * //   [1 2
 * //   ^
 */
export const showParseError = ({ message, offset, length, text }: ParseError): string => {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const line = text.slice(start, end < 0 ? undefined : end)
  const column = offset - start
  const number = text.slice(0, start).split('\n').length
  const from = Math.max(0, Math.min(column - AROUND, line.length - 2 * AROUND))
  const shown = line.slice(from, from + 2 * AROUND)
  const before = from > 0 ? '…' : ''
  const after = from + shown.length < line.length ? '…' : ''
  const carets = Math.max(1, Math.min(length, shown.length - (column - from)))
  const indent = (before + shown.slice(0, column - from)).replace(/[^\t]/g, ' ')
  return `line ${number}, column ${column + 1}: ${message}\n  ${before}${shown}${after}\n  ${indent}${'^'.repeat(carets)}`
}

/** How much of a long line is shown on each side of the place, in characters. */
const AROUND = 50

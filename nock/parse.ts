import { atomOfBytes, cord } from './cord.js'
import { type Either, left, right } from './either.js'
import { nearest } from './nearest.js'
import { type Atom, Cell, type Noun, atom } from './noun.js'

/** What is wrong with a text that should be a noun, and where. */
export interface ParseError {
  readonly message: string
  /** Where in the text it starts, in UTF-16 code units as JavaScript counts them. */
  readonly offset: number
  /** How many code units it takes. */
  readonly length: number
  /** The whole text. */
  readonly text: string
}

export interface ParseOptions {
  /** What a lower-case word stands for; undefined if for nothing. */
  readonly names?: (name: string) => Noun | undefined
  /** The names that there are, to tell which one was probably meant. */
  readonly known?: Iterable<string>
}

/**
 * Reads the text of one noun.
 *
 *     [a b c]            a cell of nouns; to the right no brackets are needed: it is [a [b c]]
 *     1000 1.000         an atom; also in hexadecimal and binary: 0x1f 0xdead.beef 0b1010
 *     %stop 'any text'   an atom that is text (a cord); between quotes \' and \\ and, for any byte, \0a
 *     %12 %$ ~           12, and twice 0
 *     stop               whatever `names` gives for the word
 *     ; comment          up to the end of the line
 *
 * @example
 * parseNoun('[1 2 3]') // right(cell(1, 2, 3))
 */
export const parseNoun = (text: string, options: ParseOptions = {}): Either<ParseError, Noun> => {
  try {
    return right(read(text, options))
  } catch (error) {
    if (!(error instanceof Misread)) throw error
    const { message, offset, length } = error
    return left({ message, offset, length, text })
  }
}

/** A parse error on its way out. */
class Misread {
  readonly message: string
  readonly offset: number
  readonly length: number

  constructor(message: string, offset: number, length: number) {
    this.message = message
    this.offset = offset
    this.length = length
  }
}

const read = (text: string, options: ParseOptions): Noun => {
  /** What is read and in no cell yet; and for each open bracket where it is, and how many of those came before. */
  const nouns: Noun[] = []
  const open: { readonly offset: number; readonly before: number }[] = []

  for (let at = skipBlank(text, 0); at < text.length; at = skipBlank(text, at)) {
    if (text[at] === ']') {
      const bracket = open.pop()
      if (bracket === undefined) throw new Misread('this bracket was never opened', at, 1)
      at++
      const count = nouns.length - bracket.before
      if (count < 2) {
        const message = count === 0 ? 'these brackets are empty' : 'these brackets hold one noun'
        throw new Misread(message + '; a cell has two at least', bracket.offset, at - bracket.offset)
      }
      let tail = nouns.pop()!
      while (nouns.length > bracket.before) tail = new Cell(nouns.pop()!, tail)
      nouns.push(tail)
      continue
    }
    if (open.length === 0 && nouns.length > 0) {
      throw new Misread('a noun ends before this; two nouns make one in brackets: [a b]', at, 1)
    }
    if (text[at] === '[') {
      open.push({ offset: at++, before: nouns.length })
      continue
    }
    const end = endOfWord(text, at)
    nouns.push(readWord(text.slice(at, end), at, options))
    at = end
  }

  const bracket = open.pop()
  if (bracket !== undefined) throw new Misread('this bracket is never closed', bracket.offset, 1)
  if (nouns.length === 0) throw new Misread('here should be a noun', text.length, 0)
  return nouns[0]!
}

/** What a character is, by its code, if it ends a word: blank, or with a meaning of its own. */
const BLANK = 1
const MARK = 2
const ENDS = new Uint8Array(0x10000)
for (const character of ' \t\r\n\ufeff') ENDS[character.charCodeAt(0)] = BLANK
for (const character of "[]';") ENDS[character.charCodeAt(0)] = MARK

/** The next place from here on that is neither blank nor in a comment. */
const skipBlank = (text: string, from: number): number => {
  let at = from
  for (; at < text.length; at++) {
    if (text[at] === ';') {
      at = text.indexOf('\n', at)
      if (at < 0) return text.length
    } else if (ENDS[text.charCodeAt(at)] !== BLANK) return at
  }
  return at
}

/** Where the word ends that starts here: the text in quotes, or all up to a blank, a bracket, a quote or a comment. */
const endOfWord = (text: string, from: number): number => {
  let at = from
  if (text[at] !== "'") {
    while (at < text.length && ENDS[text.charCodeAt(at)] === 0) at++
    return at
  }
  for (at++; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === "'") return at + 1
    if (text[at] === '\\') {
      if (!ESCAPE.test(text.slice(at, at + 3))) {
        throw new Misread("no escape; there are \\' and \\\\ and two digits for a byte, \\0a", at, 1)
      }
      at++
    }
  }
  throw new Misread('this quote is not closed on its line', from, 1)
}

const ESCAPE = /^\\(['\\]|[0-9a-f]{2})/

const readWord = (word: string, offset: number, options: ParseOptions): Noun => {
  if (word[0] === "'") return readCord(word)
  if (word === '~' || word === '%$') return 0
  if (/^%?[0-9]/.test(word)) return readDigits(word) ?? readNumber(word, offset)
  if (NAME.test(word)) return readName(word, offset, options)
  if (word[0] === '%') {
    if (NAME.test(word.slice(1))) return cord(word.slice(1))
    throw new Misread(
      "no term, which takes a to z, 0 to 9 and -; other text stands in quotes: 'Any text'",
      offset,
      word.length,
    )
  }
  const odd = word.search(/[^A-Za-z0-9.-]/)
  if (odd < 0) throw new Misread('neither a number nor a name', offset, word.length)
  const character = String.fromCodePoint(word.codePointAt(odd)!)
  const message =
    character === '"' ? "text stands in single quotes: 'Any text'" : `unexpected ${visible(character)}`
  throw new Misread(message, offset + odd, character.length)
}

const NAME = /^[a-z][a-z0-9-]*$/

const visible = (character: string): string =>
  /[\p{C}\p{Z}]/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : character

const readName = (name: string, offset: number, { names, known }: ParseOptions): Noun => {
  if (names === undefined)
    throw new Misread(`no names are known here; as text it is %${short(name)}`, offset, name.length)
  const noun = names(name)
  if (noun !== undefined) return noun
  const meant = nearest(name, known ?? [])
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`
  throw new Misread(`no formula ${short(name)}${hint}`, offset, name.length)
}

const short = (name: string): string => (name.length > 40 ? name.slice(0, 39) + '…' : name)

/** A number as most are written, at once: decimal digits, no more than a JavaScript number surely holds. */
const readDigits = (word: string): number | undefined => {
  if (word.length > 15 || (word[0] === '0' && word.length > 1)) return undefined
  let n = 0
  for (let at = 0; at < word.length; at++) {
    const value = word.charCodeAt(at) - 0x30
    if (!(value >= 0 && value <= 9)) return undefined
    n = n * 10 + value
  }
  return n
}

const readNumber = (word: string, offset: number): Atom => {
  const numeral = word[0] === '%' ? word.slice(1) : word
  const { prefix, digits, group, form } = NUMERALS.find((way) => numeral.startsWith(way.prefix))!
  const groups = numeral.slice(prefix.length).split('.')
  const wellFormed =
    groups.every((some) => digits.test(some)) &&
    (groups.length === 1 ||
      groups.every((some, i) => (i === 0 ? some.length <= group : some.length === group)))
  if (!wellFormed) throw new Misread(form, offset, word.length)
  if (prefix === '' && numeral[0] === '0' && numeral.length > 1) {
    throw new Misread('a number has no zeros in front', offset, word.length)
  }
  const plain = prefix + groups.join('')
  return plain.length <= 15 ? Number(plain) : atom(BigInt(plain))
}

/** How a number may start, what its digits are then, and how many of them stand between dots. */
const NUMERALS = [
  {
    prefix: '0x',
    digits: /^[0-9a-f]+$/,
    group: 4,
    form: 'no hexadecimal number: 0x and digits 0 to 9, a to f; dots, if any, before every four',
  },
  {
    prefix: '0b',
    digits: /^[01]+$/,
    group: 4,
    form: 'no binary number: 0b and digits 0, 1; dots, if any, before every four',
  },
  {
    prefix: '',
    digits: /^[0-9]+$/,
    group: 3,
    form: 'no number: digits 0 to 9; dots, if any, before every three',
  },
] as const

/** The bytes between the quotes. An escape may give any byte, so they are put together as bytes. */
const readCord = (quoted: string): Atom => {
  const source = new TextEncoder().encode(quoted)
  const bytes = new Uint8Array(source.length)
  let length = 0
  for (let at = 1; at < source.length - 1; at++) {
    let byte = source[at]!
    if (byte === BACKSLASH) {
      byte = source[++at]!
      if (byte !== BACKSLASH && byte !== QUOTE) byte = parseInt(String.fromCharCode(byte, source[++at]!), 16)
    }
    bytes[length++] = byte
  }
  return atomOfBytes(bytes.subarray(0, length))
}

const BACKSLASH = 0x5c
const QUOTE = 0x27

/**
 * A parse error for people: what is wrong, where, and the line with the place marked. Of a long line, what is around
 * the place.
 *
 * @returns three lines, without a newline at the end
 * @example
 * showParseError(parseNoun('[1 2').left)
 * // line 1, column 1: this bracket is never closed
 * //   [1 2
 * //   ^
 */
export const showParseError = ({ message, offset, length, text }: ParseError): string => {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  const newline = text.indexOf('\n', offset)
  const lineEnd = newline < 0 ? text.length : newline

  const start = offset - lineStart <= AROUND ? lineStart : offset - AROUND
  const end = Math.min(lineEnd, Math.max(offset, start) + AROUND)
  const lead = (start > lineStart ? '…' : '') + shown(text.slice(start, offset))
  const marked = shown(text.slice(offset, Math.min(offset + length, end)))
  const trail = shown(text.slice(offset + length, end)) + (end < lineEnd ? '…' : '')

  const line = before.split('\n').length
  const column = widthOf(text.slice(lineStart, offset)) + 1
  return [
    `line ${line}, column ${column}: ${message}`,
    `  ${lead}${marked}${trail}`,
    `  ${' '.repeat(widthOf(lead))}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
  ].join('\n')
}

/** How much of a long line is shown to each side of the place's start, in code units. */
const AROUND = 48

/** Every character one column wide: none that moves the caret's line against the other. */
const shown = (part: string): string => part.replace(/\p{Cc}/gu, ' ')

/** In characters, not code units. */
const widthOf = (part: string): number => Array.from(part).length

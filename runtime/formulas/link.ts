import * as E from 'fp-ts/lib/Either.js'
import { type Noun, type ParseError, parseNoun, showParseError } from '../../nock/index.js'

/** Formulas by name: the text of each, and the noun that it is once every name in it is replaced by its formula. */
export interface Book {
  /** In the order of the alphabet. */
  readonly names: readonly string[]
  /** The noun of this name. */
  get(name: string): Noun | undefined
  /** The text it was read from. */
  text(name: string): string | undefined
}

/** What is wrong with a book, and in which formula. */
export type FormulaError =
  | { readonly why: 'text'; readonly name: string; readonly error: ParseError }
  | { readonly why: 'cycle'; readonly names: readonly string[] }
  | { readonly why: 'deep'; readonly name: string }
  | { readonly why: 'path'; readonly path: string; readonly message: string }

/** A name that leads through more names than this is no one's intention. */
const DEEPEST = 500

/**
 * Reads formulas that name one another. A name stands for the whole noun of the formula so called.
 *
 * @param texts the text of each formula by its name
 * @returns the book; or the first formula, by the alphabet, that does not read, or names that lead back to themselves
 * @example
 * link(new Map([['two', '[4 one]'], ['one', '[4 0 1]']])).right.get('two') // [4 4 0 1]
 */
export const link = (texts: ReadonlyMap<string, string>): E.Either<FormulaError, Book> => {
  const nouns = new Map<string, Noun>()
  /** The formulas being read, each named by the one before. */
  const reading: string[] = []

  const read = (name: string): Noun | undefined => {
    const known = nouns.get(name)
    const text = texts.get(name)
    if (known !== undefined || text === undefined) return known
    if (reading.includes(name)) {
      throw new Unlinked({ why: 'cycle', names: [...reading.slice(reading.indexOf(name)), name] })
    }
    if (reading.length >= DEEPEST) throw new Unlinked({ why: 'deep', name: reading[0]! })
    reading.push(name)
    const parsed = parseNoun(text, { names: read, known: texts.keys() })
    if (E.isLeft(parsed)) throw new Unlinked({ why: 'text', name, error: parsed.left })
    reading.pop()
    nouns.set(name, parsed.right)
    return parsed.right
  }

  const names = [...texts.keys()].sort()
  try {
    names.forEach(read)
  } catch (thrown) {
    if (thrown instanceof Unlinked) return E.left(thrown.error)
    throw thrown
  }
  return E.right({ names, get: (name) => nouns.get(name), text: (name) => texts.get(name) })
}

/** The error on its way out of the names that are being read. */
class Unlinked {
  readonly error: FormulaError

  constructor(error: FormulaError) {
    this.error = error
  }
}

/** In words, with the place in the text where there is one. */
export const showFormulaError = (error: FormulaError): string => {
  switch (error.why) {
    case 'text':
      return `${error.name}.nock: ${showParseError(error.error)}`
    case 'cycle':
      return `these formulas name each other in a circle: ${error.names.join(' -> ')}`
    case 'deep':
      return `${error.name}.nock: it leads through more than ${DEEPEST} formulas, each naming the next`
    case 'path':
      return `${error.path}: ${error.message}`
  }
}

import { type Either, left, right } from '../../nock/either.js'
import { type Noun } from '../../nock/noun.js'
import { type ParseError, parseNoun, showParseError } from '../../nock/parse.js'
import { type Failure, badData, crashed, misused } from '../terminal/failure.js'
import { type Source } from './source.js'

/** What the help says of an argument that is a noun. */
export const NOUN = "a noun's text, a formula's name, @FILE, or - for stdin"

/** The options of the commands that read nouns. */
export const reading = {
  formulas: {
    about: "take formulas from DIR/NAME.nock before runock's own",
    value: 'DIR',
    decode: (text: string): Either<string, string> => right(text),
  },
} as const

/** The options of the commands that print nouns. */
export const printing = {
  cords: { about: "show atoms that are text as cords: 'web'" },
  dots: { about: 'group the digits of numbers: 1.000.000' },
} as const

/**
 * The text of nouns, or that there is no text so long: a noun that shares its parts can be small and need more
 * characters than JavaScript's strings hold.
 */
export const printed = (write: () => string): Either<Failure, string> => {
  try {
    return right(write())
  } catch (error) {
    if (error instanceof RangeError) return left(crashed('the noun is too large to print'))
    throw error
  }
}

/**
 * The nouns of a command's arguments.
 *
 * @param words each argument, and what messages call it
 * @param directory where formulas are looked up before the package's own
 */
export const readNouns = async (
  words: readonly (readonly [name: string, word: string])[],
  directory: string | undefined,
): Promise<Either<Failure, readonly Noun[]>> => {
  if (words.filter(([, word]) => word === '-').length > 1) {
    return left(misused('stdin can be read once only: - stands for one argument'))
  }
  const nouns: Noun[] = []
  for (const [name, word] of words) {
    const text = await textOf(name, word)
    if (text._tag === 'Left') return text
    const noun = await parse(text.right, directory)
    if (noun._tag === 'Left') return noun
    nouns.push(noun.right)
  }
  return right(nouns)
}

/** The text of an argument; what reads files and stdin is loaded only for one that may point there. */
const textOf = async (name: string, word: string): Promise<Either<Failure, Source<string>>> =>
  /^[-@]/.test(word)
    ? (await import('./source.js')).readText(name, word)
    : right({ from: name, content: word })

/**
 * The noun of a text. A bare word in it names a formula; most texts have none, so runock's own formulas are loaded only
 * once one has turned up.
 */
export const parse = async (
  { from, content }: Source<string>,
  directory: string | undefined,
): Promise<Either<Failure, Noun>> => {
  const wrong = (error: ParseError) => left(badData(`${from}: ${showParseError(error)}`))
  let named = false
  const alone = parseNoun(content, { names: () => void (named = true) })
  if (!named && directory === undefined) return alone._tag === 'Left' ? wrong(alone.left) : alone
  const { loadFormulas, showFormulaError } = await import('../formulas/index.js')
  const book = loadFormulas(directory === undefined ? [] : [directory])
  if (book._tag === 'Left') return left(badData(showFormulaError(book.left)))
  const { names, get } = book.right
  const linked = parseNoun(content, { names: get, known: names })
  return linked._tag === 'Left' ? wrong(linked.left) : linked
}

import { type Noun, equal, isAtom, parseNoun } from '../../nock/index.js'
import { type Book, namer } from '../formulas/index.js'
import { printable } from '../log/printable.js'
import { readPolicy } from '../supervision/policy.js'

/** What formulas are called, and where their conditions stand. Found by equality of nouns, so a name is never wrong. */
export interface Names {
  /**
   * The name of a formula, `stop`; of one that a policy writes out in its rows, `sv %t %k`. Formulas that only take a part
   * or give a constant have none: `[0 14]` is the state in one place and the name in another.
   */
  of(formula: Noun): string | undefined
  /** Where the condition of a rule 6 stands in the text of this formula: `stop.nock:6`, if it has one and in one place. */
  place(formula: Noun, condition: Noun): string | undefined
  /** Names by which a journal brings along another formula than the book has. */
  readonly another: readonly string[]
}

/**
 * The names in a book, and others that a journal brings along: the book's go first.
 *
 * @param others formulas by the names that they had where they were decided by
 * @example
 * namesOf(loadFormulas().right).of(policy.get('supervise').formula) === 'supervise'
 */
export const namesOf = (book: Book, others: ReadonlyMap<string, Noun> = new Map()): Names => {
  const nouns = new Map<string, Noun>()
  /** Where the text of each is: whose it is, and on which of a policy's events. */
  const texts = new Map<string, { readonly file: string; readonly event: string | undefined }>()
  const add = (file: string, events: readonly string[], noun: Noun): void => {
    const name = [file, ...events.map((event) => `%${event}`)].join(' ')
    nouns.set(name, noun)
    texts.set(name, { file, event: events[0] })
  }
  for (const name of book.names) add(name, [], book.get(name)!)
  for (const name of book.names)
    for (const { formula, events } of rowsOf(book.get(name)!)) add(name, events, formula)
  const find = finder(nouns)
  const findOther = finder(new Map([...others].map(([name, noun]) => [printable(name), noun])))
  const another = [...others].filter(([name, noun]) => {
    const own = book.get(name)
    return own !== undefined && !equal(own, noun)
  })

  return {
    of: (formula) => (isPlain(formula) ? undefined : (find(formula) ?? findOther(formula))),
    another: another.map(([name]) => name),
    place(formula, condition) {
      const { file, event } = texts.get(find(formula) ?? '') ?? {}
      const text = file === undefined ? undefined : book.text(file)
      const line = text === undefined ? undefined : lineOf(text, event, condition, book)
      return line === undefined ? undefined : `${file}.nock:${line}`
    },
  }
}

const finder = (nouns: ReadonlyMap<string, Noun>): ((formula: Noun) => string | undefined) =>
  namer({ names: [...nouns.keys()], get: (name) => nouns.get(name), text: () => undefined })

/** A policy's formulas, each with the events that it is evaluated on; none of what is no policy. */
const rowsOf = (noun: Noun): readonly { readonly formula: Noun; readonly events: string[] }[] => {
  const rows: { readonly formula: Noun; readonly events: string[] }[] = []
  const policy = readPolicy(noun)
  if (policy._tag === 'Left') return rows
  for (const [event, { formula }] of policy.right) {
    const same = rows.find((row) => equal(row.formula, formula))
    if (same === undefined) rows.push({ formula, events: [event] })
    else same.events.push(event)
  }
  return rows
}

const isPlain = (formula: Noun): boolean => isAtom(formula) || formula.head === 0 || formula.head === 1

/**
 * The line in which a noun stands as a condition, right behind a 6: in a policy, the first behind the event; otherwise
 * undefined if in several.
 */
const lineOf = (text: string, event: string | undefined, condition: Noun, book: Book): number | undefined => {
  const code = text.replaceAll(/;.*/g, '')
  const start = [...code.matchAll(/%(\S+)\s/g)].find(([, word]) => word === event)?.index ?? 0
  const lines = [...code.matchAll(/(?<![\w.])6\s+(?=\[)/g)].flatMap(({ 0: six, index }) => {
    if (index < start) return []
    const from = index + six.length
    const parsed = parseNoun(bracketed(code, from), { names: book.get })
    return parsed._tag === 'Right' && equal(parsed.right, condition)
      ? [code.slice(0, from).split('\n').length]
      : []
  })
  return event !== undefined || lines.length === 1 ? lines[0] : undefined
}

/** From an opening bracket to the one that closes it. */
const bracketed = (text: string, from: number): string => {
  let open = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') open++
    else if (text[at] === ']' && --open === 0) return text.slice(from, at + 1)
  }
  return ''
}

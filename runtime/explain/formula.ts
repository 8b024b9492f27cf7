import { NOBODY, everyJet, questions, tags } from '../../jets/index.js'
import {
  type Explanation,
  type Moved,
  type Noun,
  SUPERVISED,
  type Shape,
  UNKNOWN,
  allBrackets,
  explainFormula,
  isCell,
  mug,
  named,
  both,
  equal,
  printNoun,
  shapeAt,
} from '../../nock/index.js'
import { type Book, namer } from '../formulas/index.js'

/** A formula explained, with what the formulas of a book and the jets are called. */
export interface ExplainedFormula {
  readonly explanation: Explanation
  /** With all its brackets. */
  readonly brackets: string
  /** The jet that stands for a formula. */
  readonly jetOf: (formula: Noun) => string | undefined
}

/** So many characters of the formula are written with all brackets. */
const LONGEST = 2_000

/** Explains a formula; of one that asks the system the parts of the subject have names, as the supervisor's have. */
export const explainedFormula = (formula: Noun, book: Book): ExplainedFormula => {
  const nameOf = namer(book)
  const jets = everyJet(NOBODY)
  const jetOf = (one: Noun): string | undefined => (isCell(one) ? jets.find(one)?.name : undefined)
  const own = (one: Noun): string | undefined => (isPart(one) ? undefined : nameOf(one))
  const words = (one: Noun): string | undefined => {
    const name = own(one)
    return name === undefined ? undefined : `${name}${jetOf(one) === undefined ? '' : ' (jet)'}`
  }
  const explanation = explainFormula(formula, {
    subject: subjectShape(formula, book),
    nameOf: words,
    productOf: (one, subject) => answerOf(own(one), subject),
    cords: tags,
  })
  return { explanation, brackets: allBrackets(formula, LONGEST, own), jetOf }
}

/** So many cells are looked at for one that asks. */
const MOST = 100_000

/** A question is put on `[tape sample]`; whatever puts one, on `[tape service]`. */
const subjectShape = (formula: Noun, book: Book): Shape => {
  const ask = book.get('ask')
  if (ask === undefined) return UNKNOWN
  const isQuestion = ['ask', ...questions.map(({ name }) => name)].some((name) => {
    const noun = book.get(name)
    return noun !== undefined && equal(noun, formula)
  })
  if (isQuestion) return both(named('tape'), named('sample'))
  const state = book.get('state')
  const isState = state !== undefined && equal(state, formula)
  return isState || holds(formula, ask) ? SUPERVISED : UNKNOWN
}

const holds = (whole: Noun, part: Noun): boolean => {
  const hash = mug(part)
  const waiting = [whole]
  for (let left = MOST; left > 0; left--) {
    const next = waiting.pop()
    if (next === undefined) return false
    if (!isCell(next)) continue
    if (mug(next) === hash && equal(next, part)) return true
    waiting.push(next.head, next.tail)
  }
  return false
}

/** One that only takes a part or gives a constant is called by what it takes, not by a formula that does the same. */
const isPart = (formula: Noun): boolean => isCell(formula) && (formula.head === 0 || formula.head === 1)

/** A question leaves the rest of the tape, and the answer. */
const answerOf = (name: string | undefined, subject: Shape): Shape | undefined => {
  if (name === undefined || !questions.some((question) => question.name === name)) return undefined
  return both(
    shapeAt(subject, 2).name === undefined ? named('tape') : shapeAt(subject, 2),
    named(`the answer to %${name}`),
  )
}

interface ExplanationJson {
  readonly axis: string
  readonly formula: string
  readonly rule: number | null
  readonly words: string
  readonly jet: string | null
  readonly as: string
  readonly moved: readonly { readonly name: string; readonly was: string; readonly is: string }[]
  readonly parts: readonly ExplanationJson[]
}

/** The same for a program. */
export const explanationOfFormulaJson = (
  { axis, formula, rule, words, parts, moved }: Explanation,
  jetOf: (formula: Noun) => string | undefined,
  as = '',
): ExplanationJson => ({
  axis: String(axis),
  formula: printNoun(formula, { limit: LONGEST }),
  rule: rule ?? null,
  words,
  jet: jetOf(formula) ?? null,
  as,
  moved: moved.map(({ name, was, is }: Moved) => ({ name, was: String(was), is: String(is) })),
  parts: parts.map((part) => explanationOfFormulaJson(part.of, jetOf, part.as)),
})

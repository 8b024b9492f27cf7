import { type Crash } from '../crash.js'
import { equal } from '../equal.js'
import { nock } from '../nock.js'
import { type Noun } from '../noun.js'
import { type ParseError, parseNoun } from '../parse.js'
import { type Case, type Lesson } from './lesson.js'
import { cellsOf, rulesUsed } from './rules-used.js'

/** What an answer comes to. */
export type Verdict =
  | { readonly _tag: 'passed'; readonly cases: number }
  /** It has a hole still, or is no noun. */
  | { readonly _tag: 'unreadable'; readonly error: ParseError; readonly hint?: string | undefined }
  | {
      readonly _tag: 'wrong'
      /** What is wrong first. */
      readonly finding: Finding
      /** How many of the cases come out as they should, and how many there are. */
      readonly right: number
      readonly cases: number
      /** What the lesson has to say of this very answer. */
      readonly hint: string | undefined
    }

export type Finding =
  | { readonly _tag: 'limit'; readonly message: string }
  | { readonly _tag: 'noun'; readonly wanted: string; readonly got: Noun }
  | { readonly _tag: 'case'; readonly subject: string; readonly wanted: string; readonly got: Got }

export type Got = { readonly product: Noun } | { readonly crash: Crash; readonly formula: Noun }

/** Far more than any lesson takes: what has not ended by then never will. */
export const BUDGET = { steps: 200_000, nouns: 2_000_000 }

export const HOLE = '___'

/**
 * Whether an answer is right. It is pure, over nock/ alone: the command line and the page in the browser both use it.
 *
 * @param answer the text of the learner's formula
 * @param formulas what a name stands for: the cases may use every name, the answer those that the lesson lists
 */
export const checkLesson = (
  lesson: Lesson,
  answer: string,
  formulas: (name: string) => Noun | undefined,
): Verdict => {
  const read = readAnswer(lesson, answer, formulas)
  if ('error' in read)
    return { _tag: 'unreadable', error: read.error, hint: hintFor(lesson, answer, undefined, formulas) }
  const { noun } = read
  const findings = lesson.cases.map((one) => tried(one, noun, formulas))
  const wrongs = findings.filter((finding) => finding !== undefined)
  const [finding] = [...wrongs, ...beyond(lesson, noun)]
  const cases = findings.length
  if (finding === undefined) return { _tag: 'passed', cases }
  const hint = hintFor(lesson, answer, noun, formulas)
  return { _tag: 'wrong', finding, right: cases - wrongs.length, cases, hint }
}

const readAnswer = (
  { limits: { names: allowed = [] } }: Lesson,
  answer: string,
  formulas: (name: string) => Noun | undefined,
): { readonly noun: Noun } | { readonly error: ParseError } => {
  const offset = withoutComments(answer).indexOf(HOLE)
  if (offset >= 0) {
    return { error: { message: 'this hole is for your answer', offset, length: HOLE.length, text: answer } }
  }
  let refused: string | undefined
  const names = (name: string) => {
    if (allowed.includes(name)) return formulas(name)
    if (formulas(name) !== undefined) refused ??= name
    return undefined
  }
  const read = parseNoun(answer, { names, known: allowed })
  if (read._tag === 'Right') return { noun: read.right }
  const message = refused === undefined ? read.left.message : `this lesson is to be solved without ${refused}`
  return { error: { ...read.left, message } }
}

/** Comments blanked out, so that what is said of a hole is none. */
const withoutComments = (text: string): string =>
  text.replaceAll(/;.*/g, (comment) => ' '.repeat(comment.length))

/** What the lesson says of this answer: the same noun, or, where it is none, the same text. */
const hintFor = (
  { wrong }: Lesson,
  answer: string,
  noun: Noun | undefined,
  formulas: (name: string) => Noun | undefined,
): string | undefined =>
  wrong.find((one) => {
    if (noun === undefined) return one.answer.trim() === withoutComments(answer).trim()
    const known = parseNoun(one.answer, { names: formulas })
    return known._tag === 'Right' && equal(known.right, noun)
  })?.hint

const tried = (
  one: Case,
  answer: Noun,
  formulas: (name: string) => Noun | undefined,
): Finding | undefined => {
  const read = (text: string): Noun => {
    const noun = parseNoun(text, { names: formulas })
    if (noun._tag === 'Right') return noun.right
    throw new Error(`a case of the lesson is no noun: ${text}`)
  }
  if ('is' in one)
    return equal(read(one.is), answer) ? undefined : { _tag: 'noun', wanted: one.is, got: answer }
  const { subject } = one
  const done = nock(read(subject), answer, { budget: BUDGET })
  const got = done._tag === 'Right' ? { product: done.right } : { crash: done.left, formula: answer }
  const asWanted =
    'product' in one
      ? done._tag === 'Right' && equal(read(one.product), done.right)
      : done._tag === 'Left' && isThis(done.left, one.crash)
  return asWanted
    ? undefined
    : { _tag: 'case', subject, wanted: 'product' in one ? one.product : crashWords(one.crash), got }
}

const isThis = (crash: Crash, wanted: { readonly rule?: number; readonly axis?: string }): boolean =>
  crash.why !== 'budget' &&
  (wanted.rule === undefined || wanted.rule === crash.rule) &&
  (wanted.axis === undefined || wanted.axis === String(crash.axis))

const crashWords = ({ rule, axis }: { readonly rule?: number; readonly axis?: string }): string =>
  rule === undefined ? 'a crash' : `a crash by rule ${rule}${axis === undefined ? '' : ` at axis ${axis}`}`

/** The limits that an answer oversteps. */
const beyond = ({ limits }: Lesson, answer: Noun): Finding[] => {
  const used = rulesUsed(answer)
  const limit = (message: string): Finding => ({ _tag: 'limit', message })
  const cells = limits.cells ?? Infinity
  return [
    ...(limits.without ?? [])
      .filter((rule) => used.has(rule))
      .map((rule) => limit(`this time without rule ${rule}`)),
    ...(limits.with ?? [])
      .filter((rule) => !used.has(rule))
      .map((rule) => limit(`this time with rule ${rule}`)),
    ...(cellsOf(answer, cells) > cells
      ? [limit(`that has more than ${cells} cells; it can be shorter`)]
      : []),
  ]
}

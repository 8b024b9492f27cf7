import { type Cell, type Noun, isCell } from '../noun.js'
import { printNoun } from '../print.js'
import { type Around } from './state.js'
import { type Step } from './stepper.js'
import { Operation, type Operator, Pair, type Term } from './term.js'

/** A piece of an expression's text. `marked`: of what a step replaces, or of what it puts there. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

export interface ExpressionOptions {
  /** How a noun is written, in brackets if it is a cell: by `printNoun`, in 80 characters at most, unless given. */
  readonly print?: (noun: Noun) => string
  /** So many operators around the redex are written, from the inside: 8 unless given. `…` stands for the rest. */
  readonly around?: number
}

/** What a step looks like. Both are the whole expression; `after` is undefined where the step crashes, and for a product. */
export interface Shown {
  readonly before: readonly Piece[]
  readonly after: readonly Piece[] | undefined
}

/**
 * The whole expression before a step and after it, as the definition would write it, with the redex and what takes its
 * place marked.
 *
 * @example
 * showStep(new Stepper(41, cell(4, 0, 1)).at(1)).before // [{ text: '+', marked: false }, { text: '*[41 0 1]', marked: true }]
 */
export const showStep = (step: Step, options: ExpressionOptions = {}): Shown => {
  const { print = (noun) => printNoun(noun, { limit: 80 }), around: levels = 8 } = options
  if (step.is === 'product') return { before: marked(written(step.product, print)).whole, after: undefined }
  const whole = (part: Term): readonly Piece[] =>
    within(marked(written(part, print)), step.around, levels, print)
  return {
    before: whole(new Operation(step.redex.operator, step.redex.of, step.redex.formula)),
    after: step.is === 'crash' ? undefined : whole(step.contractum),
  }
}

/**
 * The text of pieces, without marks.
 *
 * @example
 * plain([{ text: '+', marked: false }, { text: '41', marked: true }]) === '+41'
 */
export const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

type Print = (noun: Noun) => string

/** The text of an expression; `bare`: at the end of a pair, where a pair has no brackets of its own. */
interface Written {
  readonly whole: readonly Piece[]
  readonly bare: readonly Piece[]
}

const text = (what: string): Written => {
  const whole = [{ text: what, marked: false }]
  return { whole, bare: whole }
}

const beside = (first: Written, ...rest: readonly Written[]): Written => {
  const [next, ...others] = rest
  if (next === undefined) return first
  const bare = [...first.whole, ...SPACE.whole, ...beside(next, ...others).bare]
  return { whole: [...OPEN.whole, ...bare, ...CLOSE.whole], bare }
}

const SPACE = text(' ')
const OPEN = text('[')
const CLOSE = text(']')

const before = (operator: string, of: Written): Written => {
  const whole = [...text(operator).whole, ...of.whole]
  return { whole, bare: whole }
}

/** An operator that folds a rule, as what it stands for: `first` is the product that it waits for, `rest` the nouns behind that. */
const folded = (operator: Operator, first: Written, rest: Noun, print: Print): Written => {
  const noun = (of: Noun): Written => writtenNoun(of, print)
  if (operator === 'call') return before('*', beside(first, text('2'), text('[0 1]'), text('0'), noun(rest)))
  const { head: a, tail } = rest as Cell
  return operator === 'test'
    ? before('*', beside(noun(a), text('6'), first, noun(tail)))
    : before('*', beside(beside(first, before('*', beside(noun(a), noun(tail)))), text('0'), text('3')))
}

const isFolded = (operator: Operator): boolean => operator.length > 1

const written = (term: Term, print: Print): Written => {
  if (term instanceof Pair) return beside(written(term.head, print), written(term.tail, print))
  if (!(term instanceof Operation)) return writtenNoun(term, print)
  const { operator, of } = term
  if (!isFolded(operator)) return before(operator, written(of, print))
  const { head, tail } = of as Pair | Cell
  return folded(operator, written(head, print), tail as Noun, print)
}

const writtenNoun = (noun: Noun, print: Print): Written => {
  const printed = print(noun)
  const whole = text(printed)
  return isCell(noun) ? { ...whole, bare: text(printed.slice(1, -1)).whole } : whole
}

const marked = ({ whole, bare }: Written): Written => ({ whole: whole.map(mark), bare: bare.map(mark) })

const mark = (piece: Piece): Piece => ({ ...piece, marked: true })

/** A part and so much of what is around it. */
const within = (
  part: Written,
  around: Around | undefined,
  levels: number,
  print: Print,
): readonly Piece[] => {
  let inner = part
  let at = around
  let level = 0
  while (at !== undefined) {
    const { outer } = at
    if (at.is === 'operand') {
      if (level++ === levels) return joined([...ELSE, ...inner.whole, ...ELSE])
      inner = before(at.operation.operator, inner)
    } else if (at.is === 'tail') {
      inner = beside(writtenNoun(at.head, print), inner)
    } else if (outer?.is === 'operand' && isFolded(outer.operation.operator)) {
      inner = folded(outer.operation.operator, inner, at.tail as Noun, print)
      at = outer.outer
      level++
      continue
    } else {
      inner = beside(inner, written(at.tail, print))
    }
    at = outer
  }
  return joined(inner.whole)
}

/** The same in as few pieces as there can be. */
const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all[all.length - 1]
    if (last?.marked !== piece.marked) all.push(piece)
    else all[all.length - 1] = { ...piece, text: last.text + piece.text }
  }
  return all
}

const ELSE = text('…').whole

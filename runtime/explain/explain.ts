import { NOBODY, everyJet, questionJet } from '../../jets/index.js'
import {
  Cell,
  axis as at,
  type Crash,
  type Either,
  type Noun,
  NO,
  type Watch,
  YES,
  equal,
  isAtom,
  isCell,
  list,
  reference,
} from '../../nock/index.js'
import { ServiceNoun, sameService, serviceOf } from '../supervision/service.js'
import { type Decision } from '../supervision/step.js'
import { type Answered, meaningOf } from './meaning.js'
import { type Names } from './names.js'

/** One of the things that a decision follows from. `level`: in so many named formulas, each inside the one before. */
export type Reason =
  /** A formula that has a name begins. */
  { readonly is: 'formula'; readonly level: number; readonly name: string } | Asked | Branch

/** A question was put. */
export interface Asked {
  readonly is: 'request'
  readonly level: number
  readonly request: Noun
  /** Undefined when it is not on the tape. */
  readonly answer: Noun | undefined
}

/** A rule 6, `[6 condition yes no]`, took one of its branches. */
export interface Branch {
  readonly is: 'branch'
  readonly level: number
  /** The name of the formula that it stands in. */
  readonly formula: string | undefined
  /** Where in that formula's text. */
  readonly place: string | undefined
  readonly condition: Noun
  /** What the condition asks, in words, if it is a usual one. */
  readonly meaning: string | undefined
  /** What the condition gave; undefined when it crashed. */
  readonly product: Noun | undefined
  /** The formula that was evaluated then; undefined when the condition gave neither yes nor no. */
  readonly taken: Noun | undefined
  /** Its name, if it has one. */
  readonly takenName: string | undefined
}

/** Why a decision came out as it did. */
export interface Explanation {
  /** In the order in which they came about. */
  readonly reasons: readonly Reason[]
  /** So many rules 6 are left out: those inside formulas that a jet stands for, and those beyond the most. */
  readonly omitted: number
  /** What the formula gives on `[tape service]`: `[0 service]`, if all is well. */
  readonly product: Either<Crash, Noun>
  /**
   * The decision was what the formula gives. If not, somebody changed the one or the other. Undefined when the budget
   * did not do for telling.
   */
  readonly agrees: boolean | undefined
}

export interface ExplainOptions {
  /** The rules 6, too, that are inside formulas for which a jet stands: whether an entry of the tape is the answer, … */
  readonly all?: boolean
}

/** Ten times what a supervisor takes for one decision, since it has jets; seconds at most. */
export const BUDGET = { steps: 1e6, nouns: 1e6 }

/** So many reasons are kept. */
const MOST = 10_000

/**
 * Makes a decision again by the reference interpreter, and says what it followed from: the questions and their answers,
 * and the branch that each rule 6 took.
 *
 * @example
 * explain({ event: 'd', formula: cell(0, 1), before: down(97), tape: [], after: down(97) }, { of: () => undefined }).agrees // true
 */
export const explain = (decision: Decision, names: Names, options: ExplainOptions = {}): Explanation => {
  const witness = new Witness(decision, names, options)
  const product = reference(subjectOf(decision), decision.formula, { budget: BUDGET, watch: witness })
  const { reasons, omitted } = witness
  return { reasons, omitted, product, agrees: agrees(decision, product) }
}

/** `[tape service]`, the whole tape and the service as it was. */
export const subjectOf = ({ tape, before }: Decision): Cell =>
  new Cell(list(tape), ServiceNoun.encode(before))

const agrees = ({ failure, after }: Decision, product: Either<Crash, Noun>): boolean | undefined => {
  if (product._tag === 'Left' && product.left.why === 'budget') return undefined
  const { right } = product._tag === 'Right' ? product : { right: undefined }
  const service = right !== undefined && isCell(right) && right.head === 0 ? serviceOf(right.tail) : undefined
  if (failure === undefined) return service !== undefined && sameService(service, after)
  return service?.name !== after.name
}

/** A named formula, or one for which a jet stands, under reduction. */
interface Frame {
  readonly formula: Noun
  readonly depth: number
  readonly name: string | undefined
  readonly inJet: boolean
  /** Of what is inside it. */
  readonly level: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Notes what matters while the reference evaluates. */
class Witness implements Watch {
  readonly reasons: Reason[] = []
  omitted = 0
  private readonly decision: Decision
  private readonly names: Names
  private readonly options: ExplainOptions
  private readonly frames: Frame[] = []
  private readonly answered: Answered[] = []
  /** The rules 6 whose conditions are being evaluated, and the question whose answer is being looked up. */
  private readonly testing: {
    readonly depth: number
    readonly branch: Mutable<Branch>
    readonly cd: Cell
  }[] = []
  private asking: { readonly depth: number; readonly reason: Mutable<Asked> } | undefined

  constructor(decision: Decision, names: Names, options: ExplainOptions) {
    this.decision = decision
    this.names = names
    this.options = options
  }

  begin(subject: Noun, formula: Noun, depth: number): void {
    if (isAtom(formula)) return
    this.enter(formula, depth)
    if (isCell(subject) && isAsk(formula)) this.ask(subject.tail, depth)
    const { head: rule, tail: rest } = formula
    if (rule === 6 && isCell(rest) && isCell(rest.tail)) this.test(subject, rest.head, rest.tail, depth)
  }

  end(product: Noun, depth: number): void {
    const test = this.testing.at(-1)
    if (test?.depth === depth - 1) {
      this.testing.pop()
      const { branch, cd } = test
      branch.product = product
      branch.taken = product === YES ? cd.head : product === NO ? cd.tail : undefined
      branch.takenName = branch.taken === undefined ? undefined : this.names.of(branch.taken)
    }
    if (this.asking?.depth === depth) {
      const { reason } = this.asking
      this.asking = undefined
      if (isCell(product)) reason.answer = product.tail
      this.answered.push({ request: reason.request, product })
    }
    while ((this.frames.at(-1)?.depth ?? -1) >= depth) this.frames.pop()
  }

  private get level(): number {
    return this.frames.at(-1)?.level ?? 0
  }

  private enter(formula: Cell, depth: number): void {
    const name = this.names.of(formula)
    const isInner = jets.find(formula) !== undefined || isAsk(formula)
    if (name === undefined && !isInner) return
    // A loop that goes by a name is in the formula that it is in already.
    for (let i = this.frames.length - 1; this.frames[i]?.depth === depth; i--) {
      if (!equal(this.frames[i]!.formula, formula)) continue
      this.frames.length = i + 1
      return
    }
    const { level } = this
    const inJet = isInner || (this.frames.at(-1)?.inJet ?? false)
    const shown = name !== undefined && (!inJet || this.options.all === true)
    if (shown) this.keep({ is: 'formula', level, name })
    this.frames.push({ formula, depth, name, inJet, level: shown ? level + 1 : level })
  }

  private ask(request: Noun, depth: number): void {
    const reason: Mutable<Asked> = { is: 'request', level: this.level, request, answer: undefined }
    this.keep(reason)
    this.asking = { depth, reason }
  }

  private test(subject: Noun, condition: Noun, cd: Cell, depth: number): void {
    const frame = this.frames.at(-1)
    if ((frame?.inJet === true && this.options.all !== true) || this.reasons.length >= MOST) {
      this.omitted++
      return
    }
    const branch: Mutable<Branch> = {
      is: 'branch',
      level: this.level,
      formula: frame?.name,
      place: frame && this.names.place(frame.formula, condition),
      condition,
      meaning: meaningOf(condition, subject, this.decision.before.name, this.answered),
      product: undefined,
      taken: undefined,
      takenName: undefined,
    }
    this.keep(branch)
    this.testing.push({ depth, branch, cd })
  }

  private keep(reason: Reason): void {
    if (this.reasons.length < MOST) this.reasons.push(reason)
  }
}

/** The jets that a supervisor has: what they do is one step to whoever looks at its decisions. */
const jets = everyJet(NOBODY)

/** `ask`, which every question's formula ends in: `[7 [[0 2] [1 tag] 0 3] ask]`. */
const ASK = at(7, questionJet('ask', NOBODY).formula)!
const isAsk = (formula: Noun): boolean => equal(formula, ASK)

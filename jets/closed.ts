import { type Cell, type Either, NO, type Noun, YES, isAtom, isCell, left, right } from '../nock/index.js'
import { type Constant, type Known, Knowledge, UNKNOWN } from './known.js'
import { type Reliance } from './reliance.js'

/**
 * Is a formula closed: does it run no code out of its subject but what it relies on? Only then does its product depend
 * on its text and its subject alone, so that a jet can stand for it. The formula is followed through all its branches
 * with a subject of which nothing is known but that code; wherever it runs a formula that it computed (rules 2 and 9),
 * that one has to be known.
 *
 * @param relies the code in the subject that may be run, none of it within other; nothing unless given
 * @returns undefined when it is closed, otherwise what it would run, in words
 * @example
 * whyOpen(parseNoun('[4 0 1]').right)   // undefined
 * whyOpen(parseNoun('[9 2 0 1]').right) // 'rule 9 runs what the subject has at axis 2'
 */
export const whyOpen = (formula: Noun, relies: readonly Reliance[] = []): string | undefined => {
  const found = follow(formula, relies)
  return typeof found === 'string' ? found : undefined
}

/**
 * What a formula relies on, if it is closed with all the code that is offered to it: the part of that which it runs.
 *
 * @returns Left when it runs other code, too: which, in words
 * @example
 * codeRun(parseNoun('[9 2 0 1]').right, [[2, parseNoun('[4 0 3]').right], [6, cell(0, 1)]]).right.length === 1
 */
export const codeRun = (formula: Noun, offered: readonly Reliance[]): Either<string, readonly Reliance[]> => {
  const walk = follow(formula, offered)
  return typeof walk === 'string' ? left(walk) : right(offered.filter(([, code]) => walk.ran(code)))
}

const follow = (formula: Noun, relies: readonly Reliance[]): Walk | string => {
  const walk = new Walk()
  try {
    walk.fromStart(formula, relies)
    return walk
  } catch (thrown) {
    if (thrown instanceof Open) return thrown.why
    throw thrown
  }
}

class Open {
  readonly why: string

  constructor(why: string) {
    this.why = why
  }
}

/** A formula that takes more steps than this to follow, or nests deeper, is not one that anybody wrote by hand. */
const MOST = 100_000
const NESTED = 1_000

/** So many calls of one formula are followed each by itself; all further ones as one, with what they have in common. */
const APART = 8

/** The calls of one formula. */
interface Calls {
  /** The product by the subject. */
  readonly products: Map<Known, Known>
  further: Known | undefined
}

class Walk {
  private readonly knowledge = new Knowledge()
  private readonly calls = new Map<Known, Calls>()
  private steps = 0
  private nested = 0

  fromStart(formula: Noun, relies: readonly Reliance[]): void {
    const { knowledge } = this
    let subject: Known = knowledge.subject(1)
    for (const [axis, code] of relies) subject = knowledge.edit(axis, knowledge.constant(code), subject)
    this.formula(formula, subject)
  }

  /** Was this called on the way? */
  ran(code: Noun): boolean {
    return this.calls.has(this.knowledge.constant(code))
  }

  /** What is known of `*[a f]`; throws Open where code out of the subject would run. */
  private formula(f: Noun, a: Known): Known {
    if (++this.steps > MOST || this.nested > NESTED) throw new Open('it runs more code than can be followed')
    this.nested++
    const product = isAtom(f) ? UNKNOWN : this.rule(f, a)
    this.nested--
    return product
  }

  /** Rule by rule; what crashes has no product, so anything may stand for it. */
  private rule({ head: rule, tail: rest }: Cell, a: Known): Known {
    const { knowledge } = this
    if (isCell(rule)) return knowledge.cons(this.formula(rule, a), this.formula(rest, a))
    if (rule === 0) return isAtom(rest) ? knowledge.part(rest, a) : UNKNOWN
    if (rule === 1) return knowledge.constant(rest)
    if (rule === 3 || rule === 4) {
      this.formula(rest, a)
      return UNKNOWN
    }
    if (isAtom(rest)) return UNKNOWN
    const { head: b, tail: c } = rest
    switch (rule) {
      case 2: {
        const subject = this.formula(b, a)
        return this.call(2, subject, this.formula(c, a))
      }
      case 5:
        this.formula(b, a)
        this.formula(c, a)
        return UNKNOWN
      case 6:
        return isAtom(c) ? UNKNOWN : this.choice(this.formula(b, a), c, a)
      case 7:
        return this.formula(c, this.formula(b, a))
      case 8:
        return this.formula(c, knowledge.cons(this.formula(b, a), a))
      case 9: {
        if (isCell(b)) return UNKNOWN
        const core = this.formula(c, a)
        return this.call(9, core, knowledge.part(b, core))
      }
      case 10: {
        if (isAtom(b) || isCell(b.head)) return UNKNOWN
        const value = this.formula(b.tail, a)
        const target = this.formula(c, a)
        return b.head === 0 ? UNKNOWN : knowledge.edit(b.head, value, target)
      }
      case 11:
        if (isCell(b)) this.formula(b.tail, a)
        return this.formula(c, a)
      default:
        return UNKNOWN
    }
  }

  private choice(test: Known, branches: Cell, a: Known): Known {
    if (test.kind === 'constant' && test.noun === YES) return this.formula(branches.head, a)
    if (test.kind === 'constant' && test.noun === NO) return this.formula(branches.tail, a)
    const yes = this.formula(branches.head, a)
    const no = this.formula(branches.tail, a)
    return yes === no ? yes : UNKNOWN
  }

  private call(rule: 2 | 9, subject: Known, code: Known): Known {
    if (code.kind !== 'constant') throw new Open(`rule ${rule} runs ${inWords(code)}`)
    const calls = this.calls.get(code) ?? { products: new Map<Known, Known>(), further: undefined }
    this.calls.set(code, calls)
    const { products } = calls
    const before = products.get(subject)
    if (before !== undefined) return before
    if (products.size < APART) return this.run(code, subject, products)
    const all = calls.further === undefined ? subject : this.knowledge.join(calls.further, subject)
    calls.further = all
    return products.get(all) ?? this.run(code, all, products)
  }

  private run(code: Constant, subject: Known, products: Map<Known, Known>): Known {
    // A loop comes back to a call that is followed already: its product may be anything.
    products.set(subject, UNKNOWN)
    const product = this.formula(code.noun, subject)
    products.set(subject, product)
    return product
  }
}

const inWords = (code: Known): string => {
  if (code.kind === 'sides') return 'a formula that it puts together'
  if (code.kind === 'unknown' && code.axis !== undefined) return `what the subject has at axis ${code.axis}`
  return 'a formula that it computes'
}

import { type Cell, NO, type Noun, YES, isAtom, isCell } from '../nock/index.js'
import { type Known, Knowledge, UNKNOWN } from './known.js'

/**
 * Is a formula closed: does it run no code out of its subject? Only then does its product depend on its text and its
 * subject alone, so that a jet can stand for it. The formula is followed through all its branches with a subject of
 * which nothing is known; wherever it runs a formula that it computed (rules 2 and 9), that one has to be known.
 *
 * @returns undefined when it is closed, otherwise what it would run, in words
 * @example
 * whyOpen(parseNoun('[4 0 1]').right)   // undefined
 * whyOpen(parseNoun('[9 2 0 1]').right) // 'rule 9 runs what the subject has at axis 2'
 */
export const whyOpen = (formula: Noun): string | undefined => {
  try {
    new Walk().fromStart(formula)
    return undefined
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
  readonly subjects: Set<Known>
  further: Known | undefined
}

class Walk {
  private readonly knowledge = new Knowledge()
  private readonly calls = new Map<Known, Calls>()
  private steps = 0
  private nested = 0

  fromStart(formula: Noun): void {
    this.formula(formula, this.knowledge.subject(1))
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
    const calls = this.calls.get(code) ?? { subjects: new Set(), further: undefined }
    this.calls.set(code, calls)
    // A loop comes back to a call that is followed already: its product may be anything.
    if (calls.subjects.has(subject)) return UNKNOWN
    if (calls.subjects.size < APART) {
      calls.subjects.add(subject)
      return this.formula(code.noun, subject)
    }
    const all = calls.further === undefined ? subject : this.knowledge.join(calls.further, subject)
    if (all === calls.further) return UNKNOWN
    calls.further = all
    return this.formula(code.noun, all)
  }
}

const inWords = (code: Known): string => {
  if (code.kind === 'sides') return 'a formula that it puts together'
  if (code.kind === 'unknown' && code.axis !== undefined) return `what the subject has at axis ${code.axis}`
  return 'a formula that it computes'
}

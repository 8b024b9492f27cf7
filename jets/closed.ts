import { type Atom, Cell, type Noun, YES, NO, isAtom, isCell, peg, turns } from '../nock/index.js'

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
    new Walk().formula(formula, { axis: 1 })
    return undefined
  } catch (thrown) {
    if (thrown instanceof Open) return thrown.why
    throw thrown
  }
}

/** What is known of a noun beforehand: the noun itself, its two sides, or only where in the subject it comes from. */
type Known = Cell | Atom | Sides | Unknown

class Sides {
  readonly head: Known
  readonly tail: Known
  readonly depth: number

  constructor(head: Known, tail: Known) {
    this.head = head
    this.tail = tail
    this.depth = 1 + Math.max(depthOf(head), depthOf(tail))
  }
}

interface Unknown {
  /** The axis in the formula's own subject, if that is where it comes from. */
  readonly axis: Atom | undefined
}

const UNKNOWN: Unknown = { axis: undefined }

/** Sides that are known deeper than this are let go: a list that a loop builds would have no end. */
const DEEPEST = 24

/** A formula that takes more steps than this to follow, or nests deeper, is not one that anybody wrote by hand. */
const MOST = 100_000
const NESTED = 1_000

class Open {
  readonly why: string

  constructor(why: string) {
    this.why = why
  }
}

const isNoun = (known: Known): known is Noun => typeof known !== 'object' || known instanceof Cell

const depthOf = (known: Known): number => (known instanceof Sides ? known.depth : 0)

const cons = (head: Known, tail: Known): Known => {
  if (isNoun(head) && isNoun(tail)) return new Cell(head, tail)
  const sides = new Sides(head, tail)
  return sides.depth > DEEPEST ? UNKNOWN : sides
}

/** The part at an axis, as far as it is known. What crashes has no product, so anything may stand for it. */
const part = (axis: Atom, known: Known): Known => {
  if (axis === 0) return UNKNOWN
  let here = known
  for (const turn of turns(axis)) {
    if (here instanceof Cell || here instanceof Sides) here = turn === '1' ? here.tail : here.head
    else if (typeof here === 'object' && here.axis !== undefined)
      here = { axis: peg(here.axis, turn === '1' ? 3 : 2) }
    else return UNKNOWN
  }
  return here
}

class Walk {
  private steps = 0
  private nested = 0
  /** The calls under way or done, by formula: the subjects, as written by `write`. */
  private readonly called = new Map<Cell, Set<string>>()

  /** What is known of `*[a f]`; throws Open where code out of the subject would run. */
  formula(f: Noun, a: Known): Known {
    if (++this.steps > MOST || this.nested > NESTED) throw new Open('it runs more code than can be followed')
    this.nested++
    const product = this.rule(f, a)
    this.nested--
    return product
  }

  private rule(f: Noun, a: Known): Known {
    if (isAtom(f)) return UNKNOWN // crashes
    const { head: rule, tail: rest } = f
    if (isCell(rule)) return cons(this.formula(rule, a), this.formula(rest, a))
    if (rule === 0) return isAtom(rest) ? part(rest, a) : UNKNOWN
    if (rule === 1) return rest
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
        return this.formula(c, cons(this.formula(b, a), a))
      case 9: {
        const core = this.formula(c, a)
        return isAtom(b) ? this.call(9, core, part(b, core)) : UNKNOWN
      }
      case 10: {
        if (isAtom(b)) return UNKNOWN
        const value = this.formula(b.tail, a)
        const target = this.formula(c, a)
        return isAtom(b.head) && b.head !== 0 ? this.edit(b.head, value, target) : UNKNOWN
      }
      case 11:
        if (isCell(b)) this.formula(b.tail, a)
        return this.formula(c, a)
      default:
        return UNKNOWN
    }
  }

  private choice(test: Known, branches: Cell, a: Known): Known {
    if (test === YES) return this.formula(branches.head, a)
    if (test === NO) return this.formula(branches.tail, a)
    const yes = this.formula(branches.head, a)
    const no = this.formula(branches.tail, a)
    return yes === no ? yes : UNKNOWN
  }

  private call(rule: 2 | 9, subject: Known, code: Known): Known {
    if (!isNoun(code)) {
      const where =
        code instanceof Sides
          ? 'a formula that it puts together'
          : code.axis === undefined
            ? 'a formula that it computes'
            : `what the subject has at axis ${code.axis}`
      throw new Open(`rule ${rule} runs ${where}`)
    }
    if (isAtom(code)) return UNKNOWN
    const subjects = this.called.get(code) ?? new Set()
    this.called.set(code, subjects)
    const key = write(subject)
    // A loop comes back to the same call: its product may be anything.
    if (subjects.has(key)) return UNKNOWN
    subjects.add(key)
    return this.formula(code, subject)
  }

  private edit(axis: Atom, value: Known, target: Known): Known {
    const put = (way: string, here: Known): Known => {
      if (way === '') return value
      const head = part(2, here)
      const tail = part(3, here)
      return way[0] === '1' ? cons(head, put(way.slice(1), tail)) : cons(put(way.slice(1), head), tail)
    }
    const way = turns(axis)
    return way.length > DEEPEST ? UNKNOWN : put(way, target)
  }
}

const identities = new WeakMap<Cell, number>()
let lastIdentity = 0

/** A text that is the same for what is known to be the same: known cells by identity, since they come out of one formula. */
const write = (known: Known): string => {
  if (known instanceof Sides) return `[${write(known.head)} ${write(known.tail)}]`
  if (known instanceof Cell) {
    const identity = identities.get(known) ?? ++lastIdentity
    identities.set(known, identity)
    return `#${identity}`
  }
  return typeof known === 'object' ? `/${known.axis ?? ''}` : String(known)
}

import { at } from './axis.js'
import { type Budget } from './budget.js'
import { type Crash, crashOf, noAxis, noFormula, noIncrement, noLoobean, overBudget } from './crash.js'
import { edit } from './edit.js'
import { type Either, left, right } from './either.js'
import { equal } from './equal.js'
import { Cell, type Noun, NO, YES, increment, isAtom, isCell } from './noun.js'

/** Looks on while the reference evaluates. What has begun and not ended when a crash comes is what crashed. */
export interface Watch {
  /** `*[a f]` begins, and so many reductions wait for it. In the place of one that gave way to it: as deep as that. */
  begin(subject: Noun, formula: Noun, depth: number): void
  /** What began last at this depth has a product, and so has all that gave way to it. */
  end(product: Noun, depth: number): void
}

/**
 * The product of a formula on a subject, by the twelve rules as the definition prints them: slow, and plain
 * enough to be trusted. Everything else that evaluates Nock is held against it.
 *
 * @param subject any noun
 * @param formula any noun; most are no formulas and crash
 * @param options `budget` ends an evaluation that would go past it, in a crash that says so; `watch` looks on
 * @returns the product, or the crash: which rule, at which axis, on which noun. Where two parts of a formula
 *   crash, the first from the left is named.
 * @example
 * reference(41, parseNoun('[4 0 1]').right) // right(42)
 */
export const reference = (
  subject: Noun,
  formula: Noun,
  options: { readonly budget?: Budget; readonly watch?: Watch } = {},
): Either<Crash, Noun> => {
  try {
    return right(evaluate(new Star(subject, formula), new Work(options.budget ?? {}), options.watch))
  } catch (thrown) {
    return left(crashOf(thrown, subject, formula))
  }
}

/** `*[a f]`, to be reduced. */
class Star {
  readonly a: Noun
  readonly f: Noun

  constructor(a: Noun, f: Noun) {
    this.a = a
    this.f = f
  }
}

/** `*[a f]` as a rule writes it. */
const star = (a: Noun, f: Noun): Star => new Star(a, f)

/** One reduction: yields each inner `*[a f]` for its product; what it returns takes its own place. */
type Reduction = Generator<Star, Noun | Star, Noun>

/** Reductions that wait for an inner one stand on a stack of our own, so nesting is bounded by memory alone. */
const evaluate = (first: Star, work: Work, watch: Watch | undefined): Noun => {
  const waiting: Reduction[] = []
  let reduction = reduce(work.step(first), work)
  watch?.begin(first.a, first.f, 0)
  let product: Noun = 0
  for (;;) {
    const { done, value } = reduction.next(product)
    if (value instanceof Star) {
      if (!done) waiting.push(reduction)
      reduction = reduce(work.step(value), work)
      watch?.begin(value.a, value.f, waiting.length)
    } else {
      product = value
      watch?.end(product, waiting.length)
      const outer = waiting.pop()
      if (outer === undefined) return product
      reduction = outer
    }
  }
}

/** The rules, in the order of the definition; above each case its line. */
function* reduce({ a, f }: Star, work: Work): Reduction {
  if (isAtom(f)) throw noFormula(f)
  const { head: rule, tail: rest } = f

  // *[a [b c] d]        [*[a b c] *[a d]]
  if (isCell(rule)) return work.cell(yield star(a, rule), yield star(a, rest), f)

  switch (rule) {
    // *[a 0 b]            /[b a]
    case 0: {
      if (isCell(rest)) throw noFormula(f)
      const part = at(rest, a)
      if (part === undefined) throw noAxis(0, rest, a, f)
      return part
    }

    // *[a 1 b]            b
    case 1:
      return rest

    // *[a 2 b c]          *[*[a b] *[a c]]
    case 2: {
      const [b, c] = two(rest, f)
      return star(yield star(a, b), yield star(a, c))
    }

    // *[a 3 b]            ?*[a b]
    case 3:
      return isCell(yield star(a, rest)) ? YES : NO

    // *[a 4 b]            +*[a b]
    case 4: {
      const b = yield star(a, rest)
      if (isCell(b)) throw noIncrement(b, f)
      return increment(b)
    }

    // *[a 5 b c]          =[*[a b] *[a c]]
    case 5: {
      const [b, c] = two(rest, f)
      return equal(yield star(a, b), yield star(a, c)) ? YES : NO
    }

    // *[a 6 b c d]        *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
    case 6: {
      const [b, cd] = two(rest, f)
      const [c, d] = two(cd, f)
      const test = yield star(a, b)
      if (test === YES) return star(a, c)
      if (test === NO) return star(a, d)
      throw noLoobean(test, f)
    }

    // *[a 7 b c]          *[*[a b] c]
    case 7: {
      const [b, c] = two(rest, f)
      return star(yield star(a, b), c)
    }

    // *[a 8 b c]          *[[*[a b] a] c]
    case 8: {
      const [b, c] = two(rest, f)
      return star(work.cell(yield star(a, b), a, f), c)
    }

    // *[a 9 b c]          *[*[a c] 2 [0 1] 0 b]
    case 9: {
      const [b, c] = two(rest, f)
      if (isCell(b)) throw noFormula(f)
      const core = yield star(a, c)
      const arm = at(b, core)
      if (arm === undefined) throw noAxis(9, b, core, f)
      return star(core, arm)
    }

    // *[a 10 [b c] d]     #[b *[a c] *[a d]]
    case 10: {
      const [bc, d] = two(rest, f)
      const [b, c] = two(bc, f)
      if (isCell(b)) throw noFormula(f)
      const value = yield star(a, c)
      const target = yield star(a, d)
      const edited = edit(b, value, target)
      if (edited === undefined) throw noAxis(10, b, target, f)
      return work.cells(b.toString(2).length - 1, edited, f)
    }

    // *[a 11 [b c] d]     *[[*[a c] *[a d]] 0 3]
    // *[a 11 b c]         *[a c]
    case 11: {
      const [hint, d] = two(rest, f)
      if (isCell(hint)) yield star(a, hint.tail)
      return star(a, d)
    }

    // *a                  *a
    default:
      throw noFormula(f)
  }
}

/** The two sides of what follows a rule's number, where the rule wants a cell. */
const two = (noun: Noun, formula: Noun): [Noun, Noun] => {
  if (isAtom(noun)) throw noFormula(formula)
  return [noun.head, noun.tail]
}

/** The work done, held against the budget. */
class Work {
  private steps: number
  private nouns: number

  constructor(budget: Budget) {
    this.steps = budget.steps ?? Infinity
    this.nouns = budget.nouns ?? Infinity
  }

  step(next: Star): Star {
    if (--this.steps < 0) throw overBudget(next.a, next.f)
    return next
  }

  cell(head: Noun, tail: Noun, formula: Noun): Cell {
    return this.cells(1, new Cell(head, tail), formula)
  }

  /** Counts cells that were made into a noun. */
  cells<N extends Noun>(made: number, noun: N, formula: Noun): N {
    this.nouns -= made
    if (this.nouns < 0) throw overBudget(noun, formula)
    return noun
  }
}

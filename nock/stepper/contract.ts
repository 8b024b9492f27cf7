import { at } from '../axis.js'
import { noAxis, noFormula, noIncrement, noLoobean } from '../crash.js'
import { edit } from '../edit.js'
import { equal } from '../equal.js'
import { type Atom, Cell, type Noun, NO, YES, increment, isAtom, isCell } from '../noun.js'
import { Operation, type Operator, type Term, pair, star } from './term.js'

/** An operator in front of a noun: what a step replaces. */
export interface Redex {
  readonly operator: Operator
  readonly of: Noun
  /** The formula by whose rule it has come up. */
  readonly formula: Noun
}

/** What takes the place of a redex in one step. */
export interface Contracting {
  /** Rules 0, 6, 9 and 11 as the definition expands them; otherwise each in one step, once it has what it needs. */
  readonly expanded: boolean
}

/**
 * One line of the definition, applied: what stands to its right for this left side.
 *
 * @throws Crashed where no line takes it
 * @example
 * contract({ operator: '+', of: 41, formula: cell(4, 0, 1) }, { expanded: false }) // 42
 */
export const contract = ({ operator, of, formula }: Redex, { expanded }: Contracting): Term => {
  switch (operator) {
    case '*': {
      const { head: a, tail: f } = of as Cell
      return contractStar(a, f, expanded)
    }

    // /[1 a]              a
    // /[2 a b]            a
    // /[3 a b]            b
    // /[(a + a) b]        /[2 /[a b]]
    // /[(a + a + 1) b]    /[3 /[a b]]
    // /a                  /a
    case '/': {
      const { head: axis, tail: noun } = of as Cell
      return part(0, axis as Atom, noun, formula)
    }

    // ?[a b]              0
    // ?a                  1
    case '?':
      return isCell(of) ? YES : NO

    // +[a b]              +[a b]
    // +a                  1 + a
    case '+':
      if (isCell(of)) throw noIncrement(of, formula)
      return increment(of)

    // =[a a]              0
    // =[a b]              1
    case '=': {
      const { head: a, tail: b } = of as Cell
      return equal(a, b) ? YES : NO
    }

    // #[1 a b]            a
    // #[(a + a) b c]      #[a [b /[(a + a + 1) c]] c]
    // #[(a + a + 1) b c]  #[a [/[(a + a) c] b] c]
    // #a                  #a
    case '#': {
      const [axis, value, target] = three(of)
      const edited = edit(axis as Atom, value, target)
      if (edited === undefined) throw noAxis(10, axis as Atom, target, formula)
      return edited
    }

    // rule 6 has its test's product
    case 'test': {
      const [test, a, { head: yes, tail: no }] = three(of) as [Noun, Noun, Cell]
      if (test === YES) return star(a, yes)
      if (test === NO) return star(a, no)
      throw noLoobean(test, formula)
    }

    // rule 9 has its core
    case 'call': {
      const { head: core, tail: axis } = of as Cell
      return star(core, part(9, axis as Atom, core, formula))
    }

    // rule 11 has the product of its hint, and drops it
    case 'hint': {
      const [, a, d] = three(of)
      return star(a, d)
    }
  }
}

/** `*[a f]`, by the rules in the order of the definition; above each case its line. */
const contractStar = (a: Noun, f: Noun, expanded: boolean): Term => {
  if (isAtom(f)) throw noFormula(f)
  const { head: rule, tail: rest } = f

  /** Another operator, which this formula has brought up. */
  const operation = (operator: Operator, of: Term): Operation => new Operation(operator, of, f)
  /** `*` in front of what is not a noun yet. */
  const later = (of: Term): Operation => operation('*', of)

  // *[a [b c] d]        [*[a b c] *[a d]]
  if (isCell(rule)) return pair(star(a, rule), star(a, rest))

  switch (rule) {
    // *[a 0 b]            /[b a]
    case 0: {
      if (isCell(rest)) throw noFormula(f)
      return expanded ? operation('/', new Cell(rest, a)) : part(0, rest, a, f)
    }

    // *[a 1 b]            b
    case 1:
      return rest

    // *[a 2 b c]          *[*[a b] *[a c]]
    case 2: {
      const [b, c] = two(rest, f)
      return later(pair(star(a, b), star(a, c)))
    }

    // *[a 3 b]            ?*[a b]
    case 3:
      return operation('?', star(a, rest))

    // *[a 4 b]            +*[a b]
    case 4:
      return operation('+', star(a, rest))

    // *[a 5 b c]          =[*[a b] *[a c]]
    case 5: {
      const [b, c] = two(rest, f)
      return operation('=', pair(star(a, b), star(a, c)))
    }

    // *[a 6 b c d]        *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
    case 6: {
      const [b, cd] = two(rest, f)
      two(cd, f)
      if (!expanded) return operation('test', pair(star(a, b), a, cd))
      const choice = later(pair(new Cell(2, 3), 0, star(a, new Cell(4, new Cell(4, b)))))
      return later(pair(a, later(pair(cd, 0, choice))))
    }

    // *[a 7 b c]          *[*[a b] c]
    case 7: {
      const [b, c] = two(rest, f)
      return later(pair(star(a, b), c))
    }

    // *[a 8 b c]          *[[*[a b] a] c]
    case 8: {
      const [b, c] = two(rest, f)
      return later(pair(pair(star(a, b), a), c))
    }

    // *[a 9 b c]          *[*[a c] 2 [0 1] 0 b]
    case 9: {
      const [b, c] = two(rest, f)
      if (isCell(b)) throw noFormula(f)
      return expanded
        ? later(pair(star(a, c), 2, new Cell(0, 1), 0, b))
        : operation('call', pair(star(a, c), b))
    }

    // *[a 10 [b c] d]     #[b *[a c] *[a d]]
    case 10: {
      const [bc, d] = two(rest, f)
      const [b, c] = two(bc, f)
      if (isCell(b)) throw noFormula(f)
      return operation('#', pair(b, star(a, c), star(a, d)))
    }

    // *[a 11 [b c] d]     *[[*[a c] *[a d]] 0 3]
    // *[a 11 b c]         *[a c]
    case 11: {
      const [hint, d] = two(rest, f)
      if (isAtom(hint)) return star(a, d)
      return expanded
        ? later(pair(pair(star(a, hint.tail), star(a, d)), 0, 3))
        : operation('hint', pair(star(a, hint.tail), a, d))
    }

    // *a                  *a
    default:
      throw noFormula(f)
  }
}

/** The part of a noun that a rule's formula takes. */
const part = (rule: 0 | 9, axis: Atom, noun: Noun, formula: Noun): Noun => {
  const found = at(axis, noun)
  if (found === undefined) throw noAxis(rule, axis, noun, formula)
  return found
}

/** The two sides of what follows a rule's number, where the rule wants a cell. */
const two = (noun: Noun, formula: Noun): [Noun, Noun] => {
  if (isAtom(noun)) throw noFormula(formula)
  return [noun.head, noun.tail]
}

const three = (noun: Noun): [Noun, Noun, Noun] => {
  const { head, tail } = noun as Cell
  const { head: second, tail: third } = tail as Cell
  return [head, second, third]
}

import { type Cell } from '../../../noun.js'
import { type Constant, type Pair } from '../shape.js'
import {
  type Polynomial,
  ONE,
  constantOf,
  least,
  minus,
  most,
  number,
  plus,
  substituted,
  times,
} from './polynomial.js'

/** What a code gives for numbers that are not known yet: which of its ends is reached, and with which product. */
export type Decision = Choice | Product | Again | typeof UNKNOWN

export interface Choice {
  readonly kind: 'choice'
  readonly test: Test
  readonly yes: Decision
  readonly no: Decision
}

/** A polynomial is 0, or is more than 0. */
export interface Test {
  readonly is: '=' | '>'
  readonly of: Polynomial
}

export interface Product {
  readonly kind: 'product'
  readonly value: Value
}

/** The code runs once more, in its own place, on other numbers. */
export interface Again {
  readonly kind: 'again'
  readonly parts: readonly Polynomial[]
  /** What becomes of its product then. */
  readonly after: After
}

/** `times * product + plus` */
export interface After {
  readonly times: bigint
  readonly plus: bigint
}

export const NOTHING_AFTER: After = { times: 1n, plus: 0n }

/** A crash, or what we cannot tell. */
export const UNKNOWN = { kind: 'unknown' } as const

/** A noun: a number, a cell that is there already, or a pair. A variable that is only handed on may be a cell, too. */
export type Value = Polynomial | (Constant & { readonly noun: Cell }) | Pair<Value>

/** What is known where a decision is made: tests, by their keys, and how they came out. */
export type Facts = ReadonlyMap<string, boolean>

const keyOf = ({ is, of }: Test): string => is + of.key

const negated = (of: Polynomial): Polynomial => times(number(-1), of)

/** Decides by a test: the outcome if it is known here, and else both, each with what it then knows. */
export const decided = (
  test: Test,
  facts: Facts,
  yes: (facts: Facts) => Decision,
  no: (facts: Facts) => Decision,
): Decision => {
  const plain = sharpened(test, facts)
  const known = outcome(plain, facts)
  if (known !== undefined) return known ? yes(facts) : no(facts)
  return choice(plain, yes(learnt(facts, plain, true)), no(learnt(facts, plain, false)))
}

/** Where P is not 0, `P + 1 > 0` says `P > 0`. */
const sharpened = (test: Test, facts: Facts): Test => {
  if (test.is === '=') return test
  const below = minus(test.of, ONE)
  const isNot = (of: Polynomial): boolean => facts.get(keyOf({ is: '=', of })) === false
  return isNot(below) || isNot(negated(below)) ? { is: '>', of: below } : test
}

const outcome = ({ is, of }: Test, facts: Facts): boolean | undefined => {
  const known = facts.get(keyOf({ is, of }))
  if (known !== undefined) return known
  const constant = constantOf(of)
  if (constant !== undefined) return is === '=' ? constant === 0n : constant > 0n
  const [low, high] = [least(of), most(of)]
  if (is === '>') {
    if (low !== undefined && low > 0n) return true
    if (high !== undefined && high <= 0n) return false
    // a natural number that is not 0 is more
    if (low === 0n && facts.get(keyOf({ is: '=', of })) === false) return true
    return undefined
  }
  return (low !== undefined && low > 0n) || (high !== undefined && high < 0n) ? false : undefined
}

const learnt = (facts: Facts, { is, of }: Test, came: boolean): Facts => {
  const all = new Map(facts)
  const learn = (test: Test, outcome: boolean): void => void all.set(keyOf(test), outcome)
  const sign = (positive: Polynomial): void => {
    learn({ is: '>', of: positive }, true)
    learn({ is: '>', of: plus(positive, ONE) }, true)
    learn({ is: '>', of: negated(positive) }, false)
    learn({ is: '>', of: minus(ONE, positive) }, false)
    learn({ is: '=', of: positive }, false)
    learn({ is: '=', of: negated(positive) }, false)
  }
  if (is === '>') {
    if (came) sign(of)
    else {
      learn({ is, of }, false)
      learn({ is, of: minus(ONE, of) }, true)
    }
    return all
  }
  learn({ is, of }, came)
  learn({ is, of: negated(of) }, came)
  if (came) for (const side of [of, negated(of)]) learn({ is: '>', of: side }, false)
  return all
}

/** A choice, made as simple as we can. */
const choice = (test: Test, yes: Decision, no: Decision): Decision => {
  if (same(yes, no)) return yes
  // if P is 0 x, else if P is more y, else z
  if (test.is === '=' && no.kind === 'choice' && no.test.is === '>') {
    const { of } = no.test
    if (of.key === test.of.key || of.key === negated(test.of).key) {
      if (same(yes, no.no)) return choice(no.test, no.yes, no.no)
      if (same(yes, no.yes, of)) return choice({ is: '>', of: plus(of, ONE) }, no.yes, no.no)
    }
  }
  return { kind: 'choice', test, yes, no }
}

/** Are two decisions the same; or are they where something is 0? */
const same = (a: Decision, b: Decision, zero?: Polynomial): boolean => {
  switch (a.kind) {
    case 'unknown':
      return b === UNKNOWN
    case 'product':
      return b.kind === 'product' && sameValue(a.value, b.value, zero)
    case 'again':
      return (
        b.kind === 'again' &&
        a.after.times === b.after.times &&
        a.after.plus === b.after.plus &&
        a.parts.every((part, i) => sameNumber(part, b.parts[i]!, zero))
      )
    case 'choice':
      return (
        b.kind === 'choice' &&
        keyOf(a.test) === keyOf(b.test) &&
        same(a.yes, b.yes, zero) &&
        same(a.no, b.no, zero)
      )
  }
}

const sameValue = (a: Value, b: Value, zero?: Polynomial): boolean => {
  if (a.kind === 'polynomial') return b.kind === 'polynomial' && sameNumber(a, b, zero)
  if (a.kind === 'constant') return b.kind === 'constant' && a.noun === b.noun
  return b.kind === 'pair' && sameValue(a.head, b.head, zero) && sameValue(a.tail, b.tail, zero)
}

const sameNumber = (a: Polynomial, b: Polynomial, zero?: Polynomial): boolean => {
  const apart = minus(a, b)
  if (constantOf(apart) === 0n) return true
  return zero !== undefined && (apart.key === zero.key || apart.key === negated(zero).key)
}

/** Goes on from each product. */
export const followed = (
  decision: Decision,
  facts: Facts,
  go: (value: Value, facts: Facts) => Decision,
): Decision => {
  switch (decision.kind) {
    case 'product':
      return go(decision.value, facts)
    case 'choice':
      return decided(
        decision.test,
        facts,
        (known) => followed(decision.yes, known, go),
        (known) => followed(decision.no, known, go),
      )
    default:
      return decision
  }
}

/** The same with something else for each argument. */
export const applied = (decision: Decision, parts: readonly Polynomial[], facts: Facts): Decision => {
  switch (decision.kind) {
    case 'product':
      return { kind: 'product', value: valueWith(decision.value, parts) }
    case 'again':
      return { ...decision, parts: decision.parts.map((part) => substituted(part, parts)) }
    case 'choice':
      return decided(
        { is: decision.test.is, of: substituted(decision.test.of, parts) },
        facts,
        (known) => applied(decision.yes, parts, known),
        (known) => applied(decision.no, parts, known),
      )
    default:
      return decision
  }
}

const valueWith = (value: Value, parts: readonly Polynomial[]): Value => {
  if (value.kind === 'polynomial') return substituted(value, parts)
  if (value.kind === 'constant') return value
  return { ...value, head: valueWith(value.head, parts), tail: valueWith(value.tail, parts) }
}

import {
  type After,
  type Again,
  type Choice,
  type Decision,
  type Facts,
  type Test,
  type Value,
  UNKNOWN,
  decided,
  followed,
  applied,
} from './decision.js'
import {
  type Polynomial,
  ONE,
  ZERO,
  argument,
  argumentsOf,
  constantOf,
  minus,
  number,
  plus,
  power,
  quotient,
  substituted,
  times,
} from './polynomial.js'

/**
 * Where a loop's numbers are after its last turn, and what it gives there, found without taking a turn. Every number
 * must change by the same in each turn, by something that the loop does not change; the loop goes on only on one way, past
 * tests each of which says after how many turns it ends the loop. Undefined where it is another kind of loop.
 *
 * @param turn what the code does in one turn, on the numbers that it has at its start
 */
export const closed = (turn: Decision): Decision | undefined => {
  const ways = stays(turn, [])
  if (ways.length !== 1) return undefined
  const { path, again } = ways[0]!
  const { parts, after } = again
  const step = parts.map((part, i) => minus(part, argument(i)))
  const kept = (of: Polynomial): boolean => argumentsOf(of).every((index) => step[index]!.key === ZERO.key)
  if (!step.every(kept)) return undefined

  const [ends, valid]: [End[], End['valid'][]] = [[], []]
  for (const { choice, came } of path) {
    const end = endOf(choice, came, parts)
    if (end === undefined || !kept(end.change)) return undefined
    if (end.change.key !== ZERO.key) ends.push(end)
    valid.push(end.valid)
  }
  if (ends.length === 0) return undefined
  return first(ends, valid.flat(), (end, facts) => {
    const there = step.map((by, i) => plus(argument(i), times(end.turns, by)))
    return followed(applied(end.exit, there, facts), facts, (value) => grown(value, after, end.turns))
  })
}

/** What becomes of a product, after so many turns. */
const grown = (value: Value, { times: by, plus: more }: After, turns: Polynomial): Decision => {
  if (by === 1n && more === 0n) return { kind: 'product', value }
  if (value.kind !== 'polynomial') return UNKNOWN
  const grows = times(value, power(by, turns))
  return { kind: 'product', value: more === 0n ? grows : plus(grows, times(number(more), turns)) }
}

/** A way through one turn to the next: the choices on it, and how they came out. */
interface Stay {
  readonly path: readonly Step[]
  readonly again: Again
}

interface Step {
  readonly choice: Choice
  readonly came: boolean
}

const stays = (turn: Decision, path: readonly Step[]): readonly Stay[] => {
  if (turn.kind === 'again') return [{ path, again: turn }]
  if (turn.kind !== 'choice') return []
  return [
    ...stays(turn.yes, [...path, { choice: turn, came: true }]),
    ...stays(turn.no, [...path, { choice: turn, came: false }]),
  ]
}

/** A test that ends the loop: after so many turns, where all is as `valid` says; then the turn goes the way of `exit`. */
interface End {
  readonly change: Polynomial
  readonly turns: Polynomial
  readonly valid: readonly (readonly [Test, came: boolean])[]
  readonly exit: Decision
}

const endOf = ({ test, yes, no }: Choice, came: boolean, parts: readonly Polynomial[]): End | undefined => {
  const exit = came ? no : yes
  // the loop goes on as long as this is more than 0, or is not 0
  const value = test.is === '>' && !came ? minus(ONE, test.of) : test.of
  const change = minus(substituted(value, parts), value)
  // what no turn changes must be so from the start
  if (change.key === ZERO.key) return { change, turns: ZERO, valid: [[test, came]], exit }
  if (test.is === '>') {
    const less = minus(ZERO, change)
    const over = plus(value, minus(less, ONE))
    const valid = [more(less), more(plus(over, ONE))]
    return { change, turns: quotient(over, less), valid, exit }
  }
  const by = constantOf(change)
  if (came || by === undefined) return undefined
  const distance = by < 0n ? value : minus(ZERO, value)
  const under = number(by < 0n ? -by : by)
  const turns = quotient(distance, under)
  const even = [{ is: '=', of: minus(distance, times(turns, under)) }, true] as const
  return { change, turns, valid: [more(plus(distance, ONE)), even], exit }
}

const more = (of: Polynomial): readonly [Test, boolean] => [{ is: '>', of }, true]

/** Goes on with the end that comes first; of two in one turn, with the one that is tested first. */
const first = (
  ends: readonly End[],
  valid: End['valid'],
  go: (end: End, facts: Facts) => Decision,
): Decision => {
  const compare = (best: End, rest: readonly End[], known: Facts): Decision => {
    const [other, ...others] = rest
    if (other === undefined) return go(best, known)
    return decided(
      { is: '>', of: plus(minus(other.turns, best.turns), ONE) },
      known,
      (sooner) => compare(best, others, sooner),
      (later) => compare(other, others, later),
    )
  }
  const check = (tests: End['valid'], known: Facts): Decision => {
    const [next, ...rest] = tests
    if (next === undefined) return compare(ends[0]!, ends.slice(1), known)
    const [test, came] = next
    const on = (outcome: boolean) => (facts: Facts) => (outcome === came ? check(rest, facts) : UNKNOWN)
    return decided(test, known, on(true), on(false))
  }
  return check(valid, new Map())
}

import { type Noun, atom, cell, isAtom, isCell } from '../../../nock/noun.js'
import { type Choices } from '../hot/choices.js'
import { anyAtom } from '../hot/constants.js'
import { below, replace } from '../subjects.js'

/** The formula with one thing in it changed: it counts otherwise, or does the same in another way. */
export const changed = (c: Choices, formula: Noun): Noun => {
  const all = [...formulasIn(formula, 1n)]
  if (all.length === 0) return formula
  const { axis, part } = c.of(all)
  return replace(axis, change(c, part), formula)
}

interface Found {
  readonly axis: bigint
  readonly part: Noun
}

/** The formulas in a formula, and those in its constants, which are its batteries. */
function* formulasIn(part: Noun, axis: bigint): Generator<Found> {
  if (isAtom(part)) return
  const inner = (way: bigint, there: Noun): Generator<Found> => formulasIn(there, below(axis, way))
  const { head, tail } = part
  if (isCell(head)) {
    yield { axis, part }
    yield* inner(2n, head)
    yield* inner(3n, tail)
    return
  }
  switch (head) {
    case 0:
      if (isAtom(tail)) yield { axis, part }
      return
    case 1:
      yield { axis, part }
      yield* inner(3n, tail)
      return
    case 3:
    case 4:
      yield { axis, part }
      yield* inner(3n, tail)
      return
    case 2:
    case 5:
    case 7:
    case 8:
    case 6:
    case 10: {
      if (isAtom(tail)) return
      yield { axis, part }
      const branches = head === 6 && isCell(tail.tail) ? [14n, 15n] : [7n]
      yield* head === 10 && isCell(tail.head) ? inner(13n, tail.head.tail) : inner(6n, tail.head)
      for (const way of branches) yield* inner(way, way === 7n ? tail.tail : sideOf(tail.tail, way))
      return
    }
    case 9:
      if (isAtom(tail)) return
      yield { axis, part }
      yield* inner(7n, tail.tail)
  }
}

const sideOf = (noun: Noun, way: bigint): Noun =>
  isAtom(noun) ? noun : way % 2n === 0n ? noun.head : noun.tail

const NOT = (loobean: Noun): Noun => cell(6, loobean, cell(1, 1), 1, 0)

/** A formula in the place of another. */
const change = (c: Choices, f: Noun): Noun => {
  const anywhere = [
    [2, () => cell(4, f)],
    [1, () => cell(7, cell(0, 1), f)],
    [1, () => cell(7, f, 0, 1)],
    [1, () => cell(8, f, 0, 2)],
    [1, () => cell(8, cell(1, 0), 7, cell(0, 3), f)],
    [1, () => cell(1, anyAtom(c))],
    [1, () => cell(0, 1 + c.below(31))],
    [1, () => cell(f, 1, 0)],
    [1, () => cell(0, 0)],
    [1, () => cell(2, cell(0, 1), 1, f)],
    [1, () => cell(11, 1, f)],
    // in one case another
    [2, () => cell(6, cell(5, cell(0, c.of([6, 7, 12, 13, 14, 30])), 1, c.below(9)), changed(c, f), f)],
  ] as const
  if (isAtom(f) || isCell(f.head)) return c.way(...anywhere)
  const { head, tail } = f
  if (head === 0 && isAtom(tail)) {
    const axis = BigInt(tail)
    return c.way(
      [4, () => cell(0, atom(axis ^ 1n))],
      [2, () => cell(0, atom(axis >> 1n))],
      [1, () => cell(0, atom(axis * 2n + 1n))],
      [2, () => cell(0, atom(axis + BigInt(1 + c.below(3))))],
      [2, () => cell(4, f)],
      ...anywhere,
    )
  }
  if (head === 1) {
    return c.way(
      [6, () => (isAtom(tail) ? cell(1, atom(BigInt(tail) + BigInt(1 + c.below(3)))) : f)],
      [4, () => (isAtom(tail) ? cell(1, anyAtom(c)) : f)],
      [1, () => (isAtom(tail) ? cell(1, tail, 0) : f)],
      ...anywhere,
    )
  }
  if (head === 4) return c.way([4, () => tail], [4, () => cell(4, f)], [2, () => cell(3, tail)], ...anywhere)
  if (isAtom(tail)) return c.way(...anywhere)
  const [b, rest] = [tail.head, tail.tail]
  if (head === 5) {
    return c.way(
      [4, () => cell(5, rest, b)],
      [3, () => cell(5, cell(4, b), cell(4, rest))],
      [3, () => cell(5, cell(4, b), rest)],
      [3, () => cell(5, b, cell(4, rest))],
      [4, () => NOT(f)],
      [2, () => cell(5, b, 0, 2 + c.below(14))],
      [2, () => cell(6, cell(3, b), cell(1, c.below(2)), f)],
      ...anywhere,
    )
  }
  if (head === 6 && isCell(rest)) {
    const [yes, no] = [rest.head, rest.tail]
    return c.way(
      [3, () => cell(6, b, no, yes)],
      [3, () => cell(6, NOT(b), no, yes)],
      [1, () => cell(6, NOT(NOT(b)), yes, no)],
      [3, () => cell(6, b, cell(0, 0), no)],
      // another way out before this one, or behind it
      [3, () => cell(6, test(c), exit(c), f)],
      [3, () => cell(6, b, yes, cell(6, test(c), exit(c), no))],
      [2, () => cell(6, b, exit(c), no)],
      ...anywhere,
    )
  }
  if (head === 9) {
    return c.way(
      [2, () => cell(7, rest, 9, b, 0, 1)],
      [2, () => cell(8, rest, 9, b, 0, 2)],
      [2, () => cell(2, rest, 0, 2)],
      // once more around, before it goes on
      [2, () => cell(9, b, 10, cell(6, 4, 0, 6), rest)],
      [1, () => cell(9, b, 10, cell(6, cell(0, 6), 1, 0), rest)],
      [1, () => cell(4, f)],
      ...anywhere,
    )
  }
  return c.way(...anywhere)
}

const PLACES = [6, 7, 12, 13, 14, 15, 30] as const

const test = (c: Choices): Noun =>
  c.way(
    [4, () => cell(5, cell(0, c.of(PLACES)), 1, c.below(9))],
    [2, () => cell(5, cell(0, c.of(PLACES)), 0, c.of(PLACES))],
    [1, () => cell(3, 0, c.of(PLACES))],
    [1, () => cell(5, cell(4, 0, c.of(PLACES)), 1, anyAtom(c))],
  )

const exit = (c: Choices): Noun =>
  c.way(
    [3, () => cell(0, c.of(PLACES))],
    [1, () => cell(4, 0, c.of(PLACES))],
    [1, () => cell(cell(0, c.of(PLACES)), 0, c.of(PLACES))],
    [1, () => cell(0, 0)],
    [1, () => cell(4, 0, 1)],
    [1, () => cell(6, cell(1, 2), cell(1, 0), 1, 0)],
    [1, () => cell(1, 7)],
  )

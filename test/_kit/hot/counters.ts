import { type Noun, atom, cell, list } from '../../../nock/noun.js'
import { type Choices } from './choices.js'
import { type Kind, part } from './scene.js'

/** How a loop counts its turns: formulas, given the axes at which the counter and the limit are. */
export interface Counter {
  readonly kind: Kind
  /** What it starts with; a list may have other batteries in it. */
  readonly first: (batteries: readonly Noun[]) => Noun
  readonly limit: Noun
  readonly ended: (counter: bigint, limit: bigint) => Noun
  readonly next: (counter: bigint) => Noun
  /** Whether this is the turn. */
  readonly isAt: (counter: bigint, turn: number) => Noun
  /** Where it has a battery for the next turn, if it has. */
  readonly battery: ((counter: bigint) => bigint) | undefined
}

export const counter = (c: Choices, turns: number): Counter =>
  c.way([4, () => upwards(c, turns)], [1, () => numbers(turns)])

/** From 0, or from where atoms change their representation half-way. */
const upwards = (c: Choices, turns: number): Counter => {
  const stride = c.oneIn(6) ? 2 : 1
  const middle = c.way([5, () => 0n], [2, () => 2n ** BigInt(c.of([31, 32, 53, 64]))])
  const from = middle === 0n ? 0n : middle - BigInt(stride * Math.ceil(turns / 2))
  const limit = atom(from + BigInt(stride * turns))
  const ended = c.of([
    (i: bigint) => cell(5, part(i), 1, limit),
    (i: bigint, l: bigint) => cell(5, part(i), part(l)),
    (i: bigint) => cell(5, cell(1, limit), part(i)),
    (i: bigint, l: bigint) => cell(5, cell(4, part(l)), 4, part(i)),
    (i: bigint, l: bigint) => cell(6, cell(5, part(i), part(l)), cell(1, 0), 1, 1),
  ])
  return {
    kind: 'atom',
    first: () => atom(from),
    limit,
    ended,
    next: (i) => (stride === 1 ? cell(4, part(i)) : cell(4, 4, part(i))),
    isAt: (i, turn) => cell(5, part(i), 1, atom(from + BigInt(stride * turn))),
    battery: undefined,
  }
}

const walking = {
  kind: 'list',
  limit: 0,
  ended: (l: bigint) => cell(6, cell(3, part(l)), cell(1, 1), 1, 0),
  next: (l: bigint) => part(l * 2n + 1n),
} as const

/** Along the list [0 1 2 … 0], to the atom at its end. */
const numbers = (turns: number): Counter => ({
  ...walking,
  first: () => list(Array.from({ length: turns }, (_, i) => i)),
  isAt: (l, turn) => cell(5, part(l * 2n), 1, turn),
  battery: undefined,
})

/** Along a list of `[turn battery]`, so that each turn is in another battery than the last. */
export const along = (turns: number): Counter => ({
  ...walking,
  first: (batteries) =>
    list(Array.from({ length: turns }, (_, i) => cell(i, batteries[i % batteries.length]!))),
  isAt: (l, turn) => cell(5, part(l * 4n), 1, turn),
  battery: (l) => l * 4n + 1n,
})

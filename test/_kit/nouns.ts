import { fc } from '@fast-check/vitest'

import { atomOfBytes } from '../../nock/cord.js'
import { type Atom, Cell, type Noun, atom, list } from '../../nock/noun.js'
import { printNoun } from '../../nock/print.js'

// So that a counterexample is shown as a noun.
Object.defineProperty(Cell.prototype, fc.toStringMethod, {
  value(this: Cell) {
    return printNoun(this, { limit: 1000 })
  },
})

/** Natural numbers near a power of two, where representations change. */
const edges = fc
  .tuple(fc.constantFrom(8, 16, 24, 30, 31, 32, 48, 53, 63, 64, 65, 128), fc.integer({ min: -2, max: 2 }))
  .map(([power, off]) => 2n ** BigInt(power) + BigInt(off))

/** Atoms of all sizes up to some thousand bits, most of them small. */
export const atoms: fc.Arbitrary<Atom> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(3) },
  { weight: 4, arbitrary: fc.nat(300) },
  { weight: 3, arbitrary: edges.map(atom) },
  { weight: 2, arbitrary: fc.bigInt(0n, 2n ** 100n).map(atom) },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 100, maxLength: 600 }).map(atomOfBytes) },
)

const { bush } = fc.letrec<{ bush: Noun }>((tie) => ({
  bush: fc.oneof(
    { maxDepth: 12, depthSize: 'medium', withCrossShrink: true },
    atoms,
    fc.tuple(tie('bush'), tie('bush')).map(([head, tail]) => new Cell(head, tail)),
  ),
}))

/** Cells in cells in cells, to the head and to the tail as it comes. */
const spindles = fc
  .array(fc.tuple(fc.boolean(), atoms), { size: 'large', maxLength: 300 })
  .map((turns) =>
    turns.reduce<Noun>((side, [isHead, a]) => (isHead ? new Cell(side, a) : new Cell(a, side)), 0),
  )

const lists = fc.array(bush, { maxLength: 40 }).map((items) => list(items))

/** Nouns that are no larger written out than in memory. */
export const nouns: fc.Arbitrary<Noun> = fc.oneof(
  { weight: 1, arbitrary: atoms },
  { weight: 4, arbitrary: bush },
  { weight: 2, arbitrary: spindles },
  { weight: 2, arbitrary: lists },
)

/** Nouns whose parts are shared all over: written out they may have 2^40 atoms. */
export const sharedNouns: fc.Arbitrary<Noun> = fc
  .tuple(bush, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 40 }))
  .map(([seed, choices]) => {
    const made: Noun[] = [0, 1, seed]
    // Counted from the last one made, so that most of them end up in the last.
    const choose = (n: number) => made[made.length - 1 - (n % Math.min(made.length, 5))]!
    for (const [head, tail] of choices) made.push(new Cell(choose(head), choose(tail)))
    return made[made.length - 1]!
  })

/** An equal noun of new cells. What is shared in the one is shared in the other. */
export const copyOf = (noun: Noun, copies = new Map<Cell, Cell>()): Noun => {
  const copied = (part: Noun) => (typeof part === 'object' ? copies.get(part) : part)
  const pending = [noun]
  while (pending.length > 0) {
    const part = pending.pop()!
    if (typeof part !== 'object' || copies.has(part)) continue
    const head = copied(part.head)
    const tail = copied(part.tail)
    if (head !== undefined && tail !== undefined) copies.set(part, new Cell(head, tail))
    else pending.push(part, part.head, part.tail)
  }
  return copied(noun)!
}

/** `[0 1 2 … 0]` the other way round: `[n-1 n-2 … 0 0]`, made as a loop makes it. */
export const countdown = (n: number): Noun => {
  let tail: Noun = 0
  for (let i = 0; i < n; i++) tail = new Cell(i, tail)
  return tail
}

/** So many cells, each the head of the next. */
export const headward = (depth: number): Noun => {
  let head: Noun = 0
  for (let i = 0; i < depth; i++) head = new Cell(head, i)
  return head
}

/** A balanced tree with 2^depth leaves, the leaf i being the atom i. */
export const tree = (depth: number, first = 0): Noun =>
  depth === 0 ? first : new Cell(tree(depth - 1, first), tree(depth - 1, first + 2 ** (depth - 1)))

/** A noun of so many cells that has 2^depth atoms written out, every one of them this. */
export const doubled = (depth: number, leaf: Noun = 0): Noun => {
  let noun = leaf
  for (let i = 0; i < depth; i++) noun = new Cell(noun, noun)
  return noun
}

import fc from 'fast-check'
import { Cell, type Noun, cell, list } from '../../nock/index.js'
import { atoms } from './atoms.js'

const { bush } = fc.letrec<{ bush: Noun }>((tie) => ({
  bush: fc.oneof(
    { maxDepth: 12, depthSize: 'medium', withCrossShrink: true },
    atoms,
    fc.tuple(tie('bush'), tie('bush')).map(([head, tail]) => new Cell(head, tail)),
  ),
}))

/** Cells in cells, a few levels deep; or an atom. */
export const trees: fc.Arbitrary<Noun> = bush

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

/** Up to 20,000 levels deep, to the head or to the tail. */
export const deepNouns: fc.Arbitrary<Noun> = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 20_000 }))
  .map(([isHead, depth]) => (isHead ? headward(depth) : countdown(depth)))

/** `[item item … 0]`, of all lengths up to the greatest. */
export const listOf = (items: fc.Arbitrary<Noun>, maxLength = 8): fc.Arbitrary<Noun> =>
  fc.array(items, { maxLength, size: 'max' }).map((all) => list(all))

export const pair = (heads: fc.Arbitrary<Noun>, tails: fc.Arbitrary<Noun>): fc.Arbitrary<Cell> =>
  fc.tuple(heads, tails).map(([head, tail]) => cell(head, tail))

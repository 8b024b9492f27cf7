import { fc } from '@fast-check/vitest'
import { type Atom, type Noun, atom, cell } from '../../../nock/noun.js'
import { Choices, SPAN } from '../hot/choices.js'
import { type Layout, filled, registers, sampleFrom } from '../hot/loop.js'
import { part } from '../hot/scene.js'
import { A, D } from '../programs.js'
import { Repeated } from './repeated.js'

/**
 * A loop in whose every turn each of its numbers changes by the same, and that ends when two of them are equal: what
 * it comes to can be worked out directly, however long it takes. Only loops within it count by their numbers' sizes.
 */
export interface Linear {
  readonly formula: Noun
  readonly subjects: readonly Noun[]
  /** Its product on each of the subjects; undefined where it never ends. */
  readonly products: readonly (Noun | undefined)[]
  /** In how many turns; undefined where it never ends. */
  readonly turns: readonly (bigint | undefined)[]
}

/** How a number changes: by so much, or by as much as another one, which does not, has. */
type Change = { readonly by: bigint } | { readonly of: number }

/** The loop ends when `left + more` is `right`, with a product of two numbers, or of one and so much more. */
interface Exit {
  readonly left: number
  readonly more: number
  readonly right: number
  readonly product: readonly [number, number | undefined]
}

interface Loop {
  readonly changes: readonly Change[]
  readonly exits: readonly Exit[]
}

const increments = (n: number, inner: Noun): Noun => (n === 0 ? inner : cell(4, increments(n - 1, inner)))

/** The core is [body sample], and the subject is its sample. */
const formulaOf = (c: Choices, layout: Layout, { changes, exits }: Loop): Noun => {
  const places = registers(layout, 3n)
  const at = (index: number): Noun => part(places.find((place) => place.index === index)!.axis)
  const changed = new Map<number, Noun>()
  changes.forEach((change, index) => {
    if ('of' in change) changed.set(index, cell(7, cell(at(change.of), at(index)), A.formula))
    else if (change.by > 0n) changed.set(index, increments(Number(change.by), at(index)))
    else if (change.by < 0n) changed.set(index, cell(7, at(index), D.formula))
  })
  const call = c.of([
    cell(9, 2, cell(0, 2), sampleFrom(layout, 3n, changed)),
    cell(9, 2, 10, cell(3, sampleFrom(layout, 3n, changed)), 0, 1),
    cell(2, cell(cell(0, 2), sampleFrom(layout, 3n, changed)), 0, 2),
  ])
  const body = exits.reduceRight<Noun>((on, { left, more, right, product: [first, second] }) => {
    const sides = [increments(more, at(left)), at(right)] as const
    const test = c.below(2) === 0 ? cell(5, sides[0], sides[1]) : cell(5, sides[1], sides[0])
    const product = second === undefined ? cell(4, at(first)) : cell(at(first), at(second))
    return c.below(3) === 0
      ? cell(6, cell(6, test, cell(1, 1), 1, 0), on, product)
      : cell(6, test, product, on)
  }, call)
  return c.of([cell(9, 2, cell(1, body), 0, 1), cell(8, cell(1, body), 9, 2, 0, 1)])
}

/** In how many turns it ends and what it comes to; nothing is counted. */
const ending = ({ changes, exits }: Loop, from: readonly bigint[]): readonly [bigint, Noun] | undefined => {
  const by = changes.map((change) => ('of' in change ? from[change.of]! : change.by))
  let first: readonly [bigint, Exit] | undefined
  for (const exit of exits) {
    const apart = from[exit.left]! + BigInt(exit.more) - from[exit.right]!
    const change = by[exit.left]! - by[exit.right]!
    const turns =
      change === 0n ? (apart === 0n ? 0n : undefined) : apart % change === 0n ? -apart / change : undefined
    if (turns !== undefined && turns >= 0n && (first === undefined || turns < first[0])) first = [turns, exit]
  }
  if (first === undefined) return undefined
  const [turns, { product }] = first
  const last = from.map((n, i) => n + turns * by[i]!)
  // the decrement of 0 never ends
  if (last.some((n) => n < 0n)) return undefined
  const [one, other] = product
  return [turns, other === undefined ? atom(last[one]! + 1n) : cell(atom(last[one]!), atom(last[other]!))]
}

const layoutOf = (c: Choices, from: number, size: number): Layout => {
  if (size === 1) return { index: from, kind: 'atom' }
  const split = 1 + c.below(size - 1)
  return { head: layoutOf(c, from, split), tail: layoutOf(c, from + split, size - split) }
}

/** Numbers that a loop may start with, small or around where atoms change their representation. */
const start = (c: Choices): bigint =>
  c.way(
    [6, () => BigInt(c.below(20))],
    [3, () => 2n ** BigInt(c.of([30, 31, 50, 53, 64, 90])) + BigInt(c.below(7) - 3)],
  )

const linearBy = (c: Choices): Linear => {
  const size = 2 + c.below(3)
  const fixed = size - 1
  const changes = Array.from({ length: size }, (_, i): Change =>
    i === fixed
      ? { by: 0n }
      : c.way<Change>(
          [6, () => ({ by: 1n })],
          [3, () => ({ by: BigInt(2 + c.below(2)) })],
          [2, () => ({ by: 0n })],
          [2, () => ({ by: -1n })],
          [2, () => ({ of: fixed })],
        ),
  )
  const register = (): number => c.below(size)
  const exits = Array.from({ length: 1 + c.below(2) }, (): Exit => {
    const left = register()
    return {
      left,
      more: c.of([0, 0, 0, 1, 2]),
      right: (left + 1 + c.below(size - 1)) % size,
      product: [register(), c.below(2) === 0 ? undefined : register()],
    }
  })
  const layout = layoutOf(c, 0, size)
  const loop: Loop = { changes, exits }
  const starts = Array.from({ length: 4 }, () => {
    const from = Array.from({ length: size }, () => start(c))
    // mostly so that the first exit is reached, soon or late
    const [{ left, more, right }] = exits as [Exit, ...Exit[]]
    const by = (i: number): bigint => {
      const change = changes[i]!
      return 'of' in change ? from[change.of]! : change.by
    }
    if (right !== fixed || !c.oneIn(5)) {
      const turns = start(c)
      const meets = from[left]! + BigInt(more) + turns * (by(left) - by(right))
      if (meets >= 0n && !(right === fixed && changes.some((change) => 'of' in change))) from[right] = meets
    }
    return from
  })
  const ends = starts.map((from) => ending(loop, from))
  return {
    formula: formulaOf(c, layout, loop),
    subjects: starts.map((from) => filled(layout, (index): Atom => atom(from[index]!))),
    products: ends.map((end) => end?.[1]),
    turns: ends.map((end) => end?.[0]),
  }
}

export const linears: fc.Arbitrary<Linear> = fc
  .noBias(fc.array(fc.nat(SPAN - 1), { minLength: 120, maxLength: 120 }))
  .map((numbers) => linearBy(new Choices(numbers)))
  .map((linear) => Object.assign(new Repeated(linear.formula, linear.subjects), linear))

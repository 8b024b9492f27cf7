import { fc } from '@fast-check/vitest'

import { type Atom, type Noun, atom, cell, isAtom, isCell, list } from '../../nock/noun.js'
import { near } from '../../runtime/verify/atoms.js'

export { near }

/** Atoms, mostly small, and around the sizes at which an implementation changes its representation. */
export const atoms: fc.Arbitrary<Atom> = fc.oneof(
  { weight: 5, arbitrary: fc.nat(3) },
  { weight: 4, arbitrary: fc.nat(60) },
  { weight: 2, arbitrary: fc.constantFrom(30, 31, 32, 53, 63, 64).chain(near) },
  { weight: 1, arbitrary: fc.bigInt(0n, 2n ** 90n).map(atom) },
)

/** Atoms that a loop may count to. */
export const small = fc.nat(24)

export const isSmall = (noun: Noun): boolean => typeof noun === 'number' && noun <= 24

export const isList = (noun: Noun): boolean =>
  noun === 0 || (isCell(noun) && noun !== HOLE && isList(noun.tail))

export const lists = fc.array(small, { maxLength: 8 }).map((items) => list(items))

export const { tree: trees } = fc.letrec<{ tree: Noun }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 5, withCrossShrink: true },
    atoms,
    fc.tuple(tie('tree'), tie('tree')).map(([head, tail]) => cell(head, tail)),
  ),
}))

/** Axes above 0, as bigints to reckon with: mostly of a few turns, some of up to seventy. */
export const axes: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 15 }).map(BigInt) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4095 }).map(BigInt) },
  { weight: 1, arbitrary: fc.bigInt(1n, 2n ** 70n) },
)

/** Axes from 2^30 on. */
export const deepAxes: fc.Arbitrary<bigint> = fc.oneof(
  fc.constantFrom(31, 32, 33, 53, 64).chain(near).map(BigInt),
  fc.bigInt(2n ** 30n, 2n ** 70n),
)

/** A noun that has this part at this axis, and beside the way there the numbers 0, 1, 2 … from below. */
export const bury = (axis: bigint, part: Noun): Noun => {
  let noun = part
  let beside = 0
  for (let rest = axis; rest > 1n; rest >>= 1n) {
    noun = rest & 1n ? cell(beside++, noun) : cell(noun, beside++)
  }
  return noun
}

/** Subjects with something in them: trees, two small atoms to reckon with, lists, and what takes a long axis. */
export const subjects: fc.Arbitrary<Noun> = fc.oneof(
  { weight: 4, arbitrary: trees },
  { weight: 2, arbitrary: fc.tuple(small, small, trees).map(([a, b, rest]) => cell(a, b, rest)) },
  { weight: 1, arbitrary: lists },
  { weight: 1, arbitrary: fc.tuple(deepAxes, trees).map(([axis, part]) => bury(axis, part)) },
)

/** Stands in a subject for a battery that is still being made; nothing looks into it. */
export const HOLE: Noun = cell(0, 1)

/** Takes the turns of `way`, the lowest first, as far as the noun goes; then, for a `leaf`, heads down to an atom. */
export const find = (noun: Noun, way: bigint, leaf = false): { axis: bigint; part: Noun } => {
  let axis = 1n
  let part = noun
  for (let rest = way; isCell(part) && part !== HOLE && (leaf || rest > 1n); rest >>= 1n) {
    const tail = (rest & 1n) === 1n || (leaf && part.head === HOLE)
    axis = axis * 2n + (tail ? 1n : 0n)
    part = tail ? part.tail : part.head
  }
  return { axis, part }
}

/** The noun with another part at an axis that it has. */
export const replace = (axis: bigint, part: Noun, noun: Noun): Noun => {
  if (axis === 1n || isAtom(noun)) return part
  const { first, rest } = split(axis)
  return first === 2n
    ? cell(replace(rest, part, noun.head), noun.tail)
    : cell(noun.head, replace(rest, part, noun.tail))
}

/** The axis of a part's part. */
export const below = (outer: bigint, inner: bigint): bigint =>
  BigInt('0b' + outer.toString(2) + inner.toString(2).slice(1))

/** An axis above 1 as its first turn and the axis from there. */
const split = (axis: bigint): { first: bigint; rest: bigint } => {
  const turns = axis.toString(2).slice(1)
  return { first: turns[0] === '1' ? 3n : 2n, rest: BigInt('0b1' + turns.slice(1)) }
}

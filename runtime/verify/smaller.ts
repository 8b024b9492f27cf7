import { type Atom, type Noun, atom, edit, isAtom, isCell } from '../../nock/index.js'
import { sharedCopyOf, substituted } from './copies.js'

/**
 * Nouns smaller than this one, those that are much smaller first: its parts, and itself with one of its upper
 * parts made smaller, in one place or wherever it has that part.
 *
 * @example
 * [...smallerNouns(5)] // [0, 3, 4]
 */
export function* smallerNouns(noun: Noun): Generator<Noun> {
  const shared = sharedCopyOf(noun)
  const seen = new Set<Noun>()
  for (const { axis, part } of upperParts(shared, isLarge(shared) ? FEW_PARTS : PARTS)) {
    const again = seen.has(part)
    for (const candidate of isAtom(part) ? smallerAtoms(part) : lowerParts(part)) {
      yield edit(axis, candidate, shared)!
      if (again) yield substituted(shared, part, candidate)
    }
    seen.add(part)
  }
}

/** How many parts are made smaller; of a large noun few, because it takes long to try one. */
const PARTS = 63
const FEW_PARTS = 3

const isLarge = (noun: Noun): boolean => {
  const cells = new Set<Noun>()
  const pending = [noun]
  for (let part = pending.pop(); part !== undefined && cells.size < 1_000; part = pending.pop()) {
    if (isAtom(part) || cells.has(part)) continue
    cells.add(part)
    pending.push(part.head, part.tail)
  }
  return cells.size >= 1_000
}

/** The parts of a noun, from above. */
const upperParts = (noun: Noun, most: number): readonly { readonly axis: number; readonly part: Noun }[] => {
  const parts = [{ axis: 1, part: noun }]
  for (let i = 0; i < parts.length && parts.length < most; i++) {
    const { axis, part } = parts[i]!
    if (isAtom(part)) continue
    parts.push({ axis: 2 * axis, part: part.head }, { axis: 2 * axis + 1, part: part.tail })
  }
  return parts
}

/** 0, and parts of a cell all the way down its heads, and down its tails: half the way first. */
function* lowerParts(noun: Noun): Generator<Noun> {
  yield 0
  for (const side of ['head', 'tail'] as const) {
    const way: Noun[] = []
    for (let part = noun; isCell(part); part = part[side]) way.push(part[side])
    for (let i = way.length >> 1; i > 0; i >>= 1) yield way[i]!
    yield way[0]!
  }
}

/** From 0 up towards the atom, by smaller and smaller steps, so that the least one is soon found. */
function* smallerAtoms(most: Atom): Generator<Atom> {
  const n = BigInt(most)
  if (n === 0n) return
  yield 0
  const bits = BigInt(n.toString(2).length)
  if (bits > 8n) yield atom(n >> (bits / 2n))
  for (let step = n / 2n; step > 0n; step /= 2n) yield atom(n - step)
}

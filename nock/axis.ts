import { type Atom, type Noun, atom, isCell } from './noun.js'

/**
 * The part of a noun at an axis (rule `/`): 1 is the noun itself, 2 its head, 3 its tail, 2a and 2a+1 the head
 * and the tail of the part at a. Undefined where there is no such part: at axis 0, and below an atom.
 *
 *     /[1 a]          a
 *     /[2 a b]        a
 *     /[3 a b]        b
 *     /[(a + a) b]    /[2 /[a b]]
 *     /[(a + a + 1) b]  /[3 /[a b]]
 *
 * @example
 * at(6, cell(1, 2, 3)) === 2
 */
export const at = (axis: Atom, noun: Noun): Noun | undefined => {
  if (typeof axis === 'number' && axis < 0x80000000) {
    if (axis === 0) return undefined
    let part = noun
    for (let bit = 30 - Math.clz32(axis); bit >= 0; bit--) {
      if (typeof part !== 'object') return undefined
      part = (axis >>> bit) & 1 ? part.tail : part.head
    }
    return part
  }
  let part = noun
  for (const turn of turns(axis)) {
    if (!isCell(part)) return undefined
    part = turn === '1' ? part.tail : part.head
  }
  return part
}

/**
 * The way from the root to an axis above 0: a '0' for each head, a '1' for each tail, from the top.
 *
 * @example
 * turns(6) === '10'
 */
export const turns = (axis: Atom): string => axis.toString(2).slice(1)

/**
 * The axis of a part's part (Hoon's `peg`): what is at `inner` of what is at `outer`.
 *
 * @throws RangeError when either is 0, which is no axis
 * @example
 * peg(3, 2) === 6
 */
export const peg = (outer: Atom, inner: Atom): Atom => {
  if (outer === 0 || inner === 0) throw new RangeError('0 is no axis')
  return atom(BigInt('0b' + outer.toString(2) + turns(inner)))
}

/**
 * How far down an axis leads before there is nothing: the last axis on the way that has a part, and that part,
 * an atom unless the axis is 0. For explaining a crash.
 *
 * @example
 * deepest(12, cell(1, 2)) // { axis: 3, part: 2 }
 */
export const deepest = (axis: Atom, noun: Noun): { axis: Atom; part: Noun } => {
  let part = noun
  let depth = 0
  const way = axis === 0 ? '' : turns(axis)
  while (depth < way.length && isCell(part)) part = way[depth++] === '1' ? part.tail : part.head
  return { axis: atom(BigInt('0b1' + way.slice(0, depth))), part }
}

import { type Atom, Cell, type Noun, axis as at, equal, isCell, mug, peg, turns } from '../nock/index.js'

/**
 * What is known of a noun before a formula is run: the noun itself, its two sides, or at most where in the formula's
 * subject it comes from. What is known to be the same is one object.
 */
export type Known = Constant | Sides | Unknown

/** The noun itself. */
export interface Constant {
  readonly kind: 'constant'
  readonly noun: Noun
}

/** A cell, of which something is not known. */
export interface Sides {
  readonly kind: 'sides'
  readonly head: Known
  readonly tail: Known
}

export interface Unknown {
  readonly kind: 'unknown'
  /** The axis in the formula's own subject, if that is where it comes from. */
  readonly axis: Atom | undefined
}

/** Axes further down than this are not kept: they only serve messages. */
const FURTHEST = 2 ** 32

/** What two nouns have in common is not looked for deeper than this. */
const DEEPEST = 200

export const UNKNOWN: Unknown = { kind: 'unknown', axis: undefined }

/** Makes what is known, each thing once, so that `===` compares. */
export class Knowledge {
  private readonly constants = new Map<number, Constant[]>()
  private readonly unknowns = new Map<Atom, Unknown>()
  private readonly sides = new WeakMap<Known, WeakMap<Known, Known>>()
  private readonly joins = new WeakMap<Known, WeakMap<Known, Known>>()

  constant(noun: Noun): Constant {
    const hash = mug(noun)
    const alike = this.constants.get(hash) ?? []
    const known = alike.find((other) => equal(other.noun, noun))
    if (known !== undefined) return known
    const constant: Constant = { kind: 'constant', noun }
    this.constants.set(hash, [...alike, constant])
    return constant
  }

  /** The part of the subject at an axis. */
  subject(axis: Atom): Unknown {
    if (axis > FURTHEST) return UNKNOWN
    const known = this.unknowns.get(axis) ?? { kind: 'unknown', axis }
    this.unknowns.set(axis, known)
    return known
  }

  cons(head: Known, tail: Known): Known {
    return remembered(this.sides, head, tail, () =>
      head.kind === 'constant' && tail.kind === 'constant'
        ? this.constant(new Cell(head.noun, tail.noun))
        : { kind: 'sides', head, tail },
    )
  }

  /** The part at an axis. What crashes has no product, so anything may stand for it. */
  part(axis: Atom, known: Known): Known {
    if (axis === 0) return UNKNOWN
    const way = turns(axis)
    let here = known
    for (let i = 0; i < way.length; i++) {
      if (here.kind === 'sides') here = way[i] === '1' ? here.tail : here.head
      else {
        const rest = BigInt('0b1' + way.slice(i))
        if (here.kind === 'unknown')
          return here.axis === undefined ? UNKNOWN : this.subject(peg(here.axis, rest))
        const found = at(rest <= FURTHEST ? Number(rest) : rest, here.noun)
        return found === undefined ? UNKNOWN : this.constant(found)
      }
    }
    return here
  }

  /** A noun with another at an axis above 0. */
  edit(axis: Atom, value: Known, target: Known): Known {
    const way = turns(axis)
    if (way.length > DEEPEST) return UNKNOWN
    const put = (depth: number, here: Known): Known => {
      if (depth === way.length) return value
      const head = this.part(2, here)
      const tail = this.part(3, here)
      return way[depth] === '1'
        ? this.cons(head, put(depth + 1, tail))
        : this.cons(put(depth + 1, head), tail)
    }
    return put(0, target)
  }

  /** What is known of a noun that may be the one or the other. */
  join(a: Known, b: Known, depth = 0): Known {
    if (a === b) return a
    if (depth > DEEPEST || !isPair(a) || !isPair(b)) return UNKNOWN
    return remembered(this.joins, a, b, () =>
      this.cons(
        this.join(this.part(2, a), this.part(2, b), depth + 1),
        this.join(this.part(3, a), this.part(3, b), depth + 1),
      ),
    )
  }
}

const isPair = (known: Known): boolean =>
  known.kind === 'sides' || (known.kind === 'constant' && isCell(known.noun))

const remembered = (
  memory: WeakMap<Known, WeakMap<Known, Known>>,
  a: Known,
  b: Known,
  make: () => Known,
): Known => {
  let ofA = memory.get(a)
  if (ofA === undefined) memory.set(a, (ofA = new WeakMap()))
  let known = ofA.get(b)
  if (known === undefined) ofA.set(b, (known = make()))
  return known
}

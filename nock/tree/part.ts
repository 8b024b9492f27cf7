import { peg, turns } from '../axis.js'
import { equal } from '../equal.js'
import { mug } from '../mug.js'
import { type Atom, type Cell, type Noun, isCell } from '../noun.js'
import { printNoun } from '../print.js'

/** A part of a noun as a tree shows it. */
export interface Part {
  readonly axis: Atom
  /** How many cells it is in. */
  readonly level: number
  /** What it reads; of a cell whose parts are shown, nothing. `…`: what is below is not shown; `= 6`: it is what is at axis 6. */
  readonly text: string
  /** Whether it is on the way to the axis that is lit, or there. */
  readonly isLit: boolean
  readonly parts: readonly [head: Part, tail: Part] | undefined
}

export interface PartOptions {
  /** Atoms that are shown as text. */
  readonly cords?: boolean | ReadonlySet<Atom> | undefined
  /** So many parts are shown, from the whole downwards: 150 unless given. The way to the axis that is lit always is. */
  readonly most?: number | undefined
  /** Show a cell that was there before as `= AXIS`, the axis where it stands first. */
  readonly shared?: boolean | undefined
  /** The axis to which the way is lit. */
  readonly lit?: Atom | undefined
}

/** So many levels are shown; of the way to an axis more. */
const DEEPEST = 40
const DEEPEST_LIT = 400

/** So many characters of an atom. */
const LONGEST = 14

/**
 * The parts of a noun, as many as are fit to be shown.
 *
 * @example
 * partsOf(cell(1, 2)).parts.map(({ axis, text }) => `${axis} ${text}`).join() === '2 1,3 2'
 */
export const partsOf = (noun: Noun, { cords, most = 150, shared = false, lit }: PartOptions = {}): Part => {
  const seen = new Seen()
  const root = draft(1, 0, lit !== undefined, noun)
  const drafts = [root]
  for (const one of drafts) {
    const { axis, level, isLit, noun: part } = one
    if (!isCell(part)) {
      one.text = printNoun(part, { cords: cords ?? false, limit: LONGEST })
      continue
    }
    const first = shared ? seen.at(part, axis) : axis
    const room = isLit ? level < DEEPEST_LIT : level < DEEPEST && drafts.length + 2 <= most
    if (first !== axis && !isLit) one.text = `= ${first}`
    else if (!room) one.text = '…'
    else {
      const side = (axisOfSide: Atom, inner: Noun): Draft =>
        draft(axisOfSide, level + 1, isLit && isAbove(axisOfSide, lit!), inner)
      one.parts = [side(peg(axis, 2), part.head), side(peg(axis, 3), part.tail)]
      drafts.push(...one.parts)
    }
  }
  return root
}

interface Draft extends Part {
  readonly noun: Noun
  text: string
  parts: readonly [Draft, Draft] | undefined
}

const draft = (axis: Atom, level: number, isLit: boolean, noun: Noun): Draft => ({
  axis,
  level,
  isLit,
  noun,
  text: '',
  parts: undefined,
})

/** Whether one comes by an axis on the way to another. */
const isAbove = (axis: Atom, other: Atom): boolean => turns(other).startsWith(turns(axis))

/** The cells that were there, each with the axis where it stood first. */
class Seen {
  readonly #byMug = new Map<number, { readonly cell: Cell; readonly axis: Atom }[]>()

  at(cell: Cell, axis: Atom): Atom {
    const hash = mug(cell)
    const same = this.#byMug.get(hash) ?? []
    const before = same.find((one) => equal(one.cell, cell))
    if (before !== undefined) return before.axis
    this.#byMug.set(hash, [...same, { cell, axis }])
    return axis
  }
}

import { type Noun } from '../../noun.js'
import { type Constant, type Pair, type Way } from './shape.js'

/**
 * What a translated function has in its hands while it is being written: the stack and the subject of the machine
 * hold these in place of nouns.
 */
export type Value = Constant | Pair<Value> | Named | Truth

/** What a JavaScript variable holds. */
export interface Named {
  readonly kind: 'named'
  readonly name: string
  readonly sort: Sort
  /** Where in the function's subject it comes from, if it does. */
  readonly way: Way | undefined
}

/** What is known of a variable's noun: a small atom is up to 2^53 - 1, a loobean 0 or 1. */
export type Sort = 'any' | 'cell' | 'atom' | 'small' | 'loobean'

/** A loobean that is not a noun yet: yes where the JavaScript test is true. */
export interface Truth {
  readonly kind: 'truth'
  readonly test: string
  /** What the test tells of a variable: in the yes branch, in the no branch. */
  readonly tells?: readonly [of: Named, yes: Sort | undefined, no: Sort | undefined] | undefined
}

export const named = (name: string, sort: Sort, way?: Way): Named => ({ kind: 'named', name, sort, way })

/** What is known at one point of a function, and no longer where a branch ends. */
export class Facts {
  readonly #sorts: Map<Named, Sort>
  readonly #sides: Map<Named, { head?: Value; tail?: Value }>
  readonly #cells: Map<Pair<Value>, string>
  readonly #above: Map<Named, Named>

  constructor(from?: Facts) {
    this.#sorts = new Map(from === undefined ? [] : from.#sorts)
    this.#sides = new Map(
      [...(from === undefined ? [] : from.#sides)].map(([of, sides]) => [of, { ...sides }]),
    )
    this.#cells = new Map(from === undefined ? [] : from.#cells)
    this.#above = new Map(from === undefined ? [] : from.#above)
  }

  sortOf(value: Named): Sort {
    return this.#sorts.get(value) ?? value.sort
  }

  learn(value: Named, sort: Sort): void {
    this.#sorts.set(value, sort)
  }

  sideOf(value: Named, side: 'head' | 'tail'): Value | undefined {
    return this.#sides.get(value)?.[side]
  }

  loaded(value: Named, side: 'head' | 'tail', part: Value): void {
    const sides = this.#sides.get(value) ?? {}
    sides[side] = part
    this.#sides.set(value, sides)
  }

  /** The variable that holds the number above one, if it was worked out. */
  aboveOf(value: Named): Named | undefined {
    return this.#above.get(value)
  }

  raised(value: Named, above: Named): void {
    this.#above.set(value, above)
  }

  /** The variable that holds a pair's cell, if it was made. */
  cellOf(value: Pair<Value>): string | undefined {
    return this.#cells.get(value)
  }

  made(value: Pair<Value>, name: string): void {
    this.#cells.set(value, name)
  }
}

/** The sort of a noun. */
export const sortOfNoun = (noun: Noun): Sort => {
  if (typeof noun === 'object') return 'cell'
  if (typeof noun === 'bigint') return 'atom'
  return noun === 0 || noun === 1 ? 'loobean' : 'small'
}

/** What two sorts have in common. */
export const joinedSort = (a: Sort, b: Sort): Sort => {
  if (a === b) return a
  if (a === 'cell' || b === 'cell' || a === 'any' || b === 'any') return 'any'
  return a === 'atom' || b === 'atom' ? 'atom' : 'small'
}

export const isSmall = (sort: Sort): boolean => sort === 'small' || sort === 'loobean'

/** How many cells a value is, written out: what it shares is counted each time. */
export const cellsOf = (value: Paired): number => {
  if (value.kind !== 'pair') return 0
  let cells = written.get(value)
  if (cells === undefined) written.set(value, (cells = 1 + cellsOf(value.head) + cellsOf(value.tail)))
  return cells
}

/** A pair of any values, or something else. */
type Paired = Pair<Paired> | { readonly kind: 'constant' | 'named' | 'truth' | 'polynomial' }

const written = new WeakMap<Pair<Paired>, number>()

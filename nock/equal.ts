import { keepShape } from './keep-shape.js'
import { knownMug } from './mug.js'
import { type Cell, type Noun } from './noun.js'

/**
 * Are two nouns the same (rule `=`)?
 *
 *     =[a a]    0
 *     =[a b]    1
 *
 * What proves equal comes to be shared: the second cell takes over the first's head and tail, so that the next
 * comparison is done at once, and nouns that share much are compared in a time that goes with what they are in
 * memory, not with what they would be written out.
 *
 * @example
 * equal(cell(1, 2), cell(1, 2)) === true
 */
export const equal = (a: Noun, b: Noun): boolean => {
  const known = atOnce(a, b)
  if (known !== undefined) return known
  fuel = 64
  return shallow(a as Cell, b as Cell) ?? deep(a as Cell, b as Cell)
}

/**
 * The answer if no look further down is needed; otherwise undefined, and both are cells. (V8's === looks at all
 * digits of a bigint, even to compare it with itself; Object.is does not.)
 */
const atOnce = (a: Noun, b: Noun): boolean | undefined => {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object') return false
  if (Object.is(a.head, b.head) && Object.is(a.tail, b.tail)) return true
  const one = knownMug(a)
  const other = knownMug(b)
  return one === 0 || other === 0 || one === other ? undefined : false
}

/** How many more pairs {@link shallow} may look at, which bounds its depth too. */
let fuel = 0

/** The answer for a small noun, without a stack of our own; undefined if the fuel runs out first. */
const shallow = (a: Cell, b: Cell): boolean | undefined => {
  if (--fuel < 0) return undefined
  const heads = atOnce(a.head, b.head) ?? shallow(a.head as Cell, b.head as Cell)
  if (!heads) return heads
  b.head = a.head
  const tails = atOnce(a.tail, b.tail) ?? shallow(a.tail as Cell, b.tail as Cell)
  if (!tails) return tails
  b.tail = a.tail
  return true
}

/**
 * The answer for a noun of any size and depth. A pair stays on the stack until its heads and its tails are known to
 * be equal; once they are, they are shared, and the pair that it belongs to finds them equal at once.
 */
const deep = (a: Cell, b: Cell): boolean => {
  const as = [a]
  const bs = [b]
  const proved = new Classes()
  while (as.length > 0) {
    const x = as[as.length - 1]!
    const y = bs[bs.length - 1]!
    const heads = atOnce(x.head, y.head) ?? proved.have(x.head as Cell, y.head as Cell)
    if (heads === false) return false
    if (heads === undefined) {
      as.push(x.head as Cell)
      bs.push(y.head as Cell)
      continue
    }
    y.head = x.head
    const tails = atOnce(x.tail, y.tail) ?? proved.have(x.tail as Cell, y.tail as Cell)
    if (tails === false) return false
    if (tails === undefined) {
      as.push(x.tail as Cell)
      bs.push(y.tail as Cell)
      continue
    }
    y.tail = x.tail
    proved.unite(x, y)
    as.pop()
    bs.pop()
  }
  return true
}

/**
 * Which cells are known to be equal (union-find). Sharing alone keeps nearly every noun from being looked at twice;
 * the classes make sure of it where cells were shared first with one and then with another. So they start late.
 */
class Classes {
  #pairs = 0
  readonly #above = new Map<Cell, Cell>()

  /** True if the two are known to be equal, otherwise undefined. */
  have(x: Cell, y: Cell): true | undefined {
    return this.#above.size > 0 && this.#top(x) === this.#top(y) ? true : undefined
  }

  unite(x: Cell, y: Cell): void {
    if (++this.#pairs > PAIRS_WITHOUT && this.#above.size < MOST_KEYS)
      this.#above.set(this.#top(y), this.#top(x))
  }

  #top(cell: Cell): Cell {
    let at = cell
    for (let above = this.#above.get(at); above !== undefined; above = this.#above.get(at)) {
      const next = this.#above.get(above)
      if (next === undefined) return above
      this.#above.set(at, next) // so that the way up is half as long the next time
      at = next
    }
    return at
  }
}

/** How many equal pairs there may be before the classes start. */
const PAIRS_WITHOUT = 2 ** 20

/** What a Map holds. A comparison that goes beyond it is still right, only perhaps slow. */
const MOST_KEYS = 2 ** 24 - 1

keepShape(new Classes())

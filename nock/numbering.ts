import { BLOCK, block } from './block.js'
import { HashCons, SMALL } from './hash-cons.js'
import { keepShape } from './keep-shape.js'
import { knownMug, setMug } from './memo.js'
import { type Cell, type Noun } from './noun.js'

/**
 * The number of a noun, and by it those of all its parts; each cell is looked at a few times at most, however often
 * it is shared. While that goes on, cells keep their number in the place of their mug, which they get back.
 */
export const numbered = (noun: Noun, numbers: HashCons): number => {
  if (typeof noun !== 'object') return numbers.atom(noun)
  const numbering = new Numbering(numbers)
  try {
    return numbering.shallow(noun, 0)
  } finally {
    numbering.end()
  }
}

/** From here on down, {@link Numbering.deep} goes on. */
const DEEPEST = 100

/** A cell under which fewer were looked at is not marked: to look again costs no more. */
const FEW = 8

class Numbering {
  readonly #numbers: HashCons
  /** How many cells were looked at by recursion so far. */
  #looks = 0
  /** The cells that are marked and the mugs that they had: the last block of each, how far it is full, and all. */
  #cells: Cell[] = []
  #mugs = new Int32Array(0)
  #top = BLOCK
  readonly #blocks: [Cell[], Int32Array][] = []

  constructor(numbers: HashCons) {
    this.#numbers = numbers
  }

  /** The number of a cell, by recursion as long as it is not deep. */
  shallow(cell: Cell, depth: number): number {
    const mark = knownMug(cell)
    if (mark < 0) return ~mark
    if (depth === DEEPEST) return this.deep(cell)
    const looks = this.#looks++
    const { head, tail } = cell
    const numbers = this.#numbers
    const left =
      typeof head === 'object'
        ? this.shallow(head, depth + 1)
        : typeof head === 'number' && head < SMALL
          ? ~head
          : numbers.atom(head)
    const right =
      typeof tail === 'object'
        ? this.shallow(tail, depth + 1)
        : typeof tail === 'number' && tail < SMALL
          ? ~tail
          : numbers.atom(tail)
    const n = numbers.cell(left, right)
    if (this.#looks - looks >= FEW) this.#mark(cell, mark, n)
    return n
  }

  /** The number of a cell of any depth. Those above the one that is looked at wait in blocks. */
  deep(root: Cell): number {
    const numbers = this.#numbers
    const full: Cell[][] = []
    let last = block<Cell>(16)
    let top = 0
    let cell = root
    for (;;) {
      const { head, tail } = cell
      let next: Cell
      if (typeof head === 'object' && knownMug(head) >= 0) next = head
      else if (typeof tail === 'object' && knownMug(tail) >= 0) next = tail
      else {
        const n = numbers.cell(
          typeof head === 'object' ? ~knownMug(head) : numbers.atom(head),
          typeof tail === 'object' ? ~knownMug(tail) : numbers.atom(tail),
        )
        this.#mark(cell, knownMug(cell), n)
        if (top === 0) {
          if (full.length === 0) return n
          last = full.pop()!
          top = last.length
        }
        cell = last[--top]!
        continue
      }
      if (top === last.length) {
        full.push(last)
        last = block(Math.min(2 * top, BLOCK))
        top = 0
      }
      last[top++] = cell
      cell = next
    }
  }

  #mark(cell: Cell, mug: number, n: number): void {
    if (this.#top === BLOCK) {
      this.#blocks.push([(this.#cells = block<Cell>(BLOCK)), (this.#mugs = new Int32Array(BLOCK))])
      this.#top = 0
    }
    this.#cells[this.#top] = cell
    this.#mugs[this.#top++] = mug
    setMug(cell, ~n)
  }

  /** Gives the cells their mugs back. */
  end(): void {
    for (const [cells, mugs] of this.#blocks) {
      const count = cells === this.#cells ? this.#top : BLOCK
      for (let i = 0; i < count; i++) setMug(cells[i]!, mugs[i]!)
    }
  }
}

keepShape(new Numbering(new HashCons()))

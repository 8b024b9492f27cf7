import { BitReader, Unreadable } from './bit-reader.js'
import { BLOCK, block } from './block.js'
import { bytesOfAtom } from './cord.js'
import { type Either, left, right } from './either.js'
import { keepShape } from './keep-shape.js'
import { type Atom, Cell, type Noun } from './noun.js'
import { twice } from './words.js'

/** Why a jam cannot be read, and the bit at which the part starts that is wrong. */
export interface CueError {
  readonly message: string
  readonly bit: number
}

/**
 * The noun of a jam (Hoon's `++cue`). Bits after the noun are ignored.
 *
 * @returns Left where the jam ends too early, or refers to a bit at which no noun starts that is complete
 * @example
 * cue(41) // right(cell(0, 0))
 */
export const cue = (jammed: Atom): Either<CueError, Noun> => cueBytes(bytesOfAtom(jammed))

/**
 * The noun of a jam's bytes, the lowest first. Any bytes will do: time and memory go with their number, though a
 * cell of two bits becomes an object of some forty bytes.
 *
 * @example
 * cueBytes(Uint8Array.of(0x31, 0x03)) // right(cell(1, 1))
 */
export const cueBytes = (jammed: Uint8Array): Either<CueError, Noun> => {
  if (jammed.length > MOST_BYTES) return left({ message: 'longer than 256 MB', bit: 8 * MOST_BYTES })
  try {
    return right(read(new BitReader(jammed)))
  } catch (error) {
    if (error instanceof Unreadable) return left({ message: error.message, bit: error.bit })
    throw error
  }
}

/** Up to here a bit's number fits JavaScript's bit operations; it is twice what a bigint can hold. */
const MOST_BYTES = 2 ** 28

const read = (bits: BitReader): Noun => {
  const starts = new Starts(bits.end)
  const nouns = new Nouns()
  /** The cells that are not complete: the place of each in `nouns`, or ~place when its head is known. */
  let open = new Int32Array(64)
  let top = 0

  for (;;) {
    const start = bits.at
    const tag = bits.ahead() & 0b11
    const place = nouns.add()
    starts.add(start, place)
    if (tag === 0b01) {
      bits.skip(2)
      if (top === open.length) open = twice(open)
      open[top++] = place
      continue
    }
    let noun: Noun
    if ((tag & 1) === 0) {
      bits.skip(1)
      noun = bits.mat()
    } else {
      bits.skip(2)
      noun = referred(bits.mat(), start, bits, starts, nouns)
    }
    nouns.set(place, noun)

    // It is the head of the last open cell, or its tail, and then that cell is complete and in the same case.
    for (;;) {
      if (top === 0) return noun
      const cell = open[top - 1]!
      if (cell >= 0) {
        open[top - 1] = ~cell
        break
      }
      top--
      noun = new Cell(nouns.at(~cell + 1)!, noun)
      nouns.set(~cell, noun)
    }
  }
}

const referred = (bit: Atom, start: number, bits: BitReader, starts: Starts, nouns: Nouns): Noun => {
  const place = typeof bit === 'number' && bit < start ? starts.find(bit) : -1
  if (place === -1 || bits.two(bit as number) === 0b11) {
    const where = typeof bit === 'number' ? `bit ${bit}` : 'a bit beyond 2^53'
    throw new Unreadable(`a reference to ${where}, where no noun has started`, start)
  }
  const noun = nouns.at(place)
  if (noun === undefined) throw new Unreadable(`a reference to bit ${bit}, the cell that it is in`, start)
  return noun
}

/**
 * All that is written, references too, in the order in which it starts, so that a cell's head comes next after the
 * cell; in blocks.
 */
class Nouns {
  #count = 0
  readonly #blocks: (Noun | undefined)[][] = []

  /** The place of the next one, which is not known yet. */
  add(): number {
    if (this.#count % BLOCK === 0) this.#blocks.push(block(BLOCK))
    return this.#count++
  }

  set(place: number, noun: Noun): void {
    this.#blocks[(place / BLOCK) | 0]![place % BLOCK] = noun
  }

  /** The noun at a place, undefined for a cell that is not complete. */
  at(place: number): Noun | undefined {
    return this.#blocks[(place / BLOCK) | 0]![place % BLOCK]
  }
}

/** At which bits something starts, as 1s, and for each 32 of these how many came before. */
class Starts {
  readonly #marks: Int32Array
  readonly #before: Int32Array

  constructor(bits: number) {
    this.#marks = new Int32Array((bits >>> 5) + 1)
    this.#before = new Int32Array((bits >>> 5) + 1)
  }

  /** What starts at a bit has this place among all. */
  add(bit: number, place: number): void {
    const marks = this.#marks[bit >>> 5]!
    if (marks === 0) this.#before[bit >>> 5] = place
    this.#marks[bit >>> 5] = marks | (1 << (bit & 31))
  }

  /** The place of what starts at a bit, -1 if nothing does. */
  find(bit: number): number {
    const marks = this.#marks[bit >>> 5]!
    const mark = 1 << (bit & 31)
    return (marks & mark) === 0 ? -1 : this.#before[bit >>> 5]! + ones(marks & (mark - 1))
  }
}

/** How many of a word's bits are 1. */
const ones = (word: number): number => {
  const twos = word - ((word >>> 1) & 0x55555555)
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

keepShape(new Nouns())
keepShape(new Starts(0))

import { atomOfBytes, bytesOfAtom } from './cord.js'
import { type Either, left, right } from './either.js'
import { type Atom, Cell, type Noun } from './noun.js'

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

class Unreadable {
  readonly message: string
  readonly bit: number

  constructor(message: string, bit: number) {
    this.message = message
    this.bit = bit
  }
}

const read = (bits: BitReader): Noun => {
  /** Where each noun starts, ascending, and the noun once it is complete. */
  const starts: number[] = []
  const nouns: (Noun | undefined)[] = []
  /** The cells that are not complete: the index of each in `nouns`, or ~index when its head is known. */
  const open: number[] = []
  const heads: Noun[] = []

  for (;;) {
    const start = bits.at
    const isAtom = bits.next() === 0
    if (!isAtom && bits.next() === 0) {
      open.push(starts.length)
      starts.push(start)
      nouns.push(undefined)
      continue
    }
    let noun: Noun = readMat(bits)
    if (isAtom) {
      starts.push(start)
      nouns.push(noun)
    } else noun = referred(noun, start, starts, nouns)

    // It is the head of the last open cell, or its tail, and then that cell is complete and in the same case.
    for (;;) {
      const index = open.pop()
      if (index === undefined) return noun
      if (index >= 0) {
        open.push(~index)
        heads.push(noun)
        break
      }
      noun = new Cell(heads.pop()!, noun)
      nouns[~index] = noun
    }
  }
}

const referred = (
  bit: Atom,
  start: number,
  starts: readonly number[],
  nouns: readonly (Noun | undefined)[],
): Noun => {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! < bit) low = middle + 1
    else high = middle
  }
  if (starts[low] !== bit) {
    const place = typeof bit === 'number' ? `bit ${bit}` : 'a bit beyond 2^53'
    throw new Unreadable(`a reference to ${place}, where no noun has started`, start)
  }
  const noun = nouns[low]
  if (noun === undefined) throw new Unreadable(`a reference to bit ${bit}, the cell that it is in`, start)
  return noun
}

const readMat = (bits: BitReader): Atom => {
  const start = bits.at
  const lengthLength = bits.zeros()
  if (lengthLength === 0) return 0
  const length = lengthLength > 32 ? Infinity : 2 ** (lengthLength - 1) + bits.number(lengthLength - 1)
  if (length > bits.left) {
    const claimed = length === Infinity ? `2^${lengthLength - 1} bits or more` : `${length} bits`
    throw new Unreadable(`an atom of ${claimed}, with ${bits.left} left`, start)
  }
  return length <= 53 ? bits.number(length) : atomOfBytes(bits.bytes(length))
}

/** Bits one after another, the first the lowest of the first byte. */
class BitReader {
  readonly #bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length * 8 - this.at
  }

  next(): number {
    if (this.left === 0) throw this.ended()
    const bit = (this.#bytes[this.at >>> 3]! >> (this.at & 7)) & 1
    this.at++
    return bit
  }

  ended(): Unreadable {
    return new Unreadable('the jam ends inside a noun', this.#bytes.length * 8)
  }

  /** The number that the next `count` bits are, 53 at most. */
  number(count: number): number {
    if (count > this.left) throw this.ended()
    let n = 0
    let taken = 0
    while (taken < count) {
      const offset = this.at & 7
      const some = Math.min(8 - offset, count - taken)
      n += ((this.#bytes[this.at >>> 3]! >> offset) & ((1 << some) - 1)) * 2 ** taken
      taken += some
      this.at += some
    }
    return n
  }

  /** How many zeros come before the next one, which is passed too. */
  zeros(): number {
    const start = this.at
    while (this.next() === 0);
    return this.at - start - 1
  }

  /** The next `count` bits as bytes. */
  bytes(count: number): Uint8Array {
    const taken = new Uint8Array(Math.ceil(count / 8))
    for (let i = 0; i < taken.length; i++) taken[i] = this.number(Math.min(8, count - 8 * i))
    return taken
  }
}

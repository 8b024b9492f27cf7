import { BitWriter } from './bit-writer.js'
import { atomOfBytes } from './cord.js'
import { HashCons, WIDE, wordHash } from './hash-cons.js'
import { keepShape } from './keep-shape.js'
import { type Atom, type Noun } from './noun.js'
import { numbered } from './numbering.js'

/**
 * A noun as one atom (Hoon's `++jam`), which `cue` makes the noun again. From the lowest bit on:
 *
 *     atom        0   and its mat
 *     cell        01  and the jam of the head, then of the tail      (written low bit first: 1, then 0)
 *     reference   11  and the mat of the bit at which an equal noun started before
 *
 * `mat` is a length that ends itself: of 0 it is the bit 1; of a number of b bits, b itself having c, it is c times
 * 0 and a 1, then b without its top bit, then the number. A cell seen before is always a reference, an atom only
 * where the reference's number has fewer bits than the atom.
 *
 * @throws RangeError where the result is too large for a bigint
 * @example
 * jam(cell(0, 0)) === 41
 */
export const jam = (noun: Noun): Atom => atomOfBytes(jamBytes(noun))

/**
 * A noun's jam as bytes, the lowest first; the last one is never 0. Time and memory go with the number of its cells
 * and the size of its atoms as they are in memory, however deep or alike they are.
 *
 * @example
 * jamBytes(cell(1, 1)) // Uint8Array.of(49, 3)
 */
export const jamBytes = (noun: Noun): Uint8Array => {
  const numbers = new HashCons()
  let here = numbered(noun, numbers)
  const { sides } = numbers
  const out = new BitWriter()
  /** Where each number's noun started, if a reference to there pays; otherwise -1. */
  const starts = new Float64Array(numbers.count + 1).fill(-1)
  const smallStarts = new SmallStarts()
  const pending: number[] = []
  for (;;) {
    const at = out.length
    const start = here < 0 ? smallStarts.first(~here, at) : starts[here]!
    if (start >= 0) {
      out.put(0b11, 2)
      putMat(out, start)
    } else if (here < 0) {
      out.put(0, 1)
      putMat(out, ~here)
    } else if (sides[2 * here] === WIDE) {
      out.put(0, 1)
      const bits = putWords(out, numbers.words.all, sides[2 * here + 1]!)
      if (bitLength(at) < bits) starts[here] = at
    } else {
      out.put(0b01, 2)
      starts[here] = at
      pending.push(sides[2 * here + 1]!)
      here = sides[2 * here]!
      continue
    }
    if (pending.length === 0) return out.bytes()
    here = pending.pop()!
  }
}

/** The mat of a number up to 2^53. */
const putMat = (out: BitWriter, n: number): void => {
  if (n === 0) return out.put(1, 1)
  const length = bitLength(n)
  putLength(out, length)
  out.put(n | 0, Math.min(32, length))
  if (length > 32) out.put(Math.floor(n / 0x100000000), length - 32)
}

/** The mat of an atom of so many words as the first one says; how many bits the atom has. */
const putWords = (out: BitWriter, words: Uint32Array, at: number): number => {
  const last = at + words[at]!
  const topLength = bitLength(words[last]!)
  const length = 32 * (words[at]! - 1) + topLength
  putLength(out, length)
  for (let i = at + 1; i < last; i++) out.put(words[i]!, 32)
  out.put(words[last]!, topLength)
  return length
}

/** What a mat starts with: how long the length of a number is, in zeros, and the length without its top bit. */
const putLength = (out: BitWriter, length: number): void => {
  const lengthLength = bitLength(length)
  out.put(1 << lengthLength, lengthLength + 1)
  out.put(length ^ (1 << (lengthLength - 1)), lengthLength - 1)
}

/** How many bits a number has, up to 2^53. */
const bitLength = (n: number): number =>
  n <= 0xffffffff ? 32 - Math.clz32(n) : 64 - Math.clz32(Math.floor(n / 0x100000000))

/** Where each small atom started first, if a reference to there pays: a table with open addressing. */
class SmallStarts {
  #atoms = new Int32Array(64)
  #starts = new Int32Array(64)
  #count = 0

  /** Where it started first; -1 if it did not, and then this is noted. (0 has no bits, so that it is never there.) */
  first(a: number, at: number): number {
    const mask = this.#atoms.length - 1
    let place = wordHash(a) & mask
    for (let other = this.#atoms[place]!; other !== 0; other = this.#atoms[place]!) {
      if (other === a) return this.#starts[place]!
      place = (place + 1) & mask
    }
    if (bitLength(at) < bitLength(a)) {
      this.#atoms[place] = a
      this.#starts[place] = at
      if (2 * ++this.#count > mask) this.#grow()
    }
    return -1
  }

  #grow(): void {
    const atoms = this.#atoms
    const starts = this.#starts
    this.#atoms = new Int32Array(2 * atoms.length)
    this.#starts = new Int32Array(2 * atoms.length)
    const mask = this.#atoms.length - 1
    for (let i = 0; i < atoms.length; i++) {
      if (atoms[i] === 0) continue
      let place = wordHash(atoms[i]!) & mask
      while (this.#atoms[place] !== 0) place = (place + 1) & mask
      this.#atoms[place] = atoms[i]!
      this.#starts[place] = starts[i]!
    }
  }
}

keepShape(new SmallStarts())

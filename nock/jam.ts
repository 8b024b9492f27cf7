import { atomOfBytes, bytesOfAtom } from './cord.js'
import { equal } from './equal.js'
import { mug } from './mug.js'
import { type Atom, type Noun } from './noun.js'

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
 * A noun's jam as bytes, the lowest first; the last one is never 0.
 *
 * @example
 * jamBytes(cell(1, 1)) // Uint8Array.of(49, 3)
 */
export const jamBytes = (noun: Noun): Uint8Array => {
  const out = new BitWriter()
  const starts = new Starts()
  const pending = [noun]
  while (pending.length > 0) {
    const here = pending.pop()!
    const start = starts.first(here, out.length)
    if (start !== undefined) {
      out.put(0b11, 2)
      putMat(out, start)
    } else if (typeof here === 'object') {
      out.put(0b01, 2)
      pending.push(here.tail, here.head)
    } else {
      out.put(0, 1)
      putMat(out, here)
    }
  }
  return out.bytes()
}

/** Does a reference to a bit pay, in place of a noun that starts there? For an atom, if it has fewer bits. */
const pays = (start: number, noun: Noun): boolean =>
  typeof noun !== 'number' || bitLength(start) < bitLength(noun)

const putMat = (out: BitWriter, a: Atom): void => {
  if (a === 0) return out.put(1, 1)
  const bytes = typeof a === 'bigint' ? bytesOfAtom(a) : NONE
  const length =
    typeof a === 'bigint' ? 8 * bytes.length - 8 + bitLength(bytes[bytes.length - 1]!) : bitLength(a)
  const lengthLength = bitLength(length)
  out.put(0, lengthLength)
  out.put(1, 1)
  out.put(length - 2 ** (lengthLength - 1), lengthLength - 1)
  if (typeof a === 'number') return out.put(a, length)
  for (let i = 0; i < bytes.length - 1; i++) out.put(bytes[i]!, 8)
  out.put(bytes[bytes.length - 1]!, length - 8 * (bytes.length - 1))
}

const NONE = new Uint8Array(0)

/** How many bits a number has, up to 2^53. */
const bitLength = (n: number): number =>
  n <= 0xffffffff ? 32 - Math.clz32(n) : 64 - Math.clz32(Math.floor(n / 0x100000000))

/** Bits one after another, the first the lowest of the first byte. */
class BitWriter {
  #bytes = new Uint8Array(64)
  #size = 0
  #rest = 0
  #restLength = 0

  get length(): number {
    return this.#size * 8 + this.#restLength
  }

  /** The `count` bits of a number that has no more than that. */
  put(n: number, count: number): void {
    let bits = n
    let left = count
    for (; left > 24; left -= 24) {
      this.#putShort(bits % 0x1000000, 24)
      bits = Math.floor(bits / 0x1000000)
    }
    this.#putShort(bits, left)
  }

  #putShort(bits: number, count: number): void {
    if (this.#size + 4 > this.#bytes.length) this.#grow()
    let rest = this.#rest | (bits << this.#restLength)
    let restLength = this.#restLength + count
    for (; restLength >= 8; restLength -= 8) {
      this.#bytes[this.#size++] = rest
      rest >>>= 8
    }
    this.#rest = rest
    this.#restLength = restLength
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }

  bytes(): Uint8Array {
    if (this.#restLength > 0) this.#bytes[this.#size] = this.#rest
    return this.#bytes.slice(0, this.#size + (this.#restLength > 0 ? 1 : 0))
  }
}

/**
 * Where each noun first started, found by its mug (a table with open addressing: a Map holds no more than 2^24
 * keys, and would take a bigint's lowest 64 bits for its hash).
 */
class Starts {
  readonly #nouns: Noun[] = []
  readonly #mugs: number[] = []
  readonly #starts: number[] = []
  /** 1 + the index of a noun, at its mug or the next place free; 0 where it is free. */
  #table = new Int32Array(1024)

  /**
   * Where a noun equal to this one started first, if a reference to there pays; otherwise undefined, and this one is
   * noted as the first if a reference to it will pay.
   */
  first(noun: Noun, start: number): number | undefined {
    const hash = mug(noun)
    const mask = this.#table.length - 1
    let place = hash & mask
    for (; this.#table[place] !== 0; place = (place + 1) & mask) {
      const index = this.#table[place]! - 1
      if (this.#mugs[index] === hash && equal(this.#nouns[index]!, noun)) return this.#starts[index]!
    }
    if (pays(start, noun)) {
      this.#nouns.push(noun)
      this.#mugs.push(hash)
      this.#starts.push(start)
      this.#table[place] = this.#nouns.length
      if (this.#nouns.length * 2 > this.#table.length) this.#grow()
    }
    return undefined
  }

  #grow(): void {
    const larger = new Int32Array(this.#table.length * 2)
    const mask = larger.length - 1
    for (let index = 0; index < this.#mugs.length; index++) {
      let place = this.#mugs[index]! & mask
      while (larger[place] !== 0) place = (place + 1) & mask
      larger[place] = index + 1
    }
    this.#table = larger
  }
}

import { type Atom, atom } from './noun.js'

/**
 * Atoms as words of 32 bits, the lowest first, one after another in one array that grows: to hash a large atom, to
 * write it, or to tell whether it was there before, without an object for each.
 */
export class Words {
  all = new Uint32Array(64)
  length = 0

  /** Starts anew; a large array is not kept. */
  clear(): void {
    this.length = 0
    if (this.all.length > MOST_KEPT) this.all = new Uint32Array(64)
  }

  /** Puts an atom's words at the end, without zeros on top: none for 0. */
  put(a: Atom): void {
    const start = this.length
    if (typeof a === 'bigint') this.#putBigint(a)
    else this.#putTwo(a >>> 0, Math.floor(a / 0x100000000))
    while (this.length > start && this.all[this.length - 1] === 0) this.length--
  }

  /** In halves while it is long, so that shifting does not take a time that goes with the square of the length. */
  #putBigint(a: bigint): void {
    if (a < SHORT) {
      for (let rest = a; rest !== 0n; rest >>= 64n) {
        VIEW.setBigUint64(0, rest, true)
        this.#putTwo(VIEW.getUint32(0, true), VIEW.getUint32(4, true))
      }
      return
    }
    let half = SHORT_BITS
    while (a >> BigInt(2 * half) !== 0n) half *= 2
    const start = this.length
    this.#putBigint(BigInt.asUintN(half, a))
    this.#zeros(start + half / 32 - this.length)
    this.#putBigint(a >> BigInt(half))
  }

  #putTwo(low: number, high: number): void {
    this.room(2)
    this.all[this.length++] = low
    this.all[this.length++] = high
  }

  #zeros(count: number): void {
    this.room(count)
    this.all.fill(0, this.length, this.length + count)
    this.length += count
  }

  /** Makes room for so many more. */
  room(count: number): void {
    if (this.length + count <= this.all.length) return
    const larger = new Uint32Array(2 * (this.all.length + count))
    larger.set(this.all.subarray(0, this.length))
    this.all = larger
  }
}

/** Words that an array may have and still be kept. */
const MOST_KEPT = 4096

const SHORT_BITS = 2048

/** Atoms below it are shifted along word by word. */
export const SHORT = 1n << BigInt(SHORT_BITS)

/** The atom whose words these are, from one place to another; zeros on top say nothing. */
export const atomOfWords = (words: Uint32Array, from: number, to: number): Atom =>
  to === from ? 0 : to === from + 1 ? words[from]! : atom(bigintOf(words, from, to))

/** In halves, as {@link Words} takes it apart. */
const bigintOf = (words: Uint32Array, from: number, to: number): bigint => {
  if (to - from <= 2) {
    VIEW.setUint32(0, words[from]!, true)
    VIEW.setUint32(4, to - from === 2 ? words[from + 1]! : 0, true)
    return VIEW.getBigUint64(0, true)
  }
  const middle = from + (((to - from + 2) >> 2) << 1)
  return (bigintOf(words, middle, to) << BigInt(32 * (middle - from))) | bigintOf(words, from, middle)
}

const VIEW = new DataView(new ArrayBuffer(8))

/** A longer array that starts as this one. */
export const twice = (some: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(2 * some.length)
  larger.set(some)
  return larger
}

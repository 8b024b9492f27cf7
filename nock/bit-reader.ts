import { keepShape } from './keep-shape.js'
import { type Atom } from './noun.js'
import { Words, atomOfWords } from './words.js'

/** Why bits cannot be read, and the bit at which the part starts that is wrong. */
export class Unreadable {
  readonly message: string
  readonly bit: number

  constructor(message: string, bit: number) {
    this.message = message
    this.bit = bit
  }
}

/** Bits one after another, the first the lowest of the first byte; after the last one, zeros. Up to 2^31 bits. */
export class BitReader {
  at = 0
  readonly end: number
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #words = new Words()

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.end = bytes.length * 8
  }

  /** The next bits, 25 of them at least, in the low bits of a number. */
  ahead(): number {
    const byte = this.at >>> 3
    const word = byte + 4 <= this.#bytes.length ? this.#view.getInt32(byte, true) : this.#lastWord(byte)
    return word >>> (this.at & 7)
  }

  #lastWord(byte: number): number {
    let word = 0
    for (let i = this.#bytes.length - 1; i >= byte; i--) word = (word << 8) | this.#bytes[i]!
    return word
  }

  /** The number that the next `count` bits are, 32 at most. */
  #number(count: number): number {
    if (count <= 25) {
      const n = this.ahead() & ((1 << count) - 1)
      this.at += count
      return n
    }
    const low = this.ahead() & 0xffff
    this.at += 16
    const high = this.ahead() & ((1 << (count - 16)) - 1)
    this.at += count - 16
    return high * 0x10000 + low
  }

  /**
   * An atom with its length before it (`mat`).
   *
   * @throws Unreadable where the atom says that it is longer than all that is left
   */
  mat(): Atom {
    const start = this.at
    const zeros = this.#zeros()
    if (zeros === 0) return 0
    const length = zeros > 32 ? Infinity : this.#number(zeros - 1) + ((1 << (zeros - 1)) >>> 0)
    const left = this.end - this.at
    if (length > left) throw this.#tooLong(start, zeros, length)
    return length <= 32 ? this.#number(length) : this.#wide(length)
  }

  #tooLong(start: number, zeros: number, length: number): Unreadable {
    const left = this.end - this.at
    if (left < 0) return this.#ended()
    const claimed = length === Infinity ? `2^${zeros - 1} bits or more` : `${length} bits`
    return new Unreadable(`an atom of ${claimed}, with ${left} left`, start)
  }

  /** How many zeros come before the next one, which is passed too. */
  #zeros(): number {
    const start = this.at
    let ahead = this.ahead()
    for (; ahead === 0; ahead = this.ahead()) {
      this.at += 25
      if (this.at >= this.end) throw this.#ended()
    }
    this.at += 31 - Math.clz32(ahead & -ahead)
    return this.at++ - start
  }

  #wide(length: number): Atom {
    const words = this.#words
    const count = Math.ceil(length / 32)
    words.clear()
    words.room(count)
    for (let i = 0, left = length; i < count; i++, left -= 32) words.all[i] = this.#number(Math.min(left, 32))
    return atomOfWords(words.all, 0, count)
  }

  /** The two bits at a place that was passed. */
  two(bit: number): number {
    const byte = bit >>> 3
    return ((this.#bytes[byte]! | (this.#bytes[byte + 1]! << 8)) >>> (bit & 7)) & 0b11
  }

  /** @throws Unreadable where there are not so many more */
  skip(count: number): void {
    this.at += count
    if (this.at > this.end) throw this.#ended()
  }

  #ended(): Unreadable {
    return new Unreadable('the jam ends inside a noun', this.end)
  }
}

keepShape(new BitReader(new Uint8Array(0)))

import { keepShape } from './keep-shape.js'

/** Bits one after another, the first the lowest of the first byte. */
export class BitWriter {
  #bytes = new Uint8Array(1024)
  #view = new DataView(this.#bytes.buffer)
  /** Bytes that are full, always a multiple of 4; then the bits of the next word, and how many they are. */
  #size = 0
  #rest = 0
  #restLength = 0

  /** How many bits there are. */
  get length(): number {
    return this.#size * 8 + this.#restLength
  }

  /** The `count` bits of a number that has no more than that, 32 at most. */
  put(bits: number, count: number): void {
    const used = this.#restLength
    const length = used + count
    this.#rest |= bits << used
    if (length < 32) {
      this.#restLength = length
      return
    }
    if (this.#size === this.#bytes.length) this.#grow()
    this.#view.setInt32(this.#size, this.#rest, true)
    this.#size += 4
    this.#restLength = length - 32
    this.#rest = used === 0 ? 0 : bits >>> (32 - used) // a shift by 32 would be one by 0
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }

  /** The bytes; bits that are missing in the last one are 0. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#size + ((this.#restLength + 7) >> 3))
    bytes.set(this.#bytes.subarray(0, this.#size))
    for (let at = this.#size, rest = this.#rest; at < bytes.length; at++, rest >>>= 8) bytes[at] = rest
    return bytes
  }
}

keepShape(new BitWriter())

import { type Atom, atom } from '../../nock/index.js'

/** How many bits an atom has, without the zeros on top. */
export const bitLength = (a: Atom): number => {
  if (typeof a === 'number') return a <= 0xffffffff ? 32 - Math.clz32(a) : 64 - Math.clz32(a / 0x100000000)
  const hex = a.toString(16)
  return 4 * hex.length - Math.clz32(parseInt(hex[0]!, 16)) + 28
}

/** a * 2^n. */
export const shiftUp = (a: Atom, n: number): Atom => {
  if (a === 0) return 0
  return typeof a === 'number' && n < 53 && a < 2 ** (53 - n) ? a * 2 ** n : atom(BigInt(a) << BigInt(n))
}

/** a / 2^n, what is left over dropped. */
export const shiftDown = (a: Atom, n: number): Atom => {
  if (typeof a === 'number') return n >= 53 ? 0 : Math.floor(a / 2 ** n)
  return n > LONGEST ? 0 : atom(a >> BigInt(n))
}

/** The lowest n bits. */
export const lowest = (a: Atom, n: number): Atom => {
  if (typeof a === 'number') return n >= 53 ? a : a % 2 ** n
  return n > LONGEST ? a : atom(BigInt.asUintN(n, a))
}

/** A bigint has no more bits. */
const LONGEST = 2 ** 30

/** Items of so many bits each, the first one lowest; of each its lowest bits. */
export const packed = (items: readonly Atom[], widths: readonly number[]): Atom => {
  // by halves: one after another would copy what is done already for each
  const part = (from: number, to: number): { readonly bits: Atom; readonly width: number } => {
    if (to - from === 0) return { bits: 0, width: 0 }
    if (to - from === 1) return { bits: lowest(items[from]!, widths[from]!), width: widths[from]! }
    const middle = (from + to) >>> 1
    const low = part(from, middle)
    const high = part(middle, to)
    return { bits: either(shiftUp(high.bits, low.width), low.bits), width: low.width + high.width }
  }
  return part(0, items.length).bits
}

/**
 * The same bits, so many times over.
 *
 * @throws RangeError where a bigint could not hold them
 */
export const repeated = (bits: Atom, width: number, times: number): Atom => {
  if (bits === 0 || times === 0) return 0
  if (width * times > LONGEST) throw new RangeError('no BigInt has as many bits')
  if (times === 1) return bits
  const half = Math.floor(times / 2)
  const low = repeated(bits, width, half)
  const even = either(shiftUp(low, width * half), low)
  return times % 2 === 0 ? even : either(shiftUp(even, width), bits)
}

/** An atom's bits as items of `width` bits, the first one lowest; 0 has none. */
export const unpacked = (a: Atom, width: number): readonly Atom[] => {
  const items: Atom[] = []
  const part = (bits: Atom, count: number): void => {
    if (count === 1) items.push(bits)
    if (count <= 1) return
    const half = count >>> 1
    part(lowest(bits, half * width), half)
    part(shiftDown(bits, half * width), count - half)
  }
  if (a !== 0) part(a, Math.ceil(bitLength(a) / width))
  return items
}

/** Below this, JavaScript's bit operations take a number as it is. */
const WORD = 2 ** 31

/** The bits that either has. */
export const either = (a: Atom, b: Atom): Atom =>
  a < WORD && b < WORD ? Number(a) | Number(b) : atom(BigInt(a) | BigInt(b))

/** The bits that both have. */
export const both = (a: Atom, b: Atom): Atom =>
  a < WORD && b < WORD ? Number(a) & Number(b) : atom(BigInt(a) & BigInt(b))

/** The bits that one of them has. */
export const differing = (a: Atom, b: Atom): Atom =>
  a < WORD && b < WORD ? Number(a) ^ Number(b) : atom(BigInt(a) ^ BigInt(b))

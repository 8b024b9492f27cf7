import { type Atom, type Noun, atom } from './noun.js'

/**
 * Text as an atom: its UTF-8 bytes, the first byte least significant.
 *
 * @throws RangeError when the text ends in the character 0, which no atom can hold
 * @example
 * cord('ab') === 0x6261
 */
export const cord = (text: string): Atom => {
  if (text.endsWith('\0')) throw new RangeError('a cord cannot end in the character 0')
  return shortCord(text) ?? atomOfBytes(new TextEncoder().encode(text))
}

/** The cord of at most twelve ASCII characters, at once; undefined of any other text. */
const shortCord = (text: string): Atom | undefined => {
  if (text.length > 12) return undefined
  const low = shortNumber(text, 0, Math.min(6, text.length))
  const high = shortNumber(text, 6, text.length)
  if (low === undefined || high === undefined) return undefined
  return high === 0 ? low : atom((BigInt(high) << 48n) | BigInt(low))
}

const shortNumber = (text: string, from: number, to: number): number | undefined => {
  let n = 0
  for (let i = to - 1; i >= from; i--) {
    const code = text.charCodeAt(i)
    if (code > 0x7f) return undefined
    n = n * 256 + code
  }
  return n
}

/**
 * The text of a cord, or undefined when the noun is a cell or its bytes are not UTF-8.
 *
 * @example
 * cordText(0x6261) === 'ab'
 */
export const cordText = (noun: Noun): string | undefined => {
  if (typeof noun === 'object') return undefined
  const bytes = bytesOfAtom(noun)
  const text = UTF_8.decode(bytes)
  // What is not UTF-8 becomes this character. (A decoder that throws instead takes ten times as long.)
  return text.includes('\ufffd') && !same(new TextEncoder().encode(text), bytes) ? undefined : text
}

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true })

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

/**
 * The atom whose bytes these are, the first least significant; zeros at the end say nothing.
 *
 * @example
 * atomOfBytes(Uint8Array.of(1, 2)) === 0x201
 */
export const atomOfBytes = (bytes: Uint8Array): Atom => {
  let length = bytes.length
  while (length > 0 && bytes[length - 1] === 0) length--
  if (length <= 6) {
    let n = 0
    for (let i = length - 1; i >= 0; i--) n = n * 256 + bytes[i]!
    return n
  }
  const hex = new Uint8Array(2 * length)
  for (let i = length - 1, at = 0; i >= 0; i--) {
    hex[at++] = DIGIT[bytes[i]! >> 4]!
    hex[at++] = DIGIT[bytes[i]! & 15]!
  }
  return atom(BigInt('0x' + UTF_8.decode(hex)))
}

/**
 * An atom's bytes, the least significant first, without a zero at the end; none for 0.
 *
 * @example
 * bytesOfAtom(0x201) // Uint8Array.of(1, 2)
 */
export const bytesOfAtom = (a: Atom): Uint8Array => {
  const hex = a.toString(16)
  const length = a === 0 ? 0 : (hex.length + 1) >> 1
  const bytes = new Uint8Array(length)
  for (let i = 0, at = hex.length - 1; i < length; i++, at -= 2) {
    bytes[i] = digit(hex.charCodeAt(at)) | (at > 0 ? digit(hex.charCodeAt(at - 1)) << 4 : 0)
  }
  return bytes
}

const DIGIT = new TextEncoder().encode('0123456789abcdef')

/** The value of a hexadecimal digit, given its character code. */
const digit = (code: number): number => (code & 15) + (code > 57 ? 9 : 0)

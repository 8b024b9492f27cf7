import * as crypto from 'node:crypto'

/** What the first line of a journal's first file is chained to. */
export const FIRST = '0'.repeat(64)

const MARK = ',"chain":"'
const END = '"}'

/** What stands between the chain of a line and the next line. */
const BETWEEN = END + '\n'

/** So many bytes before a line its predecessor's chain begins. */
export const ROOM = FIRST.length + BETWEEN.length

/** The length of the end of a line: its field `chain`, and the brace. */
export const SEAL_LENGTH = MARK.length + FIRST.length + END.length

/**
 * Chains a line to the one before it: its last field is the SHA-256, in hexadecimal, of the chain of the line before
 * and the line's own text without that field. So no line can be changed, removed or moved without its being seen.
 *
 * @param previous the chain of the line before, or {@link FIRST}
 * @param body the text of a JSON object with one field at least
 * @returns the line's text, without a newline, and its chain
 * @example
 * seal(FIRST, '{"line":"end"}').text.startsWith('{"line":"end","chain":"')
 */
export const seal = (previous: string, body: string): { readonly text: string; readonly chain: string } => {
  const chain = sha256(previous + body)
  return { text: body.slice(0, -1) + MARK + chain + END, chain }
}

/**
 * The chain of a line's bytes, if it is the one that follows from them and the line before; otherwise undefined.
 *
 * @param line without its newline
 */
export const unseal = (previous: string, line: Buffer): string | undefined => {
  if (previous.length !== FIRST.length) return undefined
  const both = Buffer.concat([Buffer.from(previous + BETWEEN, 'latin1'), line])
  return unsealIn(both, ROOM, both.length)
}

/**
 * The same of a line that stands in a buffer from one place to another, right behind the line before it, of which
 * {@link ROOM} bytes at least must be there: its chain, which is taken on trust, and which moves up to the line, so that
 * both are hashed where they are.
 */
export const unsealIn = (bytes: Buffer, from: number, to: number): string | undefined => {
  const end = to - SEAL_LENGTH
  if (end - from < 2) return undefined
  const start = from - FIRST.length
  bytes.copyWithin(start, from - ROOM, from - BETWEEN.length)
  const comma = bytes[end]!
  bytes[end] = CLOSE
  const chain = sha256(new Uint8Array(bytes.buffer, bytes.byteOffset + start, end + 1 - start))
  bytes[end] = comma
  const isIn =
    isAt(MARK, bytes, end) &&
    bytes.toString('latin1', end + MARK.length, to - END.length) === chain &&
    isAt(END, bytes, to - END.length)
  return isIn ? chain : undefined
}

const isAt = (text: string, bytes: Buffer, at: number): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

const CLOSE = '}'.charCodeAt(0)

/** In hexadecimal. All at once, where Node has that (20.12): it takes a third of the time. */
const sha256: (data: string | Uint8Array) => string =
  'hash' in crypto
    ? (data) => crypto.hash('sha256', data, 'hex')
    : (data) => crypto.createHash('sha256').update(data).digest('hex')

/** The chain that a line says it has. */
export const chainIn = (line: Buffer): string | undefined => {
  const written = line.toString('latin1', Math.max(0, line.length - SEAL_LENGTH))
  return /^,"chain":"([0-9a-f]{64})"\}$/.exec(written)?.[1]
}

import { createHash } from 'node:crypto'

/** What the first line of a journal's first file is chained to. */
export const FIRST = '0'.repeat(64)

const MARK = ',"chain":"'
const END = '"}'
const SEAL_LENGTH = MARK.length + FIRST.length + END.length

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
  const chain = createHash('sha256').update(previous).update(body).digest('hex')
  return { text: body.slice(0, -1) + MARK + chain + END, chain }
}

/**
 * The chain of a line's bytes, if it is the one that follows from them and the line before; otherwise undefined.
 *
 * @param line without its newline
 */
export const unseal = (previous: string, line: Buffer): string | undefined => {
  const at = line.length - SEAL_LENGTH
  if (at < 2) return undefined
  const chain = createHash('sha256').update(previous).update(line.subarray(0, at)).update('}').digest('hex')
  return line.toString('latin1', at) === MARK + chain + END ? chain : undefined
}

/** The chain that a line says it has. */
export const chainIn = (line: Buffer): string | undefined => {
  const written = line.toString('latin1', Math.max(0, line.length - SEAL_LENGTH))
  return /^,"chain":"([0-9a-f]{64})"\}$/.exec(written)?.[1]
}

import { type Either, left, right } from '../../nock/either.js'
import { type Failure, badData, misused } from '../terminal/failure.js'
import { quoted, reason } from '../terminal/terminal.js'

/** What an argument gives, and what messages call the place it comes from. */
export interface Source<A> {
  readonly from: string
  readonly content: A
}

/**
 * The bytes that an argument `@FILE` or `-` (stdin) points to; undefined for an argument that is itself the text.
 * Stdin can be read once.
 */
export const readBytes = async (word: string): Promise<Either<Failure, Source<Uint8Array> | undefined>> => {
  if (word !== '-' && !word.startsWith('@')) return right(undefined)
  if (word === '@') return left(misused('@ wants a file name after it'))
  const from = word === '-' ? 'stdin' : word.slice(1)
  try {
    return right({ from, content: word === '-' ? await readStdin() : await readFile(from) })
  } catch (error) {
    return left(badData(`cannot read ${word === '-' ? 'stdin' : quoted(from)}: ${reason(error)}`))
  }
}

/**
 * The text that an argument is, or points to.
 *
 * @param name what messages call the argument when it is itself the text
 */
export const readText = async (name: string, word: string): Promise<Either<Failure, Source<string>>> => {
  const bytes = await readBytes(word)
  if (bytes._tag === 'Left') return bytes
  if (bytes.right === undefined) return right({ from: name, content: word })
  const { from, content } = bytes.right
  try {
    return right({ from, content: new TextDecoder('utf-8', { fatal: true }).decode(content) })
  } catch {
    return left(badData(`${from} is not UTF-8 text; the bytes of a jam are for runock cue --raw`))
  }
}

// Loaded when it is needed: that takes as long as ten of our own files.
const readFile = async (name: string): Promise<Uint8Array> =>
  (await import('node:fs/promises')).readFile(name)

const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { FIRST, chainIn, unseal } from './chain.js'
import { HEAD, HEAD_START } from './head.js'
import { type Line, decodeLine } from './line.js'
import { plainDecision } from './plain-decision.js'

/** Where a line stands. */
export interface Place {
  readonly file: string
  /** The first is 1. */
  readonly line: number
}

/** What a journal is read to. */
export type Read =
  | { readonly _tag: 'Line'; readonly line: Line; readonly chain: string; readonly place: Place }
  /** The last thing, when a writer was killed in the middle of a line, or is writing it: nothing before it is lost. */
  | { readonly _tag: 'Torn'; readonly place: Place; readonly bytes: number }
  /** The last thing, when the line is not what was written here. What stands behind it was not looked at. */
  | {
      readonly _tag: 'Damaged'
      readonly place: Place
      readonly message: string
      /** It is the first thing, too, and nothing like a journal: somebody named the wrong file. */
      readonly isForeign?: true
    }

/** The most bytes of a line: more than a policy can make on a supervisor's budget, and read in a second or two. */
const LONGEST = 2 ** 22
const CHUNK = 2 ** 20
const NEWLINE = 0x0a
const CARRIAGE_RETURN = 0x0d

/** What is said of a pipe or a directory. */
export const NO_FILE =
  'it is no file; a journal is read by its name, since its FILE.1, FILE.2 … lie beside it'

/**
 * The lines of a journal, in order, each held against the chain; a file at a time and a piece at a time, so in a memory
 * that does not grow with it. Ends with the first damage.
 *
 * @param files as `journalFiles` lists them, the oldest first; the first one's `previous` is taken on trust
 * @param onBytes hears how much was read, for who shows progress
 * @throws what `openSync` and `readSync` throw
 */
export function* readJournal(
  files: readonly string[],
  onBytes: (bytes: number) => void = () => {},
): Generator<Read, void> {
  let chain: string | undefined
  let number: number | undefined
  for (const [i, file] of files.entries()) {
    let line = 0
    for (const piece of pieces(file, onBytes)) {
      line++
      const place = { file, line }
      if (i === 0 && line === 1 && !isLikeJournal(piece)) {
        return yield { _tag: 'Damaged', place, message: NO_JOURNAL, isForeign: true }
      }
      if (piece.bytes.length > LONGEST) {
        return yield { _tag: 'Damaged', place, message: `the line has more than ${LONGEST} bytes` }
      }
      if (!piece.whole && chainIn(piece.bytes) === undefined) {
        const torn = i === files.length - 1 && isTorn(piece.bytes)
        return yield torn
          ? { _tag: 'Torn', place, bytes: piece.bytes.length }
          : { _tag: 'Damaged', place, message: 'the line does not end' }
      }
      const read = line === 1 ? head(piece.bytes, chain, number) : next(piece.bytes, chain!)
      if (E.isLeft(read)) return yield { _tag: 'Damaged', place, message: read.left }
      chain = read.right.chain
      if (read.right.line.line === 'journal') {
        if (line > 1) return yield { _tag: 'Damaged', place, message: 'this line is the first of a file' }
        number = read.right.line.number
      }
      yield { _tag: 'Line', line: read.right.line, chain, place }
    }
    if (line === 0 && i < files.length - 1) {
      return yield { _tag: 'Damaged', place: { file, line: 1 }, message: 'the file is empty' }
    }
  }
}

type Linked = { readonly line: Line; readonly chain: string }

/** A file's first line, which says itself what it follows. */
const head = (
  bytes: Buffer,
  chain: string | undefined,
  number: number | undefined,
): E.Either<string, Linked> => {
  const text = bytes.toString('latin1', 0, 200)
  const claimed = HEAD.exec(text)?.[2]
  if (claimed === undefined) {
    const version = /^\{"line":"journal","version":(\d+),/.exec(text)?.[1]
    return E.left(Number(version) > 1 ? newer(version!) : NO_HEAD)
  }
  const read = next(bytes, chain ?? claimed)
  if (E.isLeft(read)) {
    return chain === undefined || chain === claimed
      ? read
      : E.left(
          'the file does not follow from the one before: lines, or a whole file, are missing between them',
        )
  }
  const { line } = read.right
  if (line.line !== 'journal' || line.previous !== (chain ?? claimed)) return E.left(NO_HEAD)
  if (number !== undefined && line.number !== number + 1) {
    return E.left(`the file is not number ${number + 1} of the journal`)
  }
  if (line.number === 1 && line.previous !== FIRST) return E.left('the first file follows on another')
  return read
}

const NO_JOURNAL = `this is no journal: a file of one starts with ${HEAD_START}`
const NO_HEAD = `the line was changed: it does not start with ${HEAD_START},"version":1,"number":N,"previous":"CHAIN"`
const newer = (version: string): string =>
  `a newer runock wrote this journal: it has version ${version}, and this runock reads version 1`

/** Whether a first line starts like a journal's, as far as it goes. */
const isLikeJournal = ({ bytes, whole }: Piece): boolean => {
  const start = bytes.toString('latin1', 0, HEAD_START.length)
  return whole ? start === HEAD_START : HEAD_START.startsWith(start)
}

const next = (bytes: Buffer, previous: string): E.Either<string, Linked> => {
  const text = bytes.toString('latin1')
  const chain = unseal(previous, bytes, text)
  if (chain === undefined) {
    if (bytes.at(-1) === CARRIAGE_RETURN) return E.left(CONVERTED)
    return E.left(
      chainIn(bytes) === undefined
        ? 'the line was changed: it does not end with its chain'
        : 'the chain is broken: this line was changed, or one before it was removed, or they were reordered',
    )
  }
  const decision = plainDecision(text)
  if (decision !== undefined) return E.right({ line: decision, chain })
  if (!isUtf8(bytes)) return E.left('the line is not UTF-8')
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    return E.left('the line is no JSON')
  }
  const line = decodeLine(value)
  return E.isLeft(line) ? line : E.right({ line: line.right, chain })
}

const CONVERTED =
  "the line ends with CR LF, a journal's with LF: the file was converted on its way; tr -d '\\r' undoes that"

/** Is it the start of a line, and no more than that? Whatever stands behind a whole line was put there. */
const isTorn = (bytes: Buffer): boolean =>
  '{"line":"'.startsWith(bytes.toString('latin1', 0, 9)) &&
  !/,"chain":"[0-9a-f]{64}"\}./s.test(bytes.toString('latin1'))

interface Piece {
  /** A line without its newline. */
  readonly bytes: Buffer
  /** It had one. */
  readonly whole: boolean
}

/** The lines of a file; the last one may have no newline. */
function* pieces(file: string, onBytes: (bytes: number) => void): Generator<Piece> {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK) // so that a FIFO does not wait for a writer
  try {
    const stat = fstatSync(fd)
    if (!stat.isFile()) throw new Error(NO_FILE)
    // one for all: whoever is given a line is done with it when he asks for the next
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, stat.size + 1))
    let rest = Buffer.alloc(0)
    for (;;) {
      const length = readSync(fd, buffer, 0, buffer.length, null)
      if (length === 0) break
      onBytes(length)
      const chunk = buffer.subarray(0, length)
      let from = 0
      for (;;) {
        const end = chunk.indexOf(NEWLINE, from)
        if (end === -1) break
        const part = chunk.subarray(from, end)
        yield { bytes: rest.length === 0 ? part : Buffer.concat([rest, part]), whole: true }
        rest = Buffer.alloc(0)
        from = end + 1
      }
      if (from < length) rest = Buffer.concat([rest, chunk.subarray(from)])
      if (rest.length > LONGEST) break
    }
    if (rest.length > 0) yield { bytes: rest, whole: false }
  } finally {
    closeSync(fd)
  }
}

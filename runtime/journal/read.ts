import { isUtf8 } from 'node:buffer'
import * as E from 'fp-ts/lib/Either.js'
import { FIRST, SEAL_LENGTH, chainIn, unseal, unsealIn } from './chain.js'
import { HEAD, HEAD_START } from './head.js'
import { type Line, decodeLine } from './line.js'
import { LONGEST, Lines } from './lines.js'
import { plainLine } from './plain-line.js'

export { NO_FILE } from './lines.js'

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

const CARRIAGE_RETURN = 0x0d

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
    const isLast = i === files.length - 1
    const lines = new Lines(file, onBytes)
    try {
      let line = 0
      while (lines.next()) {
        const place = { file, line: ++line }
        const read =
          unended(lines, place, i === 0 && line === 1, isLast) ??
          (line === 1 ? head(lines, place, chain, number) : next(lines, place))
        if (read._tag === 'Line' && read.line.line === 'journal') {
          if (line > 1) return yield damaged(place, 'this line is the first of a file')
          number = read.line.number
        }
        yield read
        if (read._tag !== 'Line') return
        chain = read.chain
      }
      if (line === 0 && !isLast) return yield damaged({ file, line: 1 }, 'the file is empty')
    } finally {
      lines.close()
    }
  }
}

const damaged = (place: Place, message: string): Read => ({ _tag: 'Damaged', place, message })

/** What is said of a line without looking into it, if anything. */
const unended = (
  { bytes, from, to, isWhole }: Lines,
  place: Place,
  isFirst: boolean,
  isLast: boolean,
): Read | undefined => {
  if (isFirst && !isLikeJournal(bytes.subarray(from, to), isWhole))
    return { _tag: 'Damaged', place, message: NO_JOURNAL, isForeign: true }
  if (to - from > LONGEST) return damaged(place, `the line has more than ${LONGEST} bytes`)
  if (isWhole) return undefined
  const rest = bytes.subarray(from, to)
  if (chainIn(rest) !== undefined) return undefined
  return isLast && isTorn(rest)
    ? { _tag: 'Torn', place, bytes: rest.length }
    : damaged(place, 'the line does not end')
}

/** A file's first line, which says itself what it follows. */
const head = (lines: Lines, place: Place, chain: string | undefined, number: number | undefined): Read => {
  const text = lines.bytes.toString('latin1', lines.from, Math.min(lines.to, lines.from + 200))
  const claimed = HEAD.exec(text)?.[2]
  if (claimed === undefined) {
    const version = /^\{"line":"journal","version":(\d+),/.exec(text)?.[1]
    return damaged(place, Number(version) > 1 ? newer(version!) : NO_HEAD)
  }
  const read = lineOf(lines, place, unseal(chain ?? claimed, lines.bytes.subarray(lines.from, lines.to)))
  if (read._tag !== 'Line')
    return chain === undefined || chain === claimed ? read : damaged(place, NOT_FOLLOWING)
  const { line } = read
  if (line.line !== 'journal' || line.previous !== (chain ?? claimed)) return damaged(place, NO_HEAD)
  if (number !== undefined && line.number !== number + 1)
    return damaged(place, `the file is not number ${number + 1} of the journal`)
  if (line.number === 1 && line.previous !== FIRST) return damaged(place, 'the first file follows on another')
  return read
}

const NO_JOURNAL = `this is no journal: a file of one starts with ${HEAD_START}`
const NO_HEAD = `the line was changed: it does not start with ${HEAD_START},"version":1,"number":N,"previous":"CHAIN"`
const NOT_FOLLOWING =
  'the file does not follow from the one before: lines, or a whole file, are missing between them'
const newer = (version: string): string =>
  `a newer runock wrote this journal: it has version ${version}, and this runock reads version 1`

/** Whether a first line starts like a journal's, as far as it goes. */
const isLikeJournal = (bytes: Buffer, isWhole: boolean): boolean => {
  const start = bytes.toString('latin1', 0, HEAD_START.length)
  return isWhole ? start === HEAD_START : HEAD_START.startsWith(start)
}

/** A line that stands behind the one that it follows. */
const next = (lines: Lines, place: Place): Read =>
  lineOf(lines, place, unsealIn(lines.bytes, lines.from, lines.to))

const lineOf = ({ bytes, from, to }: Lines, place: Place, chain: string | undefined): Read => {
  if (chain === undefined) return damaged(place, unchained(bytes.subarray(from, to)))
  const line = plainLine(bytes, from, to - SEAL_LENGTH, chain)
  return line === undefined
    ? decoded(bytes.subarray(from, to), place, chain)
    : { _tag: 'Line', line, chain, place }
}

/** Why a line does not have the chain that it should have. */
const unchained = (bytes: Buffer): string => {
  if (bytes.at(-1) === CARRIAGE_RETURN) return CONVERTED
  return chainIn(bytes) === undefined
    ? 'the line was changed: it does not end with its chain'
    : 'the chain is broken: this line was changed, or one before it was removed, or they were reordered'
}

const decoded = (bytes: Buffer, place: Place, chain: string): Read => {
  if (!isUtf8(bytes)) return damaged(place, 'the line is not UTF-8')
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    return damaged(place, 'the line is no JSON')
  }
  const line = decodeLine(value)
  return E.isLeft(line) ? damaged(place, line.left) : { _tag: 'Line', line: line.right, chain, place }
}

const CONVERTED =
  "the line ends with CR LF, a journal's with LF: the file was converted on its way; tr -d '\\r' undoes that"

/** Is it the start of a line, and no more than that? Whatever stands behind a whole line was put there. */
const isTorn = (bytes: Buffer): boolean =>
  '{"line":"'.startsWith(bytes.toString('latin1', 0, 9)) &&
  !/,"chain":"[0-9a-f]{64}"\}./s.test(bytes.toString('latin1'))

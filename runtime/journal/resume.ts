import * as fs from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { FIRST, chainIn, unseal } from './chain.js'
import { journalFiles, numberOf } from './files.js'
import { HEAD, HEAD_START } from './head.js'
import { type End } from './journal.js'

/** Where a journal ends. */
export interface Resumed extends End {
  /** So many bytes stand behind the last whole line: what a killed supervisor left half written. */
  readonly torn: number
  /** The last line is whole, but for its newline. */
  readonly unended: boolean
}

/** Why a journal cannot be gone on with: the file is something else, or its end is not what was written there. */
export type ResumeError =
  | { readonly why: 'other'; readonly message: string }
  | { readonly why: 'damaged'; readonly message: string }

/**
 * Where a journal ends, by its last lines: what stands before them is for `replay` to check. A journal that there is not
 * yet ends before its first line.
 *
 * @param file the path of the one that is being written; those set aside lie beside it
 * @throws what the calls of `node:fs` throw
 */
export const resume = (file: string): E.Either<ResumeError, Resumed> => {
  const files = journalFiles(file)
  const nothing = files.at(-1) === file ? startOf(file) : 0
  if (nothing === undefined) return endOf(file)
  const before = files.filter((one) => one !== file).at(-1)
  const fresh = { size: 0, torn: nothing, unended: false }
  if (before === undefined) return E.right({ number: 1, chain: FIRST, ...fresh })
  const end = endOf(before)
  // what does not follow from the file before, replay will tell
  return E.right(
    E.isRight(end)
      ? { number: end.right.number + 1, chain: end.right.chain, ...fresh }
      : { number: numberOf(before) + 1, chain: FIRST, ...fresh },
  )
}

/** How long a file is that holds no more than the beginning of its first line; undefined when there is more. */
const startOf = (file: string): number | undefined => {
  const { size } = fs.statSync(file)
  if (size > HEAD_MOST) return undefined
  const all = fs.readFileSync(file)
  const isStart = HEAD_START.startsWith(all.toString('latin1', 0, HEAD_START.length))
  return isStart && !all.includes('\n') && chainIn(all) === undefined ? size : undefined
}

const HEAD_MOST = 1_000

const endOf = (file: string): E.Either<ResumeError, Resumed> => {
  const fd = fs.openSync(file, 'r')
  try {
    const stat = fs.fstatSync(fd)
    if (!stat.isFile()) return E.left({ why: 'other', message: `${file} is no file` })
    const head = HEAD.exec(read(fd, 0, Math.min(200, stat.size)).toString('latin1'))
    if (head === null) return E.left(headless(file, read(fd, 0, LINE.length).toString('latin1')))
    const [number, previous] = [Number(head[1]), head[2]!]
    const { line, before, behind } = tail(fd, stat.size)
    const unended = behind.length > 0 && chainIn(behind) !== undefined
    const [last, second] = unended ? [behind, line] : [line, before]
    const chain = last && unseal(second === undefined ? previous : (chainIn(second) ?? ''), last)
    if (chain === undefined) {
      const why = last === undefined ? 'it has no whole line' : 'its last line is not what was written there'
      return E.left({ why: 'damaged', message: `${file}: ${why}` })
    }
    const torn = unended ? 0 : behind.length
    return E.right({ number, chain, size: stat.size - torn, torn, unended })
  } finally {
    fs.closeSync(fd)
  }
}

const LINE = '{"line":"'

/** Of a journal, it may be what is left when somebody has cut off its beginning. */
const headless = (file: string, start: string): ResumeError =>
  start === LINE
    ? { why: 'damaged', message: `${file}: its first line is not there` }
    : { why: 'other', message: `${file} is there, and it is no journal: move it away, or give another name` }

/** The last whole line, the one before, and what stands behind. */
const tail = (
  fd: number,
  size: number,
): { readonly line: Buffer | undefined; readonly before: Buffer | undefined; readonly behind: Buffer } => {
  for (let length = Math.min(size, 2 ** 16); ; length = Math.min(size, 2 * length)) {
    const bytes = read(fd, size - length, length)
    const end = bytes.lastIndexOf('\n')
    const start = end < 1 ? -1 : bytes.lastIndexOf('\n', end - 1)
    const second = start < 1 ? -1 : bytes.lastIndexOf('\n', start - 1)
    if (second === -1 && length < size) continue
    return {
      line: end === -1 ? undefined : bytes.subarray(start + 1, end),
      before: start === -1 ? undefined : bytes.subarray(second + 1, start),
      behind: bytes.subarray(end + 1),
    }
  }
}

const read = (fd: number, from: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  let got = 0
  while (got < length) {
    const more = fs.readSync(fd, bytes, got, length - got, from + got)
    if (more === 0) break
    got += more
  }
  return bytes.subarray(0, got)
}

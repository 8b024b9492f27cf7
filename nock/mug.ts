import { BLOCK, block } from './block.js'
import { knownMug, setMug } from './memo.js'
import { type Atom, type Cell, type Noun } from './noun.js'
import { Words } from './words.js'

export { knownMug } from './memo.js'

/**
 * Urbit's mug, a hash of 31 bits that is never 0. Equal nouns have equal mugs, different nouns very probably
 * different ones; but whoever wants two nouns of the same mug can make them, so a mug finds candidates and `equal`
 * decides. A cell remembers its mug, so that what is shared is hashed once.
 *
 *     mug of an atom a      (mum 0xcafe.babe 0x7fff a)
 *     mug of a cell [p q]   (mum 0xdead.beef 0xfffe (cat 5 (mug p) (mug q)))
 *
 * Source: Hoon's `++mug` and `++mum`, over MurmurHash3_x86_32 (Austin Appleby, in the public domain).
 *
 * @example
 * mug(0) === 2046756072
 */
export const mug = (noun: Noun): number => (typeof noun === 'object' ? mugOfCell(noun, 0) : mugOfAtom(noun))

/** A cell's mug, by recursion as long as the cell is not deep. */
const mugOfCell = (cell: Cell, depth: number): number => {
  const { head, tail, memo } = cell
  if (memo !== 0) {
    const known = knownMug(cell)
    if (known !== 0) return known
  }
  if (depth === DEEPEST) return mugOfDeep(cell)
  if (typeof tail === 'object' && isNeverAsLoaded(tail)) return NOT_FOUND
  // a number first: V8 tells a small integer by the value itself
  const p =
    typeof head === 'number'
      ? mugOfNumber(head)
      : typeof head === 'object'
        ? mugOfCell(head, depth + 1)
        : mugOfWords(head)
  const q =
    typeof tail === 'number'
      ? mugOfNumber(tail)
      : typeof tail === 'object'
        ? mugOfCell(tail, depth + 1)
        : mugOfWords(tail)
  const found = mumOfPair(p, q)
  if (memo === 0) cell.memo = found
  else setMug(cell, found)
  return found
}

/**
 * Loads the first cells of a tail, so that memory brings them while the head is hashed: a tree of 2^20 is done in 0.9 of
 * the time. Never true; but V8 leaves out a load whose value nobody needs.
 */
const isNeverAsLoaded = (tail: Cell): boolean => {
  const { head } = tail
  if (typeof head !== 'object') return tail.memo === NEVER
  const first = head.head
  return (typeof first === 'object' ? first : head).memo === NEVER
}

/** No mug, and no number by which `jam` marks a cell, is ever kept as this. */
const NEVER = -(2 ** 31)

/** How far down {@link mugOfCell} goes. */
const DEEPEST = 100

/** The mug of a cell of any depth. Those above the one that is looked at wait in blocks, the last one in `last`. */
const mugOfDeep = (root: Cell): number => {
  const full: Cell[][] = []
  let last = block<Cell>(16)
  let top = 0
  let cell = root
  for (;;) {
    const { head, tail } = cell
    let next: Cell
    if (typeof head === 'object' && knownMug(head) === 0) next = head
    else if (typeof tail === 'object' && knownMug(tail) === 0) next = tail
    else {
      const found = mumOfPair(
        typeof head === 'object' ? knownMug(head) : mugOfAtom(head),
        typeof tail === 'object' ? knownMug(tail) : mugOfAtom(tail),
      )
      setMug(cell, found)
      if (top === 0) {
        if (full.length === 0) return found
        last = full.pop()!
        top = last.length
      }
      cell = last[--top]!
      continue
    }
    if (top === last.length) {
      full.push(last)
      last = block(Math.min(2 * top, BLOCK))
      top = 0
    }
    last[top++] = cell
    cell = next
  }
}

const ATOM_SEED = 0xcafebabe | 0
const ATOM_OTHERWISE = 0x7fff
const CELL_SEED = 0xdeadbeef | 0
const CELL_OTHERWISE = 0xfffe

const mugOfAtom = (a: Atom): number => (typeof a === 'number' ? mugOfNumber(a) : mugOfWords(a))

/** `| 0` leaves what V8 keeps as a small integer as it is: that is asked sooner than whether it is below 2^32. */
const mugOfNumber = (a: number): number =>
  ((a | 0) === a ? mumOfLast(ATOM_SEED, a, 0) : NOT_FOUND) || mugOfWords(a)

/** Of a cell whose sides have these mugs. */
const mumOfPair = (p: number, q: number): number =>
  mumOfLast(mixIn(CELL_SEED, p), q, 4) || mumOfPairWords(p, q)

/** A `mum` is never 0: it then comes from another seed. */
const NOT_FOUND = 0

const mugOfWords = (a: Atom): number => {
  WORDS.put(a)
  const found = mumOfWords(ATOM_SEED, ATOM_OTHERWISE, WORDS.all, WORDS.length)
  WORDS.clear()
  return found
}

/** Empty but while an atom is hashed. */
const WORDS = new Words()

const mumOfPairWords = (p: number, q: number): number =>
  mumOfWords(CELL_SEED, CELL_OTHERWISE, Uint32Array.of(p, q), 2)

/** How many seeds `mum` tries, each one above the last, until there is one that does not give 0. */
const TRIES = 8

/** `mum` of a key in words, the last of which is not 0. */
const mumOfWords = (seed: number, otherwise: number, all: Uint32Array, length: number): number => {
  const last = length === 0 ? 0 : all[length - 1]!
  const bytes = Math.max(0, 4 * length - 4)
  for (let i = 0; i < TRIES; i++) {
    let h = seed + i
    for (let at = 0; at < length - 1; at++) h = mixIn(h, all[at]!)
    const found = mumOfLast(h, last, bytes)
    if (found !== 0) return found
  }
  return otherwise
}

/** How many bytes a word of 32 bits has, without the zeros on top. */
const byteLength = (word: number): number => (39 - Math.clz32(word)) >> 3

const mixIn = (hash: number, word: number): number => {
  const k = Math.imul(word, 0xcc9e2d51)
  const h = hash ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}

/**
 * What a key's last word, without the zeros on top, makes of the hash of those before it, which have so many bytes. A word
 * of four bytes is mixed in like any other, a shorter one half; then all is stirred, and 32 bits become 31.
 *
 * Written out, since V8 compiles only so much into one function, and {@link mugOfCell} holds this three times.
 */
const mumOfLast = (hash: number, word: number, before: number): number => {
  const k = Math.imul(word, 0xcc9e2d51)
  let h = hash ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  if (word >>> 24 !== 0) h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
  h ^= before + byteLength(word)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  h ^= h >>> 16
  return (h >>> 31) ^ (h & 0x7fffffff)
}

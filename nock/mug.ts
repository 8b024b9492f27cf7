import { bytesOfAtom } from './cord.js'
import { type Atom, type Cell, type Noun } from './noun.js'

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
export const mug = (noun: Noun): number =>
  typeof noun === 'object' ? knownMug(noun) || mugOfCell(noun) : mugOfAtom(noun)

/** A cell's mug if it was asked for before, otherwise 0. */
export const knownMug = ({ memo }: Cell): number => (typeof memo === 'number' ? memo : memo.mug)

const mugOfCell = (root: Cell): number => {
  const pending = [root]
  for (;;) {
    const cell = pending[pending.length - 1]!
    const { head, tail } = cell
    if (typeof head === 'object' && knownMug(head) === 0) pending.push(head)
    else if (typeof tail === 'object' && knownMug(tail) === 0) pending.push(tail)
    else {
      const known = mum(CELL_SEED, CELL_OTHERWISE, mug(head), mug(tail))
      if (typeof cell.memo === 'number') cell.memo = known
      else cell.memo.mug = known
      if (pending.length === 1) return known
      pending.pop()
    }
  }
}

const mugOfAtom = (a: Atom): number => {
  if (typeof a === 'number') return mum(ATOM_SEED, ATOM_OTHERWISE, a >>> 0, Math.floor(a / 0x100000000))
  if (a <= 0xffffffffffffffffn) {
    return mum(ATOM_SEED, ATOM_OTHERWISE, Number(a & 0xffffffffn), Number(a >> 32n))
  }
  return mumOfBytes(ATOM_SEED, ATOM_OTHERWISE, bytesOfAtom(a))
}

const ATOM_SEED = 0xcafebabe
const ATOM_OTHERWISE = 0x7fff
const CELL_SEED = 0xdeadbeef
const CELL_OTHERWISE = 0xfffe

/** How many seeds `mum` tries, each one above the last, until there is one that does not give 0. */
const TRIES = 8

/** `mum` of the key `low + 2^32 * high`, of two words of 32 bits: of a cell, and of nearly every atom. */
const mum = (seed: number, otherwise: number, low: number, high: number): number => {
  const length = high === 0 ? byteLength(low) : 4 + byteLength(high)
  for (let i = 0; i < TRIES; i++) {
    let h = length >= 4 ? mixIn(seed + i, low) : (seed + i) ^ scramble(low)
    h = length === 8 ? mixIn(h, high) : h ^ scramble(high)
    const folded = fold(finish(h, length))
    if (folded !== 0) return folded
  }
  return otherwise
}

/** `mum` of a key of any length, whose last byte is not 0. */
const mumOfBytes = (seed: number, otherwise: number, key: Uint8Array): number => {
  const whole = key.length & ~3
  let rest = 0
  for (let i = key.length - 1; i >= whole; i--) rest = (rest << 8) | key[i]!
  for (let i = 0; i < TRIES; i++) {
    let h = seed + i
    for (let at = 0; at < whole; at += 4) {
      h = mixIn(h, key[at]! | (key[at + 1]! << 8) | (key[at + 2]! << 16) | (key[at + 3]! << 24))
    }
    const folded = fold(finish(h ^ scramble(rest), key.length))
    if (folded !== 0) return folded
  }
  return otherwise
}

/** How many bytes a word of 32 bits has, without the zeros on top. */
const byteLength = (word: number): number => (39 - Math.clz32(word)) >> 3

const mixIn = (hash: number, word: number): number => {
  const h = hash ^ scramble(word)
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}

/** 0 for 0, so that a key without a rest needs no case of its own. */
const scramble = (word: number): number => {
  const k = Math.imul(word, 0xcc9e2d51)
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593)
}

const finish = (hash: number, length: number): number => {
  let h = hash ^ length
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** 32 bits to 31. */
const fold = (hash: number): number => (hash >>> 31) ^ (hash & 0x7fffffff)

import { keepShape } from './keep-shape.js'
import { type Atom } from './noun.js'
import { SHORT, Words, twice } from './words.js'

/**
 * Numbers for nouns, the same for equal ones and only for them (hash-consing): an atom below {@link SMALL} has
 * `~atom`, which is negative; any other atom, and any cell, has the next number from 1 on when it first comes. So a
 * cell is known by the numbers of its two sides, and whether it came before is seen without looking further down.
 */
export class HashCons {
  /** How many numbers there are, those of small atoms apart. */
  count = 0
  /** Of the number n, at 2n and 2n + 1: a cell's head and tail; or {@link WIDE}, and where in `words` the atom is. */
  sides = new Int32Array(1024)
  /** Of each atom that is not small, how many words it has, and then these. */
  readonly words = new Words()
  /** At each number, the cell that first had it for its tail: of many tails the only one, and then all is here. */
  #firsts = new Int32Array(512)
  /** The other numbers and their hashes in pairs, each at its hash or at the next pair that was free; 0 where it is. */
  #table = new Int32Array(1024)
  #inTable = 0
  /** The long atoms that came last and their numbers, so that one that is in many cells is not taken apart for each. */
  readonly #long = [0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n]
  readonly #longNumbers = new Int32Array(8)
  #nextLong = 0

  /** The number of the cell whose head and tail have these. */
  cell(head: number, tail: number): number {
    const { sides } = this
    if (tail > 0) {
      const first = this.#firsts[tail]!
      if (first === 0) {
        const n = this.#next(head, tail)
        this.#firsts[tail] = n
        return n
      }
      if (sides[2 * first] === head) return first
    }
    const table = this.#table
    const hash = pairHash(head, tail)
    let place = (2 * hash) & (table.length - 1)
    for (let n = table[place]!; n !== 0; n = table[place]!) {
      if (table[place + 1] === hash && sides[2 * n] === head && sides[2 * n + 1] === tail) return n
      place = (place + 2) & (table.length - 1)
    }
    return this.#enter(place, hash, head, tail)
  }

  /** The number of an atom of any size. */
  atom(a: Atom): number {
    if (a < SMALL) return ~(a as number)
    if (typeof a === 'number' || a < SHORT) return this.#wide(a)
    // V8 compares two bigints by === digit by digit, even one with itself.
    const known = this.#long.findIndex((long) => Object.is(long, a))
    if (known !== -1) return this.#longNumbers[known]!
    const n = this.#wide(a)
    this.#long[this.#nextLong] = a
    this.#longNumbers[this.#nextLong] = n
    this.#nextLong = (this.#nextLong + 1) % this.#long.length
    return n
  }

  #wide(a: Atom): number {
    const { sides, words } = this
    const start = words.length
    words.room(1)
    words.length++
    words.put(a)
    words.all[start] = words.length - start - 1
    const table = this.#table
    const hash = this.#wordsHash(start)
    let place = (2 * hash) & (table.length - 1)
    for (let n = table[place]!; n !== 0; n = table[place]!) {
      if (table[place + 1] === hash && sides[2 * n] === WIDE && this.#sameWords(sides[2 * n + 1]!, start)) {
        words.length = start
        return n
      }
      place = (place + 2) & (table.length - 1)
    }
    return this.#enter(place, hash, WIDE, start)
  }

  #next(left: number, right: number): number {
    const n = ++this.count
    if (n === this.#firsts.length) {
      this.sides = twice(this.sides)
      this.#firsts = twice(this.#firsts)
    }
    this.sides[2 * n] = left
    this.sides[2 * n + 1] = right
    return n
  }

  #enter(place: number, hash: number, left: number, right: number): number {
    const n = this.#next(left, right)
    this.#table[place] = n
    this.#table[place + 1] = hash
    if (4 * ++this.#inTable > this.#table.length) this.#grow()
    return n
  }

  #grow(): void {
    const table = this.#table
    const larger = new Int32Array(2 * table.length)
    for (let i = 0; i < table.length; i += 2) {
      if (table[i] === 0) continue
      const hash = table[i + 1]!
      let place = (2 * hash) & (larger.length - 1)
      while (larger[place] !== 0) place = (place + 2) & (larger.length - 1)
      larger[place] = table[i]!
      larger[place + 1] = hash
    }
    this.#table = larger
  }

  #wordsHash(at: number): number {
    const { all } = this.words
    let hash = SEED
    for (let i = at + all[at]!; i > at; i--) hash = mix(hash, all[i]!)
    return hash
  }

  #sameWords(a: number, b: number): boolean {
    const { all } = this.words
    const count = all[a]!
    for (let i = 0; i <= count; i++) if (all[a + i] !== all[b + i]) return false
    return true
  }
}

/** An atom below it is its own number, turned round. */
export const SMALL = 2 ** 31 - 1

/** In the place of a cell's head where there is no cell, but an atom. No noun has this number. */
export const WIDE = -(2 ** 31)

// Who could make up nouns that all have one hash could make a table slow. So nobody knows which these are.
const SEED = Math.floor(Math.random() * 2 ** 32) | 0
const MULTIPLIER = Math.floor(Math.random() * 2 ** 32) | 1

const mix = (hash: number, word: number): number => {
  const h = Math.imul(hash ^ word, MULTIPLIER)
  return h ^ (h >>> 15)
}

const pairHash = (head: number, tail: number): number => mix(mix(SEED, head), tail)

/** A hash of a word that is another one in each process. */
export const wordHash = (word: number): number => mix(SEED, word)

keepShape(new HashCons())

import { type Atom, cord } from '../../nock/index.js'

/** Of ASCII: as a string, and as a cord. */
export interface Word {
  readonly text: string
  readonly atom: Atom
  readonly bytes: Uint8Array
}

/** So many words are remembered. */
const MOST = 2 ** 14

/** Remembers words that were read, so that one is made out of its bytes once, and not wherever it stands. */
export class Words {
  private readonly known = new Map<number, Word>()

  /**
   * The word that stands here.
   *
   * @param hash of these bytes, any
   */
  read(bytes: Buffer, from: number, to: number, hash: number): Word {
    const known = this.known.get(hash)
    if (known !== undefined && isHere(known.bytes, bytes, from, to)) return known
    if (this.known.size === MOST) this.known.clear()
    const text = bytes.toString('latin1', from, to)
    const word = { text, atom: cord(text), bytes: Uint8Array.from(bytes.subarray(from, to)) }
    this.known.set(hash, word)
    return word
  }
}

const isHere = (word: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean => {
  if (word.length !== to - from) return false
  for (let i = 0; i < word.length; i++) if (word[i] !== bytes[from + i]) return false
  return true
}

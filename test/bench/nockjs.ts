import * as untyped from '@urbit/nockjs'
import { type Cell, type Noun } from '../../nock/index.js'

export type NockjsNoun = NockjsAtom | NockjsCell

export interface NockjsAtom {
  readonly number: bigint
  equals(other: NockjsNoun): boolean
  mug(): number
}

export interface NockjsCell {
  readonly head: NockjsNoun
  readonly tail: NockjsNoun
  equals(other: NockjsNoun): boolean
  mug(): number
}

/** What we use of it: its own declarations leave out the files' endings, and say nothing to TypeScript's `nodenext`. */
interface Nockjs {
  readonly Atom: new (number: bigint) => NockjsAtom
  readonly Cell: new (head: NockjsNoun, tail: NockjsNoun) => NockjsCell
  readonly jam: (noun: NockjsNoun) => NockjsAtom
  readonly cue_bytes: (jammed: DataView) => NockjsNoun
}

export const nockjs = untyped as unknown as Nockjs

/** A noun as one of @urbit/nockjs, which shares what the noun shares; what is nested to the left is not deep. */
export const toNockjs = (noun: Noun, made = new Map<Cell, NockjsNoun>()): NockjsNoun => {
  const above: Cell[] = []
  let rest = noun
  for (; typeof rest === 'object' && !made.has(rest); rest = rest.tail) above.push(rest)
  let theirs: NockjsNoun = typeof rest === 'object' ? made.get(rest)! : new nockjs.Atom(BigInt(rest))
  for (const cell of above.reverse()) {
    theirs = new nockjs.Cell(toNockjs(cell.head, made), theirs)
    made.set(cell, theirs)
  }
  return theirs
}

/** Are they the same noun? What was found to be is not looked at twice: a noun may share very much. */
export const isSameNockjs = (
  noun: Noun,
  theirs: NockjsNoun,
  found = new Map<Cell, NockjsNoun>(),
): boolean => {
  let [one, other] = [noun, theirs]
  for (; typeof one === 'object' && 'head' in other; one = one.tail, other = other.tail) {
    if (found.get(one) === other) return true
    found.set(one, other) // if it is not, the answer is no all the same
    if (!isSameNockjs(one.head, other.head, found)) return false
  }
  return typeof one !== 'object' && 'number' in other && other.number === BigInt(one)
}

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Noun } from '../../nock/index.js'
import { packageRoot } from '../../runtime/package.js'

// `naive.mjs` is the founder's own yardstick, as it was given: a naive compiler of formulas to JavaScript. It is no
// part of the program, and not of the build either, so that it runs as it stands.

export type NaiveNoun = number | NaiveCell

export interface NaiveCell {
  readonly h: NaiveNoun
  t: NaiveNoun
}

export interface Naive {
  readonly Cell: new (h: NaiveNoun, t: NaiveNoun) => NaiveCell
  /** Brackets must all be there: `[1 2 3]` is read, `[1 2] 3` is not. */
  parse(text: string): NaiveNoun
  run(subject: NaiveNoun, formula: NaiveNoun): NaiveNoun
}

export const loadNaive = async (): Promise<Naive> =>
  (await import(pathToFileURL(join(packageRoot(), 'test/bench/naive.mjs')).href)) as Naive

/** A noun as one of the naive compiler's; a list may be of any length, what is nested to the left is not deep. */
export const toNaive = (naive: Naive, noun: Noun): NaiveNoun => {
  const heads: NaiveNoun[] = []
  let rest = noun
  for (; typeof rest === 'object'; rest = rest.tail) heads.push(toNaive(naive, rest.head))
  if (typeof rest !== 'number') throw new RangeError('the naive compiler has small atoms only')
  return heads.reduceRight<NaiveNoun>((tail, head) => new naive.Cell(head, tail), rest)
}

/** Are they the same noun? */
export const isSame = (noun: Noun, naive: NaiveNoun): boolean => {
  let [one, other] = [noun, naive]
  for (; typeof one === 'object' && typeof other === 'object'; one = one.tail, other = other.t) {
    if (!isSame(one.head, other.h)) return false
  }
  return one === other
}

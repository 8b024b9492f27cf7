import { type Atom, type Noun, atom, increment, isAtom, isCell, list } from '../../nock/noun.js'
import { parseNoun } from '../../nock/parse.js'

/** A formula that loops or recurses, and what it does, computed directly. */
export interface Program {
  readonly text: string
  readonly formula: Noun
  /** The product on this subject; on one that the program is not meant for, anything. */
  readonly direct: (subject: Noun) => Noun
}

/** The noun of a text that is known to be good. */
export const noun = (text: string): Noun => {
  const parsed = parseNoun(text)
  if (parsed._tag === 'Left') throw new Error(`no noun: ${text}`)
  return parsed.right
}

const program = (text: string, direct: (subject: Noun) => Noun): Program => ({
  text,
  formula: noun(text),
  direct,
})

/** The items of a list; of anything else, the heads along its tails. */
export const items = (noun: Noun): Noun[] => {
  const found: Noun[] = []
  for (let rest = noun; isCell(rest); rest = rest.tail) found.push(rest.head)
  return found
}

const number = (noun: Noun): bigint => (isCell(noun) ? 0n : BigInt(noun))

const two = (noun: Noun): [Noun, Noun] => (isCell(noun) ? [noun.head, noun.tail] : [noun, 0])

const less = (n: Noun): Atom => (number(n) === 0n ? 0 : atom(number(n) - 1n))

const plus = (a: Noun, b: Noun): Atom => atom(number(a) + number(b))

const fibonacci = (n: Noun): Atom => {
  let [a, b] = [0n, 1n]
  for (let i = 0; i < number(n); i++) [a, b] = [b, a + b]
  return atom(a)
}

const ackermann = (m: bigint, n: bigint): bigint =>
  m === 0n ? n + 1n : n === 0n ? ackermann(m - 1n, 1n) : ackermann(m - 1n, ackermann(m, n - 1n))

/** `[n-1 n-2 ... 0 0]` */
export const countdown = (n: number): Noun => list(Array.from({ length: n }, (_, i) => n - 1 - i))

/** Subject a, a > 0: a - 1, counting up. */
export const D = program('[8 [1 0] 8 [1 6 [5 [0 7] 4 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 9 2 0 1]', less)

/** Subject [a b]: a + b, in a steps. */
export const A = program(
  '[8 [1 0] 8 [1 6 [5 [0 6] 0 14] [0 15] 9 2 [0 2] [4 0 6] [0 14] 4 0 15] 9 2 0 1]',
  (subject) => plus(...two(subject)),
)

/** Subject n: the n-th Fibonacci number, two calls deep in each other. */
export const FIB = program(
  `[8 [1 6 [5 [1 0] 0 3] [1 0] 6 [5 [1 1] 0 3] [1 1] 8 [7 [0 3] ${D.text}]
    7 [[9 2 [0 6] 7 [0 2] ${D.text}] 9 2 [0 6] 0 2] ${A.text}] 9 2 0 1]`,
  fibonacci,
)

/** Subject [m n]: Ackermann's function, a call in a call's argument. */
export const ACK = program(
  `[8 [1 6 [5 [1 0] 0 6] [4 0 7] 6 [5 [1 0] 0 7] [9 2 [0 2] [7 [0 6] ${D.text}] 1 1]
    9 2 [0 2] [7 [0 6] ${D.text}] 9 2 [0 2] [0 6] 7 [0 7] ${D.text}] 9 2 0 1]`,
  (subject) => {
    const [m, n] = two(subject)
    return atom(ackermann(number(m), number(n)))
  },
)

/** Subject n: the list [n-1 n-2 ... 0 0]. */
export const BUILD = program(
  '[8 [1 0 0] 8 [1 6 [5 [0 12] 0 7] [0 13] 9 2 [0 2] [[4 0 12] [0 12] 0 13] 0 7] 9 2 0 1]',
  (subject) => countdown(Number(number(subject))),
)

/** Subject a list: reversed. */
export const REV = program('[8 [1 0] 8 [1 6 [3 0 7] [9 2 [0 2] [[0 14] 0 6] 0 15] 0 6] 9 2 0 1]', (subject) =>
  list(items(subject).reverse()),
)

/** Subject a list: its length, tail-recursive. */
export const LEN = program(
  '[8 [1 0] 8 [1 6 [3 0 7] [9 2 [0 2] [4 0 6] 0 15] 0 6] 9 2 0 1]',
  (subject) => items(subject).length,
)

/** Subject a list of atoms: their sum. */
export const SUM = program(
  `[8 [1 0] 8 [1 6 [3 0 7] [9 2 [0 2] [7 [[0 14] 0 6] ${A.text}] 0 15] 0 6] 9 2 0 1]`,
  (subject) => items(subject).reduce<Atom>(plus, 0),
)

/** Subject a list: its length, as deep as the list is long. */
export const LENDEEP = program('[8 [1 6 [3 0 3] [4 9 2 [0 2] 0 7] 1 0] 9 2 0 1]', LEN.direct)

/** Subject a list: the list again, as deep as it is long. */
export const COPYDEEP = program('[8 [1 6 [3 0 3] [[0 6] 9 2 [0 2] 0 7] 1 0] 9 2 0 1]', (subject) =>
  list(items(subject)),
)

/** Subject a, a > 0: a - 1, recursing by rule 2. */
export const EVAL2 = program(
  '[8 [1 6 [5 [0 7] 4 0 6] [0 6] 2 [[0 2] [4 0 6] 0 7] 0 2] 7 [[0 2] [1 0] 0 3] 2 [0 1] 0 2]',
  less,
)

/** Subject n: whether n is even, by two arms that call each other through rule 9; core [[even odd] i n]. */
export const EVEN = program(
  `[9 4 [1 [6 [5 [0 6] 0 7] [1 0] 9 5 [0 2] [4 0 6] 0 7]
            6 [5 [0 6] 0 7] [1 1] 9 4 [0 2] [4 0 6] 0 7] [1 0] 0 1]`,
  (subject) => Number(number(subject) % 2n),
)

/** The same with one call through rule 9 and one through rule 2. */
export const EVEN2 = program(
  `[9 4 [1 [6 [5 [0 6] 0 7] [1 0] 2 [[0 2] [4 0 6] 0 7] 0 5]
            6 [5 [0 6] 0 7] [1 1] 9 4 [0 2] [4 0 6] 0 7] [1 0] 0 1]`,
  EVEN.direct,
)

/** The same with one arm's name: each call exchanges the two arms by rule 10 first. */
export const SWAP = program(
  `[9 4 [1 [6 [5 [0 6] 0 7] [1 0] 9 4 10 [2 [0 5] 0 4] 10 [6 4 0 6] 0 1]
            6 [5 [0 6] 0 7] [1 1] 9 4 10 [2 [0 5] 0 4] 10 [6 4 0 6] 0 1] [1 0] 0 1]`,
  EVEN.direct,
)

/** Subject n: n + 1, by a gate [battery sample context] whose sample is edited and then called, as Hoon does. */
export const GATE = program('[8 [1 [4 0 6] 0 0] 9 2 10 [6 0 3] 0 2]', (subject) =>
  isAtom(subject) ? increment(subject) : 0,
)

/** Subject [from to]: how often from is to be incremented to come to be to. */
export const COUNT = program(
  '[8 [1 0] 8 [1 6 [5 [0 14] 0 15] [0 6] 9 2 [0 2] [4 0 6] [4 0 14] 0 15] 9 2 0 1]',
  (subject) => {
    const [from, to] = two(subject)
    return atom(number(to) - number(from))
  },
)

/** Subject n: n, by two arms that call each other through rule 9, as deep as that. */
export const EVENDEEP = program(
  `[9 4 [1 [6 [5 [0 6] 0 7] [1 0] 4 9 5 [0 2] [4 0 6] 0 7]
            6 [5 [0 6] 0 7] [1 0] 4 9 4 [0 2] [4 0 6] 0 7] [1 0] 0 1]`,
  (subject) => subject as Atom,
)

/** The same with one call through rule 9 and one through rule 2. */
export const EVENDEEP2 = program(
  `[9 4 [1 [6 [5 [0 6] 0 7] [1 0] 4 2 [[0 2] [4 0 6] 0 7] 0 5]
            6 [5 [0 6] 0 7] [1 0] 4 9 4 [0 2] [4 0 6] 0 7] [1 0] 0 1]`,
  EVENDEEP.direct,
)

import { type Atom, Cell, type Noun, increment } from '../../nock/index.js'

// What the formulas do, written by hand over the same nouns: the same algorithms, which can only count up, with the
// checks that somebody careful would write. An atom is a number or, from 2^53 on, a bigint.

const NO_ATOM = 'a cell where an atom is due'

/** D: a - 1, counting up to it. */
export const decrement = (a: Noun): Atom => {
  if (typeof a === 'number') {
    if (a === 0) throw new RangeError('nothing is below 0')
    let below = 0
    while (below + 1 !== a) below++
    return below
  }
  if (typeof a === 'object') throw new TypeError(NO_ATOM)
  let below: Atom = 0
  for (let above = increment(below); above !== a; above = increment(above)) below = above
  return below
}

/** A: a + b, in a steps. */
export const add = (a: Noun, b: Noun): Atom => {
  if (typeof a === 'object' || typeof b === 'object') throw new TypeError(NO_ATOM)
  if (typeof a === 'number' && typeof b === 'number' && a + b <= Number.MAX_SAFE_INTEGER) {
    let total = b
    for (let steps = 0; steps !== a; steps++) total++
    return total
  }
  let total = b
  for (let steps: Atom = 0; steps !== a; steps = increment(steps)) total = increment(total)
  return total
}

/** FIB: the n-th Fibonacci number, by two calls. */
export const fibonacci = (n: Noun): Atom => {
  if (n === 0 || n === 1) return n
  const less = decrement(n)
  return add(fibonacci(decrement(less)), fibonacci(less))
}

/** ACK: Ackermann's function of [m n]. */
export const ackermann = (subject: Noun): Atom => {
  if (typeof subject !== 'object') throw new TypeError('an atom where a cell is due')
  return ackermannOf(subject.head, subject.tail)
}

const ackermannOf = (m: Noun, n: Noun): Atom => {
  let [above, below] = [m, n]
  for (;;) {
    if (typeof below === 'object') throw new TypeError(NO_ATOM)
    if (above === 0) return increment(below)
    const next = decrement(above)
    below = below === 0 ? 1 : ackermannOf(above, decrement(below))
    above = next
  }
}

/** BUILD: the list [n-1 n-2 ... 0 0]. */
export const build = (n: Noun): Noun => {
  if (typeof n !== 'number') throw new TypeError('no such list fits into memory')
  let list: Noun = 0
  for (let i = 0; i !== n; i++) list = new Cell(i, list)
  return list
}

/** REV: a list reversed. */
export const reverse = (list: Noun): Noun => {
  let reversed: Noun = 0
  for (let rest = list; typeof rest === 'object'; rest = rest.tail) reversed = new Cell(rest.head, reversed)
  return reversed
}

/** LEN: a list's length. */
export const length = (list: Noun): Atom => {
  let items = 0
  for (let rest = list; typeof rest === 'object'; rest = rest.tail) items++
  return items
}

/** SUM: the sum of a list of atoms, each added in as many steps. */
export const sum = (list: Noun): Atom => {
  let total: Atom = 0
  for (let rest = list; typeof rest === 'object'; rest = rest.tail) total = add(rest.head, total)
  return total
}

/** LENDEEP where the stack does: a list's length, by recursion. */
export const lengthRecursive = (list: Noun): number =>
  typeof list === 'object' ? lengthRecursive(list.tail) + 1 : 0

/** LENDEEP at any depth: what waits for the rest of the list stands on a stack of its own. */
export const lengthDeep = (list: Noun): Atom => {
  const waiting: Cell[] = []
  for (let rest = list; typeof rest === 'object'; rest = rest.tail) waiting.push(rest)
  let items = 0
  for (; waiting.length > 0; waiting.pop()) items++
  return items
}

/** COPYDEEP: a list again, from its end, what waits for the rest of it on a stack of its own. */
export const copyDeep = (list: Noun): Noun => {
  const waiting: Noun[] = []
  for (let rest = list; typeof rest === 'object'; rest = rest.tail) waiting.push(rest.head)
  let copy: Noun = 0
  while (waiting.length > 0) copy = new Cell(waiting.pop()!, copy)
  return copy
}

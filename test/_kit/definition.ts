import { type Atom, type Noun, atom, cell, isAtom, isCell } from '../../nock/noun.js'

/** What a formula comes to: its product, no product, or not known with this much fuel. */
export type Defined = Value | 'crash' | 'fuel'

export interface Value {
  readonly value: Noun
}

/**
 * The definition of Nock 4K, line by line as it is printed, rules 6 to 11 as their expansions: slow, recursive,
 * for small cases only, and with nothing of the interpreters in it. They fold these rules into shorter ones; this
 * shows that they may.
 *
 * @param fuel how many times `*` is applied before giving up
 * @example
 * definition(41, cell(4, 0, 1)) // { value: 42 }
 */
export const definition = (subject: Noun, formula: Noun, fuel = 2000): Defined => {
  let left = fuel

  const tar = (a: Noun, formula: Noun): Noun => {
    if (left-- <= 0) throw FUEL
    const [op, arg] = pair(formula)
    // *[a [b c] d]        [*[a b c] *[a d]]
    if (isCell(op)) return cell(tar(a, op), tar(a, arg))
    switch (op) {
      // *[a 0 b]          /[b a]
      case 0:
        return fas(arg, a)
      // *[a 1 b]          b
      case 1:
        return arg
      // *[a 2 b c]        *[*[a b] *[a c]]
      case 2: {
        const [b, c] = pair(arg)
        return tar(tar(a, b), tar(a, c))
      }
      // *[a 3 b]          ?*[a b]
      case 3:
        return wut(tar(a, arg))
      // *[a 4 b]          +*[a b]
      case 4:
        return lus(tar(a, arg))
      // *[a 5 b c]        =[*[a b] *[a c]]
      case 5: {
        const [b, c] = pair(arg)
        return tis(tar(a, b), tar(a, c))
      }
      // *[a 6 b c d]      *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
      case 6: {
        const [b, [c, d]] = triple(arg)
        return tar(a, tar(cell(c, d), cell(0, tar(cell(2, 3), cell(0, tar(a, cell(4, 4, b)))))))
      }
      // *[a 7 b c]        *[*[a b] c]
      case 7: {
        const [b, c] = pair(arg)
        return tar(tar(a, b), c)
      }
      // *[a 8 b c]        *[[*[a b] a] c]
      case 8: {
        const [b, c] = pair(arg)
        return tar(cell(tar(a, b), a), c)
      }
      // *[a 9 b c]        *[*[a c] 2 [0 1] 0 b]
      case 9: {
        const [b, c] = pair(arg)
        return tar(tar(a, c), cell(2, cell(0, 1), 0, b))
      }
      // *[a 10 [b c] d]   #[b *[a c] *[a d]]
      case 10: {
        const [bc, d] = pair(arg)
        const [b, c] = pair(bc)
        return hax(b, tar(a, c), tar(a, d))
      }
      // *[a 11 [b c] d]   *[[*[a c] *[a d]] 0 3]
      // *[a 11 b c]       *[a c]
      case 11: {
        const [b, c] = pair(arg)
        return isCell(b) ? tar(cell(tar(a, b.tail), tar(a, c)), cell(0, 3)) : tar(a, c)
      }
      // *a                *a
      default:
        throw CRASH
    }
  }

  try {
    return { value: tar(subject, formula) }
  } catch (why) {
    if (why === CRASH) return 'crash'
    if (why === FUEL) return 'fuel'
    throw why
  }
}

const CRASH = Symbol('crash')
const FUEL = Symbol('fuel')

// ?[a b]              0
// ?a                  1
const wut = (a: Noun): Noun => (isCell(a) ? 0 : 1)

// +[a b]              +[a b]
// +a                  1 + a
const lus = (a: Noun): Noun => {
  if (isCell(a)) throw CRASH
  return atom(1n + BigInt(a))
}

// =[a a]              0
// =[a b]              1
const tis = (a: Noun, b: Noun): Noun => (same(a, b) ? 0 : 1)

const same = (a: Noun, b: Noun): boolean =>
  a === b || (isCell(a) && isCell(b) && same(a.head, b.head) && same(a.tail, b.tail))

// /[1 a]              a
// /[2 a b]            a
// /[3 a b]            b
// /[(a + a) b]        /[2 /[a b]]
// /[(a + a + 1) b]    /[3 /[a b]]
// /a                  /a
const fas = (axis: Noun, b: Noun): Noun => {
  if (isCell(axis) || axis === 0) throw CRASH // /[0 b] would be /[2 /[0 b]]
  if (axis === 1) return b
  if (axis === 2) return pair(b)[0]
  if (axis === 3) return pair(b)[1]
  const { half, odd } = halve(axis)
  return fas(odd ? 3 : 2, fas(half, b))
}

// #[1 a b]            a
// #[(a + a) b c]      #[a [b /[(a + a + 1) c]] c]
// #[(a + a + 1) b c]  #[a [/[(a + a) c] b] c]
// #a                  #a
const hax = (axis: Noun, b: Noun, c: Noun): Noun => {
  if (isCell(axis) || axis === 0) throw CRASH // #[0 b c] would be #[0 [b /[1 c]] c]
  if (axis === 1) return b
  const { half, odd } = halve(axis)
  const other = fas(atom(BigInt(axis) ^ 1n), c)
  return hax(half, odd ? cell(other, b) : cell(b, other), c)
}

const halve = (axis: Atom): { half: Atom; odd: boolean } => {
  const n = BigInt(axis)
  return { half: atom(n / 2n), odd: n % 2n === 1n }
}

/** Where the definition has two nouns and there is an atom, no line of it applies. */
const pair = (noun: Noun): [Noun, Noun] => {
  if (isAtom(noun)) throw CRASH
  return [noun.head, noun.tail]
}

const triple = (noun: Noun): [Noun, [Noun, Noun]] => {
  const [a, rest] = pair(noun)
  return [a, pair(rest)]
}

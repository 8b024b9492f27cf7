/**
 * A whole number worked out of a function's numbers: a sum of products. Two are the same number for all values if they
 * have the same key (quotients apart, which are taken as they are).
 */
export interface Polynomial {
  readonly kind: 'polynomial'
  /** By the keys of what is multiplied; nothing is 0. */
  readonly terms: ReadonlyMap<string, Term>
  readonly key: string
}

/** `times * of[0] * of[1] * …` */
export interface Term {
  readonly times: bigint
  readonly of: readonly Variable[]
}

/**
 * A natural number that is not known yet: an argument of the function, a quotient of two, rounded down, or a power of a
 * number that is known.
 */
export type Variable = Argument | Quotient | Power

export interface Argument {
  readonly kind: 'argument'
  readonly index: number
  readonly key: string
}

export interface Quotient {
  readonly kind: 'quotient'
  readonly over: Polynomial
  readonly under: Polynomial
  readonly key: string
}

export interface Power {
  readonly kind: 'power'
  readonly base: bigint
  readonly exponent: Polynomial
  readonly key: string
}

const polynomial = (all: readonly Term[]): Polynomial => {
  const terms = new Map<string, Term>()
  for (const { times, of } of all) {
    const key = of.map((variable) => variable.key).join('*')
    const sum = (terms.get(key)?.times ?? 0n) + times
    if (sum === 0n) terms.delete(key)
    else terms.set(key, { times: sum, of })
  }
  const key = [...terms]
    .map(([name, { times }]) => `${times}*${name}`)
    .sort()
    .join('+')
  if (key.length > LONGEST) throw TOO_LONG
  return { kind: 'polynomial', terms, key }
}

/** What is longer than this, written out, is not worth working out. */
const LONGEST = 500

/** Thrown where a polynomial grows too long. */
export const TOO_LONG = Symbol('too long')

export const number = (n: number | bigint): Polynomial => polynomial([{ times: BigInt(n), of: [] }])

export const variable = (of: Variable): Polynomial => polynomial([{ times: 1n, of: [of] }])

/** An argument of the function, counted from the left. */
export const argument = (index: number): Polynomial => variable({ kind: 'argument', index, key: `p${index}` })

/** `over / under`, rounded down. Both must be natural numbers where it is used, and `under` not 0. */
export const quotient = (over: Polynomial, under: Polynomial): Polynomial =>
  under.key === ONE.key
    ? over
    : variable({ kind: 'quotient', over, under, key: `(${over.key})/(${under.key})` })

/** `base` to the `exponent`, a natural number where it is used. */
export const power = (base: bigint, exponent: Polynomial): Polynomial =>
  base === 1n ? ONE : variable({ kind: 'power', base, exponent, key: `${base}^(${exponent.key})` })

export const plus = (a: Polynomial, b: Polynomial): Polynomial =>
  polynomial([...a.terms.values(), ...b.terms.values()])

export const times = (a: Polynomial, b: Polynomial): Polynomial =>
  polynomial(
    [...a.terms.values()].flatMap((x) =>
      [...b.terms.values()].map((y) => ({
        times: x.times * y.times,
        of: [...x.of, ...y.of].sort((one, other) => (one.key < other.key ? -1 : 1)),
      })),
    ),
  )

export const minus = (a: Polynomial, b: Polynomial): Polynomial => plus(a, times(number(-1), b))

export const ZERO = number(0)
export const ONE = number(1)

/** The same with something else for each argument. */
export const substituted = (into: Polynomial, parts: readonly Polynomial[]): Polynomial => {
  const put = (one: Variable): Polynomial => {
    switch (one.kind) {
      case 'argument':
        return parts[one.index]!
      case 'quotient':
        return quotient(substituted(one.over, parts), substituted(one.under, parts))
      case 'power':
        return power(one.base, substituted(one.exponent, parts))
    }
  }
  return [...into.terms.values()]
    .map(({ times: n, of }) => of.map(put).reduce(times, number(n)))
    .reduce(plus, ZERO)
}

/** What does not depend on any variable: the number itself, if it is all there is. */
export const constantOf = ({ terms }: Polynomial): bigint | undefined =>
  terms.size === 0 ? 0n : terms.size === 1 ? terms.get('')?.times : undefined

/** `[times, plus]` where it is `times * of + plus`. */
export const lineOf = (value: Polynomial, of: Polynomial): readonly [bigint, bigint] | undefined => {
  const by = value.terms.get(of.key.slice(2))?.times ?? 0n
  const rest = constantOf(minus(value, times(number(by), of)))
  return rest === undefined ? undefined : [by, rest]
}

/** The argument, if it is that alone. */
export const argumentOf = ({ terms }: Polynomial): number | undefined => {
  const [only, ...others] = terms.values()
  const one = only?.of[0]
  return others.length === 0 && only?.times === 1n && only.of.length === 1 && one?.kind === 'argument'
    ? one.index
    : undefined
}

/** The arguments that it depends on. */
export const argumentsOf = ({ terms }: Polynomial): readonly number[] =>
  [...terms.values()].flatMap(({ of }) => of.flatMap(argumentsIn))

const argumentsIn = (one: Variable): readonly number[] => {
  switch (one.kind) {
    case 'argument':
      return [one.index]
    case 'quotient':
      return [...argumentsOf(one.over), ...argumentsOf(one.under)]
    case 'power':
      return argumentsOf(one.exponent)
  }
}

/** Its smallest value, if that is plain: every variable is 0 or more. */
export const least = (of: Polynomial): bigint | undefined => bound(of, (times) => times > 0n)

/** Its largest value, if that is plain. */
export const most = (of: Polynomial): bigint | undefined => bound(of, (times) => times < 0n)

const bound = ({ terms }: Polynomial, fits: (times: bigint) => boolean): bigint | undefined =>
  [...terms].every(([key, { times }]) => key === '' || fits(times)) ? (terms.get('')?.times ?? 0n) : undefined

import { type Shape, type Way, parameters, shapeAt } from '../shape.js'
import { type Constants } from '../writer.js'
import { type Choice, type Decision, type Value } from './decision.js'
import { type Polynomial, type Term, type Variable, argumentOf } from './polynomial.js'
import { type Summary } from './summary.js'

/** Numbers below this are worked with as JavaScript's own: a sum of a few of them is exact. */
const SMALL = 2 ** 50

/** What is plain to work out with numbers below that: so many of them in a sum, each so often. */
const PLAIN = 3n

export interface Closing {
  readonly head: readonly string[]
  readonly wide: readonly string[]
}

/** Of a loop that must be gone through. */
export const OPEN: Closing = { head: [], wide: [] }

/**
 * The lines at the head of a loop's function that give its product without a turn, where they can; and a function for
 * numbers of any size, that answers undefined where they cannot.
 *
 * @param shape the function's own; the summary may have looked further
 */
export const closing = (name: string, shape: Shape, summary: Summary, constants: Constants): Closing => {
  const taken: string[] = []
  const names = parameters(shape).flatMap(([way], i) => takenApart(summary.shape, way, `p${i}`, taken))
  const atoms = [...summary.atoms].map((index) => names[index]!)
  const narrow = isPlain(summary.decision)
    ? [
        `if (${atoms.map((one) => `typeof ${one} === 'number' && ${one} < ${SMALL}`).join(' && ')}) {`,
        ...new Narrow(names, constants).lines(summary.decision),
        '}',
      ]
    : []
  return {
    head: [
      'counting: {',
      ...taken,
      ...narrow,
      `if (${atoms.map((one) => `typeof ${one} !== 'object'`).join(' && ')}) {`,
      `const product = wide_${name}(${names.join(', ')})`,
      'if (product !== undefined) return product',
      '} }',
    ],
    wide: [
      `function wide_${name}(${names.join(', ')}) {`,
      ...atoms.map((one) => `const ${big(one)} = BigInt(${one})`),
      // a number that JavaScript has no room for
      'try {',
      ...new Wide(names, constants).lines(summary.decision),
      '} catch (thrown) { if (!(thrown instanceof RangeError)) throw thrown }',
      '}',
    ],
  }
}

/** The names of the parts at a way, and the lines that take them out. */
const takenApart = (shape: Shape, way: Way, name: string, lines: string[]): readonly string[] => {
  const part = shapeAt(shape, way)
  if (part?.kind !== 'pair') return [name]
  lines.push(`if (typeof ${name} !== 'object') break counting`)
  lines.push(`const ${name}h = ${name}.head, ${name}t = ${name}.tail`)
  return [
    ...takenApart(shape, way + '0', name + 'h', lines),
    ...takenApart(shape, way + '1', name + 't', lines),
  ]
}

const big = (name: string): string => `b${name}`

/** Writes a decision as JavaScript: where it is not known, it goes on behind. */
abstract class Text {
  readonly names: readonly string[]
  readonly #constants: Constants

  constructor(names: readonly string[], constants: Constants) {
    this.names = names
    this.#constants = constants
  }

  abstract number(of: Polynomial): string
  abstract test(test: Choice['test']): string
  abstract product(of: Polynomial): string
  abstract returning(product: string, value: Value): string

  lines(decision: Decision): readonly string[] {
    switch (decision.kind) {
      case 'product':
        return [this.returning(this.noun(decision.value), decision.value)]
      case 'choice': {
        const [yes, no] = [this.lines(decision.yes), this.lines(decision.no)]
        const test = this.test(decision.test)
        if (no.length === 0) return [`if (${test}) {`, ...yes, '}']
        if (yes.length === 0) return [`if (!(${test})) {`, ...no, '}']
        return [`if (${test}) {`, ...yes, '} else {', ...no, '}']
      }
      default:
        return []
    }
  }

  noun(value: Value): string {
    if (value.kind === 'constant') return this.#constants.name(value.noun)
    if (value.kind === 'pair') return `new Cell(${this.noun(value.head)}, ${this.noun(value.tail)})`
    const index = argumentOf(value)
    return index === undefined ? this.product(value) : this.names[index]!
  }

  /** `times * a * b`, without its sign. */
  term({ times, of }: Term, suffix: string, variable: (one: Variable) => string): string {
    const size = times < 0n ? -times : times
    const factors = of.map(variable)
    if (size !== 1n || factors.length === 0) factors.unshift(`${size}${suffix}`)
    return factors.join(' * ')
  }
}

/** With JavaScript's numbers: whatever is taken away goes to the other side of a comparison. */
class Narrow extends Text {
  number(of: Polynomial): string {
    const [more, less] = this.#sides(of)
    return less === '0' ? `(${more})` : `(${more} - (${less}))`
  }

  test({ is, of }: Choice['test']): string {
    const [more, less] = this.#sides(of)
    return `${more} ${is === '=' ? '===' : '>'} ${less}`
  }

  product(of: Polynomial): string {
    return this.number(of)
  }

  returning(product: string, value: Value): string {
    // a product of two numbers may be too large to be exact
    return value.kind === 'polynomial' && !isLinear(value)
      ? `const n = ${product}; if (n <= ${Number.MAX_SAFE_INTEGER}) return n`
      : `return ${product}`
  }

  #sides({ terms }: Polynomial): readonly [string, string] {
    const side = (fits: (term: Term) => boolean): string =>
      [...terms.values()]
        .filter(fits)
        .map((term) => this.term(term, '', (one) => this.#variable(one)))
        .join(' + ') || '0'
    return [side(({ times }) => times > 0n), side(({ times }) => times < 0n)]
  }

  #variable(one: Variable): string {
    switch (one.kind) {
      case 'argument':
        return this.names[one.index]!
      case 'quotient':
        return `Math.floor(${this.number(one.over)} / ${this.number(one.under)})`
      case 'power':
        return `${one.base} ** ${this.number(one.exponent)}`
    }
  }
}

/** With numbers of any size. */
class Wide extends Text {
  number({ terms }: Polynomial): string {
    const sum = [...terms.values()].map(
      (term) => `${term.times < 0n ? '- ' : '+ '}${this.term(term, 'n', (one) => this.#variable(one))}`,
    )
    return `(0n ${sum.join(' ')})`
  }

  test({ is, of }: Choice['test']): string {
    return `${this.number(of)} ${is === '=' ? '===' : '>'} 0n`
  }

  product(of: Polynomial): string {
    return `atom(${this.number(of)})`
  }

  returning(product: string): string {
    return `return ${product}`
  }

  #variable(one: Variable): string {
    switch (one.kind) {
      case 'argument':
        return big(this.names[one.index]!)
      case 'quotient':
        return `(${this.number(one.over)} / ${this.number(one.under)})`
      case 'power':
        return `${one.base}n ** ${this.number(one.exponent)}`
    }
  }
}

/** Is it exact, all the way, with numbers below {@link SMALL}? */
const isPlain = (decision: Decision): boolean => {
  switch (decision.kind) {
    case 'choice':
      return isLinear(decision.test.of) && isPlain(decision.yes) && isPlain(decision.no)
    case 'product':
      return isPlainValue(decision.value)
    default:
      return true
  }
}

const isPlainValue = (value: Value): boolean => {
  if (value.kind === 'constant') return true
  if (value.kind === 'pair')
    return [value.head, value.tail].every((side) =>
      side.kind === 'polynomial' ? isLinear(side) : isPlainValue(side),
    )
  // where nothing is taken away, a sum that is exact has exact parts
  return (
    isLinear(value) ||
    [...value.terms.values()].every(({ times, of }) => times > 0n && of.every(isPlainVariable))
  )
}

const isLinear = ({ terms }: Polynomial): boolean => {
  let times = 0n
  for (const [key, term] of terms) {
    const size = term.times < 0n ? -term.times : term.times
    if (key === '') {
      if (size >= SMALL / 4) return false
      continue
    }
    times += size
    if (term.of.length > 1 || !term.of.every(isPlainVariable)) return false
    if (term.of[0]!.kind === 'power') return false
  }
  return times <= PLAIN
}

const isPlainVariable = (one: Variable): boolean => {
  switch (one.kind) {
    case 'argument':
      return true
    case 'quotient':
      return isLinear(one.over) && isLinear(one.under)
    case 'power':
      // an exact power is less than 2^53, and what is not is told by its size
      return one.base === 2n && isLinear(one.exponent)
  }
}

import { type Noun } from '../../noun.js'
import {
  Facts,
  type Named,
  type Sort,
  type Truth,
  type Value,
  cellsOf,
  isSmall,
  named,
  sortOfNoun,
} from './value.js'
import { type Pair, type Way, constant } from './shape.js'

/** What a unit's functions refer to, each under a name: `k0`, `k1`, … */
export class Constants {
  readonly values: unknown[] = []
  readonly #names = new Map<unknown, string>()

  name(value: unknown): string {
    let name = this.#names.get(value)
    if (name === undefined) this.#names.set(value, (name = `k${this.values.push(value) - 1}`))
    return name
  }
}

/** Writes the JavaScript of one function: values become expressions, and variables where they are needed twice. */
export class Writer {
  lines: string[] = []
  readonly #constants: Constants
  /** Is more to be done with the product before the function returns? See `modulo.ts`. */
  readonly #waits: boolean
  #variables = 0

  constructor(constants: Constants, waits: boolean) {
    this.#constants = constants
    this.#waits = waits
  }

  /** The end of a function. */
  returning(product: string): string {
    return this.#waits ? `{ product = ${product}; break turn }` : `return ${product}`
  }

  /** How many variables it has, which tells how much of JavaScript's stack it takes. */
  get variables(): number {
    return this.#variables
  }

  line(text: string): void {
    this.lines.push(text)
  }

  /** The lines that `write` writes, kept aside. */
  aside<A>(write: () => A): readonly [A, string[]] {
    const outer = this.lines
    this.lines = []
    const answer = write()
    const lines = this.lines
    this.lines = outer
    return [answer, lines]
  }

  variable(): string {
    return `v${this.#variables++}`
  }

  /** A variable that holds what the expression gives. */
  let(expression: string, sort: Sort, way?: Way): Named {
    const name = this.variable()
    this.line(`const ${name} = ${expression}`)
    return named(name, sort, way)
  }

  constant(value: unknown): string {
    return this.#constants.name(value)
  }

  noun(noun: Noun): string {
    return typeof noun === 'number' ? String(noun) : this.constant(noun)
  }

  /** An expression for a value, whose cells are made now if they were not before. */
  made(value: Value, facts: Facts): string {
    switch (value.kind) {
      case 'constant':
        return this.noun(value.noun)
      case 'named':
        return value.name
      case 'truth':
        return this.let(`${value.test} ? 0 : 1`, 'loobean').name
      case 'pair': {
        const known = facts.cellOf(value)
        if (known !== undefined) return known
        const head = this.made(value.head, facts)
        const { name } = this.let(`new Cell(${head}, ${this.made(value.tail, facts)})`, 'cell')
        facts.made(value, name)
        return name
      }
    }
  }

  /** An expression for a value, on a way out of the function: nothing is made unless it goes there. */
  later(value: Value, facts: Facts): string {
    switch (value.kind) {
      case 'truth':
        return `(${value.test} ? 0 : 1)`
      case 'pair':
        if (cellsOf(value) > MOST_LATER) return this.made(value, facts)
        return (
          facts.cellOf(value) ??
          `new Cell(${this.later(value.head, facts)}, ${this.later(value.tail, facts)})`
        )
      default:
        return this.made(value, facts)
    }
  }

  /** A test of whether two nouns are the same. */
  equal(a: Value, b: Value, facts: Facts): Value {
    if (a === b) return constant(0)
    const [x, y] = [sortOf(a, facts), sortOf(b, facts)]
    if (x !== 'any' && y !== 'any' && (x === 'cell') !== (y === 'cell')) return constant(1)
    if (a.kind === 'pair' && b.kind === 'pair' && Math.min(cellsOf(a), cellsOf(b)) <= MOST_LATER)
      return this.#both(a, b, facts)
    const [one, other] = [this.made(a, facts), this.made(b, facts)]
    const same = `${one} === ${other}`
    // atoms are one object only where they are one number, and what is no atom is none
    if (x !== 'any' && x !== 'cell') return { kind: 'truth', test: same, tells: tell(b, x) }
    if (y !== 'any' && y !== 'cell') return { kind: 'truth', test: same, tells: tell(a, y) }
    return { kind: 'truth', test: `(${same} || equal(${one}, ${other}))` }
  }

  #both(a: Pair<Value>, b: Pair<Value>, facts: Facts): Value {
    const heads = this.equal(a.head, b.head, facts)
    const tails = this.equal(a.tail, b.tail, facts)
    if (heads.kind === 'constant') return heads.noun === 0 ? tails : heads
    if (tails.kind === 'constant') return tails.noun === 0 ? heads : tails
    return { kind: 'truth', test: `(${(heads as Truth).test} && ${(tails as Truth).test})` }
  }
}

/** Of more cells than this, written out, are made in their place: what shares its parts is not written out again and again. */
const MOST_LATER = 64

/** Where the test succeeds, the value is of this sort. */
const tell = (value: Value, sort: Sort): Truth['tells'] =>
  value.kind === 'named' && isSmall(sort) ? [value, 'small', undefined] : undefined

/** What is known of a value's noun. */
export const sortOf = (value: Value, facts: Facts): Sort => {
  switch (value.kind) {
    case 'constant':
      return sortOfNoun(value.noun)
    case 'pair':
      return 'cell'
    case 'truth':
      return 'loobean'
    case 'named':
      return facts.sortOf(value)
  }
}

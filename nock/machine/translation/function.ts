import { type Atom, type Noun } from '../../noun.js'
import { type Code, type Jetted } from '../code.js'
import * as op from '../operations.js'
import { type Closing, OPEN, closing } from './counting/text.js'
import { Calls } from './calls.js'
import { join } from './join.js'
import { Parts } from './parts.js'
import { type Shape, type Way, constant, pair, parameters } from './shape.js'
import { type State, next } from './state.js'
import { type Spec, type Unit } from './unit.js'
import { Facts, type Named, type Sort, type Truth, type Value, named } from './value.js'
import { Writer, sortOf } from './writer.js'

/** How deep JavaScript's stack may become, in bytes as far as we can tell; a megabyte is usual. */
const DEEP = 400_000

/**
 * Writes one function, by evaluating the code on what is known of its subject: operation by operation, with values for
 * nouns. A cell is made only where somebody looks at it; a test whose outcome is known leaves one branch. On
 * whatever is unusual (a crash above all) the function leaves before the operation, and the machine does it.
 */
export class Body {
  readonly #spec: Spec
  readonly #unit: Unit
  readonly #code: Code
  readonly #out: Writer
  readonly #parts: Parts
  readonly #calls: Calls

  constructor(spec: Spec, unit: Unit) {
    this.#spec = spec
    this.#unit = unit
    this.#code = spec.code
    this.#out = new Writer(unit.constants, spec.modulo !== undefined)
    this.#parts = new Parts(spec, unit, this.#out)
    this.#calls = new Calls(spec, unit, this.#out, this.#parts)
  }

  write(): string {
    const { name, shape } = this.#spec
    const modulo = this.#spec.modulo !== undefined
    const args = parameters(shape)
    const a = this.#subject(shape, new Map(args.map(([way], i) => [way, `p${i}`])))
    const [, body] = this.#out.aside(() =>
      this.#run({ place: 0, a, stack: [], facts: new Facts(), steps: 0, nouns: 0 }, undefined, undefined),
    )
    const subject = this.#out.later(a, new Facts())
    const { head, wide } = this.#closing()
    const deep = `if (d > ${DEEP}) return callAgain(${this.#out.constant(this.#code)}, ${subject})`
    return [
      `const w${name} = ${150 + 8 * (this.#out.variables + args.length)}`,
      `function ${name}(d${args.map((_, i) => `, p${i}`).join('')}) {`,
      ...(this.#calls.deepen ? [deep] : []),
      ...head,
      ...(this.#calls.loop || modulo ? this.#calls.turns(body) : body),
      '}',
      ...wide,
    ].join('\n')
  }

  /** What a loop that only counts comes to; a budget is for every turn. */
  #closing(): Closing {
    if (!this.#calls.recur || this.#unit.counts) return OPEN
    const summary = this.#unit.counting.summary(this.#code, this.#spec.shape)
    return summary.closed ? closing(this.#spec.name, this.#spec.shape, summary, this.#unit.constants) : OPEN
  }

  #subject(shape: Shape, names: ReadonlyMap<Way, string>, way: Way = ''): Value {
    switch (shape.kind) {
      case 'constant':
        return shape
      case 'pair':
        return pair(this.#subject(shape.head, names, way + '0'), this.#subject(shape.tail, names, way + '1'))
      default:
        return named(names.get(way)!, shape.kind, way)
    }
  }

  /**
   * Goes on up to the place `until`, or to the end of the yes branch whose no branch starts at `no`. Undefined
   * where the function ends.
   */
  #run(state: State, until: number | undefined, no: number | undefined): State | undefined {
    const { operations, constants } = this.#code
    for (;;) {
      const { place, stack, facts } = state
      if (place === until) return state
      const operation = operations[place]!
      const operand = operations[place + 1]!
      const top = stack[stack.length - 1]!
      const below = stack[stack.length - 2]!
      const rest = stack.slice(0, -1)
      if (operation <= op.LAST_REDUCTION) state.steps++
      switch (operation) {
        case op.AXIS:
        case op.BIG_AXIS: {
          const axis = operation === op.AXIS ? operand : (constants[operand] as Atom)
          const part = this.#parts.part(axis, state.a, state)
          if (part === undefined) return undefined
          next(state, 2, [...stack, part])
          continue
        }
        case op.CONST:
          next(state, 2, [...stack, constant(constants[operand] as Noun)])
          continue
        case op.CONS:
          state.nouns++
          next(state, 1, [...stack.slice(0, -2), pair(below, top)])
          continue
        case op.IS_CELL:
          next(state, 1, [...rest, isCellOf(top, facts)])
          continue
        case op.INCREMENT: {
          const above = this.#parts.increment(top, state)
          if (above === undefined) return undefined
          next(state, 1, [...rest, above])
          continue
        }
        case op.EQUAL:
          next(state, 1, [...stack.slice(0, -2), this.#out.equal(below, top, facts)])
          continue
        case op.TEST:
          if (!this.#test(state, operand)) return undefined
          continue
        case op.JUMP:
          state.place = operand
          if (place + 2 === no) return state
          continue
        case op.INTO:
          next(state, 1, [...rest, state.a], top)
          continue
        case op.INTO_TAIL:
          next(state, 1, rest, top)
          continue
        case op.PUSH:
          state.nouns++
          next(state, 1, [...rest, state.a], pair(top, state.a))
          continue
        case op.PUSH_TAIL:
          state.nouns++
          next(state, 1, rest, pair(top, state.a))
          continue
        case op.BACK:
          next(state, 1, [...stack.slice(0, -2), top], below)
          continue
        case op.EDIT: {
          const edited = this.#parts.edit(constants[operand] as Atom, below, top, state)
          if (edited === undefined) return undefined
          next(state, 2, [...stack.slice(0, -2), edited])
          continue
        }
        case op.DROP:
          next(state, 1, rest)
          continue
        case op.JET:
        case op.JET_TAIL: {
          const product = this.#jet(constants[operand] as Jetted, state)
          next(state, 2, [...stack, product])
          continue
        }
        case op.RETURN:
          this.#out.lines.push(...this.#parts.charges(state))
          this.#out.line(this.#out.returning(this.#out.made(top, facts)))
          return undefined
        case op.CRASH:
          return this.#parts.leave(state)
        case op.NOCK:
        case op.NOCK_TAIL:
          if (!this.#calls.call(below, top, state, stack.slice(0, -2), 1, operation === op.NOCK_TAIL))
            return undefined
          continue
        case op.CALL:
        case op.CALL_TAIL: {
          const arm = this.#parts.part(constants[operand] as Atom, top, state)
          if (arm === undefined) return undefined
          if (!this.#calls.call(top, arm, state, rest, 2, operation === op.CALL_TAIL)) return undefined
          continue
        }
        case op.ENTER:
        case op.ENTER_TAIL: {
          const inner = constant(constants[operand] as Noun)
          if (!this.#calls.call(state.a, inner, state, stack, 2, operation === op.ENTER_TAIL))
            return undefined
          continue
        }
      }
    }
  }

  /** Goes on behind a test, in one of its branches or behind both; false where the function ended in both. */
  #test(state: State, no: number): boolean {
    const top = state.stack[state.stack.length - 1]!
    const rest = state.stack.slice(0, -1)
    const sort = sortOf(top, state.facts)
    if (top.kind === 'constant' && (top.noun === 0 || top.noun === 1)) {
      next(state, 2, rest)
      if (top.noun === 1) state.place = no
      return true
    }
    if (sort === 'cell' || top.kind === 'constant') {
      this.#parts.leave(state)
      return false
    }
    if (top.kind === 'named' && sort !== 'loobean') {
      this.#out.line(`if (${top.name} !== 0 && ${top.name} !== 1) ${this.#parts.leaving(state)}`)
    }
    const test = top.kind === 'truth' ? top.test : `${this.#out.made(top, state.facts)} === 0`
    const [of, ifYes, ifNo] = top.kind === 'truth' && top.tells !== undefined ? top.tells : []
    const branch = (place: number, sort: Sort | undefined): State => {
      const facts = new Facts(state.facts)
      if (of !== undefined && sort !== undefined) facts.learn(of, sort)
      return { ...state, place, stack: rest, facts }
    }
    const [yes, yesLines] = this.#out.aside(() => this.#run(branch(state.place + 2, ifYes), undefined, no))
    if (yes === undefined) {
      this.#out.line(`if (${test}) {`)
      this.#out.lines.push(...yesLines, '}')
      Object.assign(state, branch(no, ifNo))
      return true
    }
    const [not, noLines] = this.#out.aside(() => this.#run(branch(no, ifNo), yes.place, undefined))
    if (not === undefined) {
      this.#out.line(`if (!(${test})) {`)
      this.#out.lines.push(...noLines, '}', ...yesLines)
      Object.assign(state, yes)
      return true
    }
    const [product, intoYes, intoNo] = join(this.#out, yes, not)
    this.#out.line(`if (${test}) {`)
    this.#out.lines.push(...yesLines, ...intoYes, ...this.#parts.charges(yes))
    this.#out.lines.push('} else {', ...noLines, ...intoNo, ...this.#parts.charges(not), '}')
    state.place = yes.place
    state.stack = [...rest, product]
    state.steps = 0
    state.nouns = 0
    return true
  }

  #jet(jetted: Jetted, state: State): Value {
    const subject = this.#out.made(state.a, state.facts)
    const product = this.#out.let(`${this.#out.constant(jetted.jet)}.run(${subject})`, 'any')
    this.#out.line(`if (${product.name} === undefined) ${this.#parts.leaving(state)}`)
    return product
  }
}

/** `?value` */
const isCellOf = (value: Value, facts: Facts): Value => {
  const sort = sortOf(value, facts)
  if (sort !== 'any') return constant(sort === 'cell' ? 0 : 1)
  const of = value as Named
  return {
    kind: 'truth',
    test: `typeof ${of.name} === 'object'`,
    tells: [of, 'cell', 'atom'],
  } satisfies Truth
}

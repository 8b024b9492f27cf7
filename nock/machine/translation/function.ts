import { type Atom, type Cell, type Noun } from '../../noun.js'
import { codeOf } from '../cache.js'
import { type Code, type Jetted } from '../code.js'
import * as op from '../operations.js'
import { type Closing, OPEN, closing } from './counting/text.js'
import { join } from './join.js'
import { looksAtSubject } from './liveness.js'
import { moduloAt } from './modulo.js'
import { Parts } from './parts.js'
import { type Shape, type Way, constant, pair, parameters } from './shape.js'
import { type State, next } from './state.js'
import { type Spec, type Unit } from './unit.js'
import { Facts, type Named, type Sort, type Truth, type Value, named } from './value.js'
import { Writer, sortOf } from './writer.js'

/** How deep JavaScript's stack may become, in bytes as far as we can tell; a megabyte is usual. */
const DEEP = 400_000

/** What a call takes besides, whose callee is looked up. */
const DYNAMIC = 800

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
  /** Does it call itself in its own place? Then it is a loop. */
  #loops = false
  /** Does it call itself at all? */
  #recurs = false
  /** Does it call what stands on it? Then it must look at the depth. */
  #calls = false

  constructor(spec: Spec, unit: Unit) {
    this.#spec = spec
    this.#unit = unit
    this.#code = spec.code
    this.#out = new Writer(unit.constants, spec.modulo !== undefined)
    this.#parts = new Parts(spec, unit, this.#out)
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
      ...(this.#calls ? [deep] : []),
      ...head,
      ...(this.#loops || modulo ? this.#turns(body) : body),
      '}',
      ...wide,
    ].join('\n')
  }

  /** What a loop that only counts comes to; a budget is for every turn. */
  #closing(): Closing {
    if (!this.#recurs || this.#unit.counts) return OPEN
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
          this.#out.line(this.#out.returning(this.#out.made(top, facts)))
          return undefined
        case op.CRASH:
          return this.#parts.leave(state)
        case op.NOCK:
        case op.NOCK_TAIL:
          if (!this.#call(below, top, state, stack.slice(0, -2), 1, operation === op.NOCK_TAIL))
            return undefined
          continue
        case op.CALL:
        case op.CALL_TAIL: {
          const arm = this.#parts.part(constants[operand] as Atom, top, state)
          if (arm === undefined) return undefined
          if (!this.#call(top, arm, state, rest, 2, operation === op.CALL_TAIL)) return undefined
          continue
        }
        case op.ENTER:
        case op.ENTER_TAIL: {
          const inner = constant(constants[operand] as Noun)
          if (!this.#call(state.a, inner, state, stack, 2, operation === op.ENTER_TAIL)) return undefined
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
    this.#out.lines.push(...yesLines, ...intoYes, '} else {', ...noLines, ...intoNo, '}')
    state.place = yes.place
    state.stack = [...rest, product]
    state.steps = Math.min(yes.steps, not.steps)
    state.nouns = Math.min(yes.nouns, not.nouns)
    return true
  }

  #jet(jetted: Jetted, state: State): Value {
    const subject = this.#out.made(state.a, state.facts)
    const product = this.#out.let(`${this.#out.constant(jetted.jet)}.run(${subject})`, 'any')
    this.#out.line(`if (${product.name} === undefined) ${this.#parts.leaving(state)}`)
    return product
  }

  /** `*[subject formula]`: false where the function ended with it. */
  #call(
    subject: Value,
    formula: Value,
    state: State,
    rest: readonly Value[],
    size: number,
    tail: boolean,
  ): boolean {
    if (formula.kind === 'truth' || (formula.kind === 'constant' && typeof formula.noun !== 'object')) {
      this.#parts.leave(state)
      return false
    }
    if (this.#unit.counts) {
      const charges = `(budget.steps -= ${state.steps}) < 0 || (budget.nouns -= ${state.nouns}) < 0`
      this.#out.line(`if (${charges}) ${this.#parts.leaving(state)}`)
      state.steps = 0
      state.nouns = 0
    }
    const plain = this.#unit.counts ? undefined : this.#unit.plain(this.#code, subject, formula)
    if (plain !== undefined) {
      if (tail) this.#out.line(this.#out.returning(this.#out.made(plain, state.facts)))
      else next(state, size, [...rest, plain])
      return !tail
    }
    const made = this.#callee(subject, formula, state, rest, size, tail)
    if (made === undefined) return false
    if (tail) {
      this.#out.line(this.#out.returning(made))
      return false
    }
    const product = this.#out.let(made, 'any')
    const after = state.place + size
    // a crash for a budget names the subject
    const a = this.#unit.counts || looksAtSubject(this.#code, after) ? state.a : constant(0)
    const nouns = [...rest, a].map((value) => this.#out.later(value, state.facts))
    const site = this.#parts.site(after, nouns.length)
    this.#out.line(`if (${product.name} === UNWOUND) {`)
    this.#out.line(`sites.push(${site})`)
    this.#out.line(`nouns.push(${nouns.join(', ')})`)
    this.#out.line(`${this.#out.returning('UNWOUND')} }`)
    next(state, size, [...rest, product])
    return true
  }

  /** The call as an expression; undefined where it was the loop's next turn, or the formula can be none. */
  #callee(
    subject: Value,
    formula: Value,
    state: State,
    rest: readonly Value[],
    size: number,
    tail: boolean,
  ): string | undefined {
    const { facts } = state
    const depth = `d + w${this.#spec.name}`
    if (formula.kind === 'constant') {
      const code = codeOf(formula.noun as Cell, this.#code.jets)
      const callee = this.#unit.callee(this.#spec, code, subject, facts)
      if (callee !== undefined) {
        const args = parameters(callee.shape).map(([way]) => {
          let part = subject
          for (const turn of way) part = this.#parts.side(part, turn === '1' ? 'tail' : 'head', state)!
          return this.#out.made(part, facts)
        })
        if (callee === this.#spec) {
          this.#recurs = true
          if (tail || this.#waits(state, rest, size)) return this.#again(args)
        }
        this.#calls = true
        return `${callee.name}(${[depth, ...args].join(', ')})`
      }
      this.#calls = true
      return `enter(${depth} + ${DYNAMIC}, ${this.#out.constant(code)}, ${this.#out.made(subject, facts)})`
    }
    if (formula.kind === 'named' && formula.way !== undefined) this.#spec.wants.add(formula.way)
    const name = this.#out.made(formula, facts)
    const sort = sortOf(formula, facts)
    if (sort === 'any') this.#out.line(`if (typeof ${name} !== 'object') ${this.#parts.leaving(state)}`)
    else if (sort !== 'cell') return this.#parts.leave(state)
    this.#calls = true
    return `call(${depth} + ${DYNAMIC}, ${name}, ${this.#out.made(subject, facts)})`
  }

  /** Does the function wait for a call of itself without a stack? What is to be done with the product is kept. */
  #waits({ place, facts }: State, rest: readonly Value[], size: number): boolean {
    const modulo = this.#unit.counts ? undefined : moduloAt(this.#code, place + size, rest.length)
    if (modulo === undefined) return false
    this.#spec.modulo ??= modulo
    if (this.#spec.modulo.from !== modulo.from) return false
    if (modulo.does === 'increment') {
      this.#out.line(`more += ${modulo.times}`)
      return true
    }
    const made = rest.map((value) => this.#out.made(value, facts))
    const cells = made.map(() => this.#out.variable())
    for (let i = made.length - 1; i >= 0; i--)
      this.#out.line(`const ${cells[i]} = new Cell(${made[i]}, ${cells[i + 1] ?? 0})`)
    this.#out.line(`if (first === undefined) first = ${cells[0]}; else last.tail = ${cells[0]}`)
    this.#out.line(`last = ${cells[cells.length - 1]}`)
    return true
  }

  /** The turns, and what is done with the product of the last one where more is to be done. */
  #turns(body: readonly string[]): readonly string[] {
    const { modulo } = this.#spec
    if (modulo === undefined) return ['for (;;) {', ...body, '}']
    const waiting = this.#parts.site(modulo.from, (modulo.does === 'cons' ? modulo.times : 0) + 1)
    const returning = this.#parts.site(modulo.to, 2)
    const args = `${waiting}, ${returning}, ${modulo.times}, product`
    return [
      modulo.does === 'cons' ? 'let product, first, last' : 'let product, more = 0',
      'for (;;) {',
      'turn: {',
      ...body,
      '}',
      ...(modulo.does === 'cons'
        ? [
            'if (first === undefined) return product',
            `if (product === UNWOUND) return waitForTails(${waiting}, ${modulo.times}, first)`,
            'last.tail = product',
            'return first',
          ]
        : [
            'if (more === 0) return product',
            `if (typeof product === 'number' && product <= ${Number.MAX_SAFE_INTEGER} - more) return product + more`,
            `return incremented(${args}, more)`,
          ]),
      '}',
    ]
  }

  #again(args: readonly string[]): undefined {
    this.#loops = true
    const changed = args
      .map((arg, i) => [`p${i}` as string, arg] as const)
      .filter(([name, arg]) => name !== arg)
    const names = new Set(changed.map(([name]) => name))
    // all are worked out before the first is set
    const [early, late] = [
      changed.filter(([, arg]) => names.has(arg)),
      changed.filter(([, arg]) => !names.has(arg)),
    ]
    const kept = early.map(([name, arg]) => [name, this.#out.let(arg, 'any').name] as const)
    for (const [name, arg] of [...late, ...kept]) this.#out.line(`${name} = ${arg}`)
    this.#out.line('continue')
    return undefined
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

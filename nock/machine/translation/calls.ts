import { type Cell } from '../../noun.js'
import { codeOf } from '../cache.js'
import { type Code } from '../code.js'
import { looksAtSubject } from './liveness.js'
import { moduloAt } from './modulo.js'
import { type Parts } from './parts.js'
import { constant, parameters } from './shape.js'
import { type State, next } from './state.js'
import { type Spec, type Unit } from './unit.js'
import { type Value } from './value.js'
import { type Writer, sortOf } from './writer.js'

/** What a call takes besides of JavaScript's stack, whose callee is looked up. */
const DYNAMIC = 800

/** Writes calls: of functions of the unit, of the function itself, and of what is only known when it is called. */
export class Calls {
  readonly #spec: Spec
  readonly #unit: Unit
  readonly #code: Code
  readonly #out: Writer
  readonly #parts: Parts
  /** Does it call itself in its own place? Then it is a loop. */
  loop = false
  /** Does it call itself at all? */
  recur = false
  /** Does it call what stands on it? Then it must look at the depth. */
  deepen = false

  constructor(spec: Spec, unit: Unit, out: Writer, parts: Parts) {
    this.#spec = spec
    this.#unit = unit
    this.#code = spec.code
    this.#out = out
    this.#parts = parts
  }

  /** `*[subject formula]`: false where the function ended with it. */
  call(
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
          this.recur = true
          if (tail || this.#waits(state, rest, size)) return this.#again(args)
        }
        this.deepen = true
        return `${callee.name}(${[depth, ...args].join(', ')})`
      }
      this.deepen = true
      return `enter(${depth} + ${DYNAMIC}, ${this.#out.constant(code)}, ${this.#out.made(subject, facts)})`
    }
    if (formula.kind === 'named' && formula.way !== undefined) this.#spec.wants.add(formula.way)
    const name = this.#out.made(formula, facts)
    const sort = sortOf(formula, facts)
    if (sort === 'any') this.#out.line(`if (typeof ${name} !== 'object') ${this.#parts.leaving(state)}`)
    else if (sort !== 'cell') return this.#parts.leave(state)
    this.deepen = true
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
  turns(body: readonly string[]): readonly string[] {
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
    this.loop = true
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

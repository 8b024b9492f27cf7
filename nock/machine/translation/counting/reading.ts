import { type Atom, type Noun } from '../../../noun.js'
import { codeOf } from '../../cache.js'
import { type Code } from '../../code.js'
import * as op from '../../operations.js'
import { type Shape, alike, pair, parameters } from '../shape.js'
import { cellsOf } from '../value.js'
import {
  type After,
  type Decision,
  type Facts,
  type Value,
  NOTHING_AFTER,
  UNKNOWN,
  decided,
  followed,
  applied,
} from './decision.js'
import { closed } from './loop.js'
import {
  type Polynomial,
  ONE,
  ZERO,
  argument,
  argumentsOf,
  constantOf,
  lineOf,
  minus,
  plus,
} from './polynomial.js'
import { type Summaries, type Summary, nothing } from './summary.js'
import { LookedInto, editOf, meets, nounValue, numbersOf, partOf, shapeOf, valueOf } from './values.js'

/** More operations than this are not worth a look, nor values of so many cells. */
const OPERATIONS = 2_000
export const CELLS = 128

interface State {
  readonly place: number
  readonly a: Value
  readonly stack: readonly Value[]
  readonly facts: Facts
}

/** Evaluates a code on numbers that are not known yet. */
export class Reading {
  readonly #counting: Summaries
  readonly #code: Code
  readonly #shape: Shape
  readonly #atoms = new Set<number>()
  /** Must every product be a loobean? */
  #loobean = false
  /** Must every product be a number? */
  #number = false
  #operations = 0

  constructor(counting: Summaries, code: Code, shape: Shape) {
    this.#counting = counting
    this.#code = code
    this.#shape = shape
  }

  summary(): Summary {
    const a = valueOf(this.#shape)
    const decision = this.#run({ place: 0, a, stack: [], facts: new Map() })
    const whole = loops(decision) ? closed(decision) : undefined
    if (this.#operations > OPERATIONS || (loops(decision) && whole === undefined)) return nothing(this.#shape)
    if (this.#loobean && !isLoobean(decision)) return nothing(this.#shape)
    if (this.#number) this.#isAtoms(decision)
    return {
      shape: this.#shape,
      decision: whole ?? decision,
      atoms: this.#atoms,
      closed: whole !== undefined,
    }
  }

  #run({ place, a, stack, facts }: State): Decision {
    const { operations, constants } = this.#code
    for (;;) {
      if (++this.#operations > OPERATIONS || !this.#counting.works(1)) return UNKNOWN
      const operation = operations[place]!
      const operand = operations[place + 1]!
      const top = stack[stack.length - 1]!
      const below = stack[stack.length - 2]!
      const rest = stack.slice(0, -1)
      switch (operation) {
        case op.AXIS:
        case op.BIG_AXIS: {
          const part = partOf(operation === op.AXIS ? operand : (constants[operand] as Atom), a)
          if (part === undefined) return UNKNOWN
          stack = [...stack, part]
          place += 2
          continue
        }
        case op.CONST:
          stack = [...stack, nounValue(constants[operand] as Noun)]
          place += 2
          continue
        case op.CONS:
          stack = [...stack.slice(0, -2), pair(below, top)]
          place += 1
          continue
        case op.IS_CELL:
          if (top.kind === 'polynomial') this.#isAtom(top)
          stack = [...rest, top.kind === 'polynomial' ? ONE : ZERO]
          place += 1
          continue
        case op.INCREMENT:
          if (top.kind !== 'polynomial') return UNKNOWN
          this.#isAtom(top)
          stack = [...rest, plus(top, ONE)]
          place += 1
          continue
        case op.EQUAL: {
          if (top.kind !== 'polynomial' || below.kind !== 'polynomial') return UNKNOWN
          return this.#equal(minus(below, top), facts, (loobean, known) =>
            this.#run({ place: place + 1, a, stack: [...stack.slice(0, -2), loobean], facts: known }),
          )
        }
        case op.TEST:
          if (top.kind !== 'polynomial') return UNKNOWN
          if (constantOf(top) === 0n) place += 2
          else if (constantOf(top) === 1n) place = operand
          else return UNKNOWN
          stack = rest
          continue
        case op.JUMP:
          place = operand
          continue
        case op.INTO:
          stack = [...rest, a]
          a = top
          place += 1
          continue
        case op.INTO_TAIL:
          stack = rest
          a = top
          place += 1
          continue
        case op.PUSH:
          stack = [...rest, a]
          a = pair(top, a)
          place += 1
          continue
        case op.PUSH_TAIL:
          stack = rest
          a = pair(top, a)
          place += 1
          continue
        case op.BACK:
          stack = [...stack.slice(0, -2), top]
          a = below
          place += 1
          continue
        case op.EDIT: {
          const edited = editOf(constants[operand] as Atom, below, top)
          if (edited === undefined) return UNKNOWN
          stack = [...stack.slice(0, -2), edited]
          place += 2
          continue
        }
        case op.DROP:
          stack = rest
          place += 1
          continue
        case op.RETURN:
          if (cellsOf(top) > CELLS) return UNKNOWN
          return { kind: 'product', value: top }
        case op.NOCK:
        case op.NOCK_TAIL:
          return this.#call(
            below,
            top,
            { place: place + 1, a, stack: stack.slice(0, -2), facts },
            operation === op.NOCK_TAIL,
          )
        case op.CALL:
        case op.CALL_TAIL:
          return this.#call(
            top,
            partOf(constants[operand] as Atom, top),
            { place: place + 2, a, stack: rest, facts },
            operation === op.CALL_TAIL,
          )
        case op.ENTER:
        case op.ENTER_TAIL:
          return this.#call(
            a,
            nounValue(constants[operand] as Noun),
            { place: place + 2, a, stack, facts },
            operation === op.ENTER_TAIL,
          )
        default:
          return UNKNOWN
      }
    }
  }

  #equal(apart: Polynomial, facts: Facts, go: (loobean: Value, facts: Facts) => Decision): Decision {
    this.#isAtom(apart)
    return decided(
      { is: '=', of: apart },
      facts,
      (known) => go(ZERO, known),
      (known) => go(ONE, known),
    )
  }

  #isAtoms(decision: Decision): void {
    if (decision.kind === 'product' && decision.value.kind === 'polynomial') this.#isAtom(decision.value)
    if (decision.kind !== 'choice') return
    this.#isAtoms(decision.yes)
    this.#isAtoms(decision.no)
  }

  #isAtom(of: Polynomial): void {
    for (const index of argumentsOf(of)) this.#atoms.add(index)
  }

  /**
   * What becomes of the product of a call of itself: nothing, if that is a loobean (`?&` and `?|` test it, and say it once
   * more); or it is multiplied by a number, or grows by one.
   */
  #after(then: State): After | undefined {
    const on = (value: Value): Decision => this.#run({ ...then, stack: [...then.stack, value] })
    if ([ZERO, ONE].every((loobean) => isNumber(on(loobean), constantOf(loobean)!))) {
      this.#loobean = true
      return NOTHING_AFTER
    }
    const index = parameters(this.#shape).length
    const product = argument(index)
    const decision = withoutLooking(index, () => on(product))
    this.#atoms.delete(index)
    if (decision.kind !== 'product' || decision.value.kind !== 'polynomial') return undefined
    const [times, plus] = lineOf(decision.value, product) ?? [0n, 0n]
    if (times < 1n || plus < 0n || (times > 1n && plus > 0n)) return undefined
    this.#number = true
    return { times, plus }
  }

  /** `*[subject formula]`, and on from there. */
  #call(subject: Value, formula: Value | undefined, then: State, tail: boolean): Decision {
    if (formula?.kind !== 'constant' || cellsOf(subject) > CELLS) return UNKNOWN
    const code = codeOf(formula.noun, this.#code.jets)
    const shape = shapeOf(subject)
    const parts = numbersOf(subject)
    if (code === this.#code && alike(shape, this.#shape)) {
      const after = tail ? NOTHING_AFTER : this.#after(then)
      return after === undefined ? UNKNOWN : { kind: 'again', parts, after }
    }
    const { decision, atoms, shape: wanted } = this.#counting.summary(code, shape)
    if (!meets(subject, wanted)) return UNKNOWN
    for (const index of atoms) this.#isAtom(parts[index]!)
    return followed(applied(decision, parts, then.facts), then.facts, (value, facts) =>
      this.#run({ ...then, stack: [...then.stack, value], facts }),
    )
  }
}

/** What is found out without looking into an argument. */
const withoutLooking = (index: number, decide: () => Decision): Decision => {
  try {
    return decide()
  } catch (thrown) {
    if (thrown instanceof LookedInto && thrown.index === index) return UNKNOWN
    throw thrown
  }
}

const isNumber = (decision: Decision, n: bigint): boolean =>
  decision.kind === 'product' && decision.value.kind === 'polynomial' && constantOf(decision.value) === n

/** Is every product yes or no? */
const isLoobean = (decision: Decision): boolean =>
  decision.kind === 'product'
    ? isNumber(decision, 0n) || isNumber(decision, 1n)
    : decision.kind !== 'choice' || (isLoobean(decision.yes) && isLoobean(decision.no))

const loops = (decision: Decision): boolean =>
  decision.kind === 'again' || (decision.kind === 'choice' && (loops(decision.yes) || loops(decision.no)))

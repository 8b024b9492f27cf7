import { at } from '../axis.js'
import { type Budget } from '../budget.js'
import { noAxis, noFormula, noIncrement, noLoobean, overBudget } from '../crash.js'
import { edit } from '../edit.js'
import { equal } from '../equal.js'
import { type Jets } from '../jet.js'
import { type Atom, Cell, type Noun, increment } from '../noun.js'
import { codeOf } from './cache.js'
import { type Code, type Jetted } from './code.js'
import { compile } from './compile.js'
import { budget as left, during, enter } from './translation/dynamic.js'
import { MISS, UNWOUND } from './translation/translation.js'
import { CALL_AGAIN, nouns, sites, unwinding } from './translation/unwinding.js'
import {
  AXIS,
  BACK,
  BIG_AXIS,
  CALL,
  CALL_TAIL,
  CONS,
  CONST,
  CRASH,
  DROP,
  EDIT,
  ENTER,
  ENTER_TAIL,
  EQUAL,
  INCREMENT,
  INTO,
  INTO_TAIL,
  IS_CELL,
  JET,
  JET_TAIL,
  JUMP,
  LAST_REDUCTION,
  NOCK,
  NOCK_TAIL,
  PUSH,
  PUSH_TAIL,
  RETURN,
  START,
  TEST,
} from './operations.js'

/** So many calls make a code worth translating. */
export const HOT = 20_000

/** The code that only calls, and the code that only returns. */
const STARTING = [START]
const RETURNING = [RETURN]

/**
 * Runs a formula's code on a subject. Whoever calls and waits stands on stacks of our own, so nesting is bounded by
 * memory alone; a call at the end of a formula waits for nothing.
 *
 * @throws Crashed where the formula has no value, or is over budget
 */
export const run = (
  subject: Noun,
  formula: Noun,
  jets: Jets | undefined,
  budget: Budget,
  hot = HOT,
): Noun => {
  if (typeof formula !== 'object') throw noFormula(formula)
  const counts = budget.steps !== undefined || budget.nouns !== undefined
  return during({ jets, counts, hot }, () => {
    // most formulas that are evaluated often need none of the machine's stacks
    const code = codeOf(formula, jets)
    left.steps = budget.steps ?? Infinity
    left.nouns = budget.nouns ?? Infinity
    const product = enter(0, code, subject)
    if (product === MISS || product === UNWOUND) return evaluate(subject, code, jets, counts, product)
    if (left.steps < 0 || left.nouns < 0) throw overBudget(subject, formula)
    return product
  })
}

/** Goes on where a code has no translation that takes the subject, or it was left in the middle. */
const evaluate = (
  subject: Noun,
  first: Code,
  jets: Jets | undefined,
  counts: boolean,
  begun: typeof MISS | typeof UNWOUND,
): Noun => {
  let stepsLeft = left.steps
  let nounsLeft = left.nouns

  let a = subject
  let code = first
  let operations: readonly number[] = STARTING
  let next = 0
  const stack: Noun[] = []
  let top = 0
  // who waits: the code and the place in it; its subject waits on the stack
  const callers: Code[] = []
  const places: number[] = []
  let depth = 0

  // the call that NOCK, CALL, JET and ENTER come to
  let callee = code
  let argument = subject
  let tail = true
  // what its translation came to already
  let entered: typeof MISS | typeof UNWOUND | undefined = begun

  for (;;) {
    const operation = operations[next++]!
    if (operation <= LAST_REDUCTION && (--stepsLeft < 0 || nounsLeft < 0)) {
      throw overBudget(a, code.formulas[next] ?? code.formulas[next + 1]!)
    }
    switch (operation) {
      case AXIS: {
        const axis = operations[next++]!
        const part = at(axis, a)
        if (part === undefined) throw noAxis(0, axis, a, code.formulas[next]!)
        stack[top++] = part
        continue
      }
      case BIG_AXIS: {
        const axis = code.constants[operations[next++]!] as Atom
        const part = at(axis, a)
        if (part === undefined) throw noAxis(0, axis, a, code.formulas[next]!)
        stack[top++] = part
        continue
      }
      case CONST:
        stack[top++] = code.constants[operations[next++]!] as Noun
        continue
      case CONS: {
        const t = stack[--top]!
        stack[top - 1] = new Cell(stack[top - 1]!, t)
        nounsLeft--
        continue
      }
      case NOCK:
      case NOCK_TAIL: {
        const f = stack[--top]!
        const s = stack[--top]!
        if (typeof f !== 'object') throw noFormula(f)
        callee = codeOf(f, jets)
        argument = s
        tail = operation === NOCK_TAIL
        break
      }
      case IS_CELL:
        stack[top - 1] = typeof stack[top - 1] === 'object' ? 0 : 1
        continue
      case INCREMENT: {
        const b = stack[top - 1]!
        if (typeof b === 'object') throw noIncrement(b, code.formulas[next]!)
        stack[top - 1] = increment(b)
        continue
      }
      case EQUAL: {
        const c = stack[--top]!
        stack[top - 1] = equal(stack[top - 1]!, c) ? 0 : 1
        continue
      }
      case TEST: {
        const b = stack[--top]!
        const to = operations[next++]!
        if (b === 1) next = to
        else if (b !== 0) throw noLoobean(b, code.formulas[next]!)
        continue
      }
      case JUMP:
        next = operations[next]!
        continue
      case INTO: {
        const b = stack[top - 1]!
        stack[top - 1] = a
        a = b
        continue
      }
      case INTO_TAIL:
        a = stack[--top]!
        continue
      case PUSH: {
        const b = stack[top - 1]!
        stack[top - 1] = a
        a = new Cell(b, a)
        nounsLeft--
        continue
      }
      case PUSH_TAIL:
        a = new Cell(stack[--top]!, a)
        nounsLeft--
        continue
      case BACK: {
        const c = stack[--top]!
        a = stack[top - 1]!
        stack[top - 1] = c
        continue
      }
      case CALL:
      case CALL_TAIL: {
        const axis = code.constants[operations[next++]!] as Atom
        const core = stack[--top]!
        const arm = at(axis, core)
        if (arm === undefined) throw noAxis(9, axis, core, code.formulas[next]!)
        if (typeof arm !== 'object') throw noFormula(arm)
        callee = codeOf(arm, jets)
        argument = core
        tail = operation === CALL_TAIL
        break
      }
      case EDIT: {
        const axis = code.constants[operations[next++]!] as Atom
        const target = stack[--top]!
        const edited = edit(axis, stack[top - 1]!, target)
        if (edited === undefined) throw noAxis(10, axis, target, code.formulas[next]!)
        nounsLeft -= axis.toString(2).length - 1
        stack[top - 1] = edited
        continue
      }
      case DROP:
        top--
        continue
      case JET:
      case JET_TAIL: {
        const jetted = code.constants[operations[next++]!] as Jetted
        const product = jetted.jet.run(a)
        if (product !== undefined) {
          stack[top++] = product
          continue
        }
        callee = jetted.bare ??= compile(jetted.jet.formula, jets, undefined, true)
        argument = a
        tail = operation === JET_TAIL
        break
      }
      case ENTER:
      case ENTER_TAIL: {
        const f = code.constants[operations[next++]!] as Cell
        callee = codeOf(f, jets)
        argument = a
        tail = operation === ENTER_TAIL
        break
      }
      case START:
        break
      case CRASH:
        throw noFormula(code.constants[operations[next]!] as Noun)
      case RETURN: {
        if (depth === 0) {
          if (stepsLeft < 0 || nounsLeft < 0)
            throw overBudget(subject, first.formulas[first.operations.length]!)
          return stack[--top]!
        }
        const caller = callers[--depth]!
        const product = stack[--top]!
        a = stack[top - 1]!
        stack[top - 1] = product
        code = caller
        operations = code.operations
        next = places[depth]!
        continue
      }
    }

    for (;;) {
      if (counts) {
        left.steps = stepsLeft
        left.nouns = nounsLeft
      }
      const product: Noun | typeof MISS | typeof UNWOUND = entered ?? enter(0, callee, argument)
      entered = undefined
      if (counts) {
        stepsLeft = left.steps
        nounsLeft = left.nouns
      }
      if (product !== MISS && product !== UNWOUND) {
        stack[top++] = product
        if (tail) {
          operations = RETURNING
          next = 0
        }
        break
      }
      if (!tail) {
        stack[top++] = a
        callers[depth] = code
        places[depth++] = next
      }
      if (product === MISS) {
        a = argument
        code = callee
        operations = callee.operations
        next = 0
        break
      }
      // what the translated functions have left behind, from the outermost on
      let end = nouns.length
      for (let i = sites.length - 1; i >= 0; i--) {
        const site = sites[i]!
        const from = end - site.size
        for (let j = from; j < end; j++) stack[top++] = nouns[j]!
        end = from
        callers[depth] = site.code
        places[depth++] = site.place
      }
      sites.length = 0
      nouns.length = 0
      const at = unwinding.left!
      unwinding.left = undefined
      if (at.place !== CALL_AGAIN) {
        for (const operand of at.stack) stack[top++] = operand
        a = at.a
        code = at.code
        operations = code.operations
        next = at.place
        break
      }
      callee = at.code
      argument = at.a
      tail = true
    }
  }
}

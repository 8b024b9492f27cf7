import { type Jets } from '../jet.js'
import { type Atom, type Cell, type Noun, isAtom, isCell } from '../noun.js'
import { type Code, type Jetted } from './code.js'
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
  NOCK,
  NOCK_TAIL,
  PUSH,
  PUSH_TAIL,
  RETURN,
  TEST,
} from './operations.js'

/**
 * How many formulas, one within another or side by side, go into one piece of code; what lies beyond is compiled
 * when it is reached. That bounds the compiler's own recursion, and the code for formulas that share so much
 * that written out they would not fit into memory.
 */
const PIECE = 512

/** The code of a formula. `bare`: the formula's own rules even if it has a jet (its parts may have theirs). */
export const compile = (formula: Cell, jets: Jets | undefined, others?: Code, bare = false): Code => {
  const writer = new Writer(jets)
  writer.formula(formula, true, bare)
  writer.emit(RETURN, formula)
  return {
    operations: writer.operations,
    constants: writer.constants,
    formulas: writer.formulas,
    jets,
    others,
    calls: 0,
    free: undefined,
    counted: undefined,
  }
}

class Writer {
  readonly operations: number[] = []
  readonly constants: (Noun | Jetted)[] = []
  readonly formulas: Noun[] = []
  private readonly jets: Jets | undefined
  private written = 0

  constructor(jets: Jets | undefined) {
    this.jets = jets
  }

  emit(operation: number, formula: Noun, operand?: number): void {
    this.operations.push(operation)
    if (operand !== undefined) this.operations.push(operand)
    this.formulas[this.operations.length] = formula
  }

  /** Code that leaves `*[a f]` on the stack, `a` being the subject; in the tail position it may leave for good. */
  formula(f: Noun, tail: boolean, bare = false): void {
    if (isAtom(f)) return this.malformed(f)
    const jet = bare ? undefined : this.jets?.find(f)
    if (jet !== undefined) return this.emit(tail ? JET_TAIL : JET, f, this.constant({ jet, bare: undefined }))
    if (++this.written > PIECE) return this.emit(tail ? ENTER_TAIL : ENTER, f, this.constant(f))

    const { head: rule, tail: rest } = f
    if (isCell(rule)) {
      this.formula(rule, false)
      this.formula(rest, false)
      return this.emit(CONS, f)
    }
    switch (rule) {
      case 0:
        if (isCell(rest)) return this.malformed(f)
        return typeof rest === 'number' && rest <= 0x7fffffff
          ? this.emit(AXIS, f, rest)
          : this.emit(BIG_AXIS, f, this.constant(rest))
      case 1:
        return this.emit(CONST, f, this.constant(rest))
      case 2:
        if (isAtom(rest)) return this.malformed(f)
        this.formula(rest.head, false)
        this.formula(rest.tail, false)
        return this.emit(tail ? NOCK_TAIL : NOCK, f)
      case 3:
        this.formula(rest, false)
        return this.emit(IS_CELL, f)
      case 4:
        this.formula(rest, false)
        return this.emit(INCREMENT, f)
      case 5:
        if (isAtom(rest)) return this.malformed(f)
        this.formula(rest.head, false)
        this.formula(rest.tail, false)
        return this.emit(EQUAL, f)
      case 6:
        if (isAtom(rest) || isAtom(rest.tail)) return this.malformed(f)
        return this.choice(f, rest.head, rest.tail.head, rest.tail.tail, tail)
      case 7:
        if (isAtom(rest)) return this.malformed(f)
        this.formula(rest.head, false)
        return this.within(INTO, INTO_TAIL, rest.tail, f, tail)
      case 8:
        if (isAtom(rest)) return this.malformed(f)
        this.formula(rest.head, false)
        return this.within(PUSH, PUSH_TAIL, rest.tail, f, tail)
      case 9:
        if (isAtom(rest) || isCell(rest.head)) return this.malformed(f)
        this.formula(rest.tail, false)
        return this.emit(tail ? CALL_TAIL : CALL, f, this.constant(rest.head))
      case 10:
        if (isAtom(rest) || isAtom(rest.head) || isCell(rest.head.head)) return this.malformed(f)
        this.formula(rest.head.tail, false)
        this.formula(rest.tail, false)
        return this.emit(EDIT, f, this.constant(rest.head.head))
      case 11:
        if (isAtom(rest)) return this.malformed(f)
        if (isCell(rest.head)) {
          this.formula(rest.head.tail, false)
          this.emit(DROP, f)
        }
        return this.formula(rest.tail, tail)
      default:
        return this.malformed(f)
    }
  }

  private choice(f: Noun, test: Noun, yes: Noun, no: Noun, tail: boolean): void {
    this.formula(test, false)
    const toNo = this.jump(TEST, f)
    this.formula(yes, tail)
    if (tail) {
      this.emit(RETURN, f)
      this.land(toNo)
      this.formula(no, true)
    } else {
      const toEnd = this.jump(JUMP, f)
      this.land(toNo)
      this.formula(no, false)
      this.land(toEnd)
    }
  }

  private within(operation: number, last: number, inner: Noun, f: Noun, tail: boolean): void {
    this.emit(tail ? last : operation, f)
    this.formula(inner, tail)
    if (!tail) this.emit(BACK, f)
  }

  /** A jump to where `land` will say; answers the operand's place. */
  private jump(operation: number, f: Noun): number {
    this.emit(operation, f, 0)
    return this.operations.length - 1
  }

  private land(operand: number): void {
    this.operations[operand] = this.operations.length
  }

  private malformed(f: Atom | Cell): void {
    this.emit(CRASH, f, this.constant(f))
  }

  private constant(value: Noun | Jetted): number {
    return this.constants.push(value) - 1
  }
}

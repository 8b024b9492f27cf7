import { type Noun, cell } from '../../../nock/noun.js'
import { noun } from '../programs.js'

// Gates as Hoon compiles them: each arm of the core makes [battery sample core], and a loop is called by rule 10

/** `?: =(0 a) !!  =+ b=0  |-  ?: =(a +(b)) b  $(b +(b))` */
const DEC = `[8 [1 0] [1 6 [5 [1 0] 0 6] [0 0]
  8 [1 0] 8 [1 6 [5 [0 30] 4 0 6] [0 6] 9 2 10 [6 4 0 6] 0 1] 9 2 0 1] 0 1]`

/** `(dec part)`, where the core of the gates is at an axis, and both stand behind another gate's call. */
const decOf = (core: number, part: number): string => `8 [9 4 0 ${core}] 9 2 10 [6 0 ${part}] 0 2`

/** `?: =(0 a) b  $(a (dec a), b +(b))` */
const ADD = `[8 [1 0 0] [1 6 [5 [1 0] 0 12] [0 13] 9 2 10 [6 [${decOf(7, 28)}] 4 0 13] 0 1] 0 1]`

/** `?: =(0 b) a  $(a (dec a), b (dec b))` */
const SUB = `[8 [1 0 0] [1 6 [5 [1 0] 0 13] [0 12] 9 2 10 [6 [${decOf(7, 28)}] ${decOf(7, 29)}] 0 1] 0 1]`

/** `=+ c=0  |-  ?: =(0 a) c  $(a (dec a), c (add b c))` */
const MUL = `[8 [1 0 0] [1 8 [1 0] 8
  [1 6 [5 [1 0] 0 60] [0 6]
    9 2 10 [60 ${decOf(31, 124)}] 10 [6 8 [9 10 0 31] 9 2 10 [6 [0 125] 0 14] 0 2] 0 1]
  9 2 0 1] 0 1]`

/** `?& !=(a b)  |-  ?| =(0 a)  ?& !=(0 b)  $(a (dec a), b (dec b))` */
const LTH = `[8 [1 0 0] [1 6 [6 [5 [0 12] 0 13] [1 1] 1 0]
  [8 [1 6 [5 [1 0] 0 28] [1 0] 6 [6 [5 [1 0] 0 29] [1 1] 1 0]
      [9 2 10 [28 ${decOf(15, 60)}] 10 [29 ${decOf(15, 61)}] 0 1] 1 1]
    9 2 0 1] 1 1] 0 1]`

const core = noun(`[[${DEC} ${ADD} ${SUB} ${MUL} ${LTH}] 0]`)

const called = (arm: number): Noun =>
  // the gate of an arm, with the whole subject as its sample
  cell(8, cell(9, arm, 1, core), 9, 2, 10, cell(6, 0, 3), 0, 2)

/** Formulas that call such a gate: on an atom, and on two. */
export const hoonDec = called(4)
export const hoonOfTwo = [called(10), called(22), called(46), called(47)] as const

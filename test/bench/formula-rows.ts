import { type Noun } from '../../nock/index.js'
import * as programs from '../_kit/programs.js'
import * as byHand from './by-hand.js'
import { type Scaled } from './scale.js'

/** A formula, the sizes at which it is measured, and the same by hand. */
export interface FormulaRow {
  readonly name: string
  readonly program: programs.Program
  /** The subject of a size; a size is a text, `1e6` or `[3 5]`. */
  readonly subject: (size: string) => Noun
  readonly byHand: (subject: Noun, size: string) => Noun
  readonly sizes: Scaled<readonly string[]>
  /** At which the reference ends soon. */
  readonly reference: Scaled<string>
  readonly growth: Scaled<readonly string[]>
  /** What its work goes with: the size, or reductions, that the reference counts. */
  readonly per: 'item' | 'reduction'
}

const number = (size: string): Noun => Number(size)

const countdown = (size: string): Noun => programs.countdown(Number(size))

/** Three decades, where a turn for each item is all there is. */
const DECADES: Scaled<readonly string[]> = {
  full: ['1e3', '1e4', '1e5', '1e6'],
  quick: ['1e2', '1e3', '1e4'],
  tiny: ['10', '20'],
}

/** A row whose work goes with its size, at these sizes. */
const linear = (
  name: string,
  program: programs.Program,
  subject: (size: string) => Noun,
  hand: FormulaRow['byHand'],
  full: readonly string[],
  quick: readonly string[] = full.slice(-1),
): FormulaRow => ({
  name,
  program,
  subject,
  byHand: hand,
  sizes: { full, quick, tiny: ['20'] },
  reference: { full: '1e4', quick: '1e3', tiny: '20' },
  growth: DECADES,
  per: 'item',
})

/** Up to here recursion by hand does without a stack of its own. */
const RECURSION = 5000

export const formulaRows: readonly FormulaRow[] = [
  linear('D', programs.D, number, byHand.decrement, ['1e6']),
  {
    name: 'FIB',
    program: programs.FIB,
    subject: number,
    byHand: byHand.fibonacci,
    sizes: { full: ['20', '25'], quick: ['25'], tiny: ['6'] },
    reference: { full: '12', quick: '9', tiny: '5' },
    growth: { full: ['5', '10', '14', '19'], quick: ['4', '8', '12'], tiny: ['4', '6'] },
    per: 'reduction',
  },
  {
    name: 'ACK',
    program: programs.ACK,
    subject: programs.noun,
    byHand: byHand.ackermann,
    sizes: { full: ['[2 60]', '[3 5]'], quick: ['[3 5]'], tiny: ['[2 2]'] },
    reference: { full: '[2 9]', quick: '[2 4]', tiny: '[2 1]' },
    growth: {
      full: ['[2 3]', '[2 7]', '[2 17]', '[2 37]'],
      quick: ['[2 1]', '[2 4]', '[2 9]'],
      tiny: ['[2 1]', '[2 2]'],
    },
    per: 'reduction',
  },
  linear('BUILD', programs.BUILD, number, byHand.build, ['1e5', '1e6']),
  linear('REV', programs.REV, countdown, byHand.reverse, ['1e5', '1e6']),
  linear('LEN', programs.LEN, countdown, byHand.length, ['1e6']),
  {
    name: 'SUM',
    program: programs.SUM,
    subject: countdown,
    byHand: byHand.sum,
    sizes: { full: ['1000'], quick: ['1000'], tiny: ['10'] },
    reference: { full: '50', quick: '20', tiny: '10' },
    growth: { full: ['8', '30', '100', '300'], quick: ['4', '15', '50'], tiny: ['4', '8'] },
    per: 'reduction',
  },
  linear('EVAL2', programs.EVAL2, number, byHand.decrement, ['1e6']),
  linear(
    'LENDEEP',
    programs.LENDEEP,
    countdown,
    (list, size) => (Number(size) <= RECURSION ? byHand.lengthRecursive(list) : byHand.lengthDeep(list)),
    ['1e3', '1e4', '1e6'],
    ['1e3', '1e4'],
  ),
  linear('COPYDEEP', programs.COPYDEEP, countdown, byHand.copyDeep, ['1e6'], ['1e5']),
]

import { isCell } from '../noun.js'
import { type Around } from './state.js'
import { type Reduction, type Step, type Stepper } from './stepper.js'

/** So many steps a move looks at, unless told otherwise: some seconds. */
const MOST = 5_000_000

/**
 * The next step by one of these rules.
 *
 * @returns its number; that of the last step if there is none; undefined where nothing was found within so many steps
 */
export const nextRule = (
  stepper: Stepper,
  from: number,
  rules: readonly number[],
  most = MOST,
): number | undefined => stepper.find(from + 1, (step) => rules.includes(ruleOf(step) ?? -1), most)

/** The rule by whose line a step reduces `*[a f]`; undefined for another operator, and for a pair of formulas. */
export const ruleOf = ({ redex: { operator, of } }: Pick<Reduction, 'redex'>): number | undefined => {
  if (operator !== '*' || !isCell(of) || !isCell(of.tail)) return undefined
  const { head } = of.tail
  return typeof head === 'number' ? head : undefined
}

/**
 * The step that comes when what a step reduces has its product: over all of its inner computation.
 *
 * @returns as {@link nextRule}
 * @example
 * over(new Stepper(41, cell(4, 4, 0, 1)), 1) === 4
 */
export const over = (stepper: Stepper, from: number, most = MOST): number | undefined => {
  const around = surroundings(stepper.at(from))
  return around === 'none' ? from : leaving(stepper, from, around, most)
}

/**
 * The step at which the operator that a step's computation is the operand of has what it needs: out of the computation.
 *
 * @returns as {@link nextRule}
 * @example
 * out(new Stepper(cell(1, 2), cell(4, cell(5, cell(0, 2), 0, 3))), 2) === 4
 */
export const out = (stepper: Stepper, from: number, most = MOST): number | undefined => {
  let around = surroundings(stepper.at(from))
  if (around === 'none') return from
  while (around !== undefined && around.is !== 'operand') around = around.outer
  return leaving(stepper, from, around, most)
}

const surroundings = (step: Step | undefined): Around | undefined | 'none' =>
  step === undefined || step.is === 'product' ? 'none' : step.around

/** The first step that is not within these surroundings any more. */
const leaving = (
  stepper: Stepper,
  from: number,
  around: Around | undefined,
  most: number,
): number | undefined => {
  const depth = depthOf(around)
  const hasLeft = (now: Around | undefined): boolean =>
    depthOf(now) < depth || (depthOf(now) === depth && now !== around)
  return stepper.find(from + 1, (step) => hasLeft(step.around), most)
}

const depthOf = (around: Around | undefined): number => around?.depth ?? -1

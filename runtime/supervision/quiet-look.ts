import { Cell, cord } from '../../nock/index.js'
import { type Put } from './decide.js'
import { type Decision, type Life } from './step.js'

/** A look that left everything as it was, after questions that only look, too. */
export interface QuietLook {
  readonly life: Life
  readonly decision: Decision
}

const ALIVE = cord('alive')

/** The look that led from one life to the next, if it was quiet. */
export const quietLook = (
  before: Life,
  life: Life,
  [decision, ...more]: readonly Decision[],
): QuietLook | undefined => {
  const isQuiet =
    decision !== undefined &&
    more.length === 0 &&
    decision.failure === undefined &&
    life.deciding === undefined &&
    life.service === before.service &&
    decision.tape.every(({ head }) => head instanceof Cell && head.head === ALIVE)
  return isQuiet ? { life, decision } : undefined
}

/**
 * Puts the questions of a quiet look again. True: each was answered as it was then, so the next look at this very life
 * decides the same, and need not be evaluated: a formula's product follows from the service and the answers alone, and
 * each question from the answers before it. False: look.
 */
export const isAsQuiet = ({ decision }: QuietLook, put: Put): boolean => {
  for (const { head, tail } of decision.tape) if (put(head as Cell) !== tail) return false
  return true
}

import { Cell, type Noun, axis, cell, isCell } from '../../nock/index.js'
import { type Resumption } from '../kit.js'

/**
 * `[8 [1 counter] 8 [1 loop] 9 2 0 1]`, in the state that its loop has after some rounds: a later point of
 * its evaluation.
 */
export const counted = (formula: Cell, state: Noun): Resumption => resumed(axis(61, formula)!, state)

/** The same of a loop: `*[[loop state] 9 2 0 1]`. */
export const resumed = (loop: Noun, state: Noun): Resumption => ({
  subject: new Cell(loop, state),
  formula: GO,
})

const GO = cell(9, 2, 0, 1)

/**
 * How many rounds of so many are left out, so that the last ones are still counted. A cell is no number of
 * rounds.
 */
export const allButTwo = (rounds: Noun): bigint => (isCell(rounds) || rounds < 2 ? 0n : BigInt(rounds) - 2n)

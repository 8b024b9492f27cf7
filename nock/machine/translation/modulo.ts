import { type Code } from '../code.js'
import * as op from '../operations.js'

/**
 * What is still to be done with the product of a call, where a function calls itself and that is nearly the last thing: it
 * becomes the tail of so many cells, or it is incremented so often. Such a call needs no stack: the cell is made before
 * its tail is there, and the function goes on in its own place (a tail call "modulo cons").
 */
export interface Modulo {
  readonly does: 'cons' | 'increment'
  readonly times: number
  /** Behind the call, and where the function then returns. */
  readonly from: number
  readonly to: number
}

/** What is done from a place on, with so many values on the stack below the product. */
export const moduloAt = ({ operations }: Code, from: number, below: number): Modulo | undefined => {
  const first = operations[from]
  let to = from
  while (operations[to] === first) to++
  const times = to - from
  if (operations[to] !== op.RETURN) return undefined
  if (first === op.CONS && below === times) return { does: 'cons', times, from, to }
  return first === op.INCREMENT && below === 0 ? { does: 'increment', times, from, to } : undefined
}

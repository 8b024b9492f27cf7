import { type Facts, type Value } from './value.js'

/** Where the evaluation stands: as the machine does, with values for nouns. */
export interface State {
  place: number
  a: Value
  stack: readonly Value[]
  facts: Facts
  /** Reductions on the way here, and cells that they make, that no budget was charged for. */
  steps: number
  nouns: number
}

/** Goes on behind an operation. */
export const next = (state: State, size: number, stack: readonly Value[], a = state.a): void => {
  state.place += size
  state.stack = stack
  state.a = a
}

import { shiftUp } from './bits.js'
import { type Gate } from './gate.js'
import { ofAtom } from './sample.js'

/** n -> 2^n. */
export const bex: Gate = {
  name: 'bex',
  core: 'two',
  axis: 191_418,
  sample: '[1 0]',
  formula: `[6 [5 [1 0] 0 6] [1 1] 8 [9 8 0 15] 9 2 10 [6 [7 [0 3] 1 2] 7 [0 3] 9 2 10 [6 8 [9 2398 0 15] 9
    2 10 [6 0 14] 0 2] 0 1] 0 2]`,
  run: ofAtom((n) => shiftUp(1, Number(n))),
  samples: ({ small }) => small,
}

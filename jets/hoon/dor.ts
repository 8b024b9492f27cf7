import { type Noun, NO, YES, equal, isAtom } from '../../nock/index.js'
import { type Gate } from './gate.js'
import { ofPair } from './sample.js'
import { twins } from './samples.js'

/** [a b] -> is a before b, or the same: atoms before cells and by size, cells by the head, then by the tail. */
export const dor: Gate = {
  name: 'dor',
  core: 'two',
  axis: 24_608_638,
  sample: '[1 0 0]',
  formula: `[6 [5 [0 12] 0 13] [1 0] 6 [6 [3 0 12] [1 1] 1 0] [6 [6 [3 0 13] [1 1] 1 0] [8 [9 2399 0 15] 9 2
    10 [6 [0 28] 0 29] 0 2] 1 0] 6 [6 [3 0 13] [1 1] 1 0] [1 1] 6 [5 [0 24] 0 26] [9 2 10 [6 [0 25]
    0 27] 0 1] 9 2 10 [6 [0 24] 0 26] 0 1]`,
  run: ofPair((a, b) => (isBefore(a, b) ? YES : NO)),
  samples: twins,
}

/** Whether `dor` says yes. */
export const isBefore = (a: Noun, b: Noun): boolean => {
  let [one, other] = [a, b]
  for (;;) {
    if (equal(one, other)) return true
    if (isAtom(one)) return isAtom(other) ? one < other : true
    if (isAtom(other)) return false
    const side = equal(one.head, other.head) ? 'tail' : 'head'
    one = one[side]
    other = other[side]
  }
}

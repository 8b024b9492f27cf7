import { type Noun, isCell } from '../../nock/index.js'

/** The number of bits in 2^bloq bits, `steps` times over: Hoon's `[bloq step]`. */
const width = (bloq: Noun, steps: Noun): number | undefined =>
  typeof bloq === 'number' && bloq <= MOST && typeof steps === 'number' ? steps * 2 ** bloq : undefined

/** So many bits, times 2^53, are a number still, and no atom has as many. */
const MOST = 900

/** The bits of a block of 2^bloq. Undefined where there is no such number. */
export const blockWidth = (bloq: Noun): number | undefined => width(bloq, 1)

/** The bits of a bite: `bloq`, or `[bloq step]`. Undefined where there is no such number. */
export const biteWidth = (bite: Noun): number | undefined =>
  isCell(bite) ? width(bite.head, bite.tail) : width(bite, 1)

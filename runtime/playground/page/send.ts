import { type Atom, type Noun, jam } from '../../../nock/index.js'
import { cellsOf } from '../../../nock/lesson/rules-used.js'
import { type Sent } from './messages.js'

/** So many cells, written out, are worth drawing; and so many bits of an atom. */
const CELLS = 20_000
const ATOM = 2n ** 65_536n

/**
 * A noun for the page, if it is not too large.
 *
 * @example
 * sent(cell(0, 0)) === 41
 */
export const sent = (noun: Noun | undefined): Sent =>
  noun === undefined || isLarge(noun) ? undefined : jam(noun)

const isLarge = (noun: Noun): boolean =>
  typeof noun === 'object' ? cellsOf(noun, CELLS) > CELLS : (noun as Atom) > ATOM

import { type Cell, type Noun, atom } from '../../noun.js'
import { type Code, type Translations } from '../code.js'
import { UNWOUND } from './translation.js'

/** A place in a code, and how many nouns the machine's stack has to hold there, with the subject. */
export interface Site {
  readonly code: Code
  readonly place: number
  readonly size: number
}

/** Where a function left: before this operation, or, at {@link CALL_AGAIN}, before the code is run at all. */
export interface Left {
  readonly code: Code
  readonly place: number
  readonly a: Noun
  readonly stack: readonly Noun[]
}

/** The place that says: run the code on the subject, as any call would. */
export const CALL_AGAIN = -1

/** Where a function left, until the machine has taken over. */
export const unwinding: { left: Left | undefined } = { left: undefined }

/** Who waits for a product, from the inside out: where each goes on, and its nouns, the subject last. */
export const sites: Site[] = []
export const nouns: Noun[] = []

/** Leaves before the operation at a site. */
export const leave = ({ code, place }: Site, a: Noun, ...stack: Noun[]): typeof UNWOUND => {
  unwinding.left = { code, place, a, stack }
  return UNWOUND
}

/** Leaves in the place of a call. */
export const callAgain = (code: Code, a: Noun): typeof UNWOUND => {
  unwinding.left = { code, place: CALL_AGAIN, a, stack: [] }
  return UNWOUND
}

/** Leaves where a number goes beyond 2^53 - 1. Where that comes often, the code is translated anew for such numbers. */
export const leaveNarrow =
  (translations: Translations) =>
  (site: Site, a: Noun, ...stack: Noun[]): typeof UNWOUND => {
    if (++translations.narrow === MOST_NARROW) {
      translations.wide = true
      translations.known.length = 0
      translations.next = 0
    }
    return leave(site, a, ...stack)
  }

const MOST_NARROW = 64

/** Leaves, where cells without a tail yet wait for one: so many for each call of the function. */
export const waitForTails = (site: Site, cells: number, first: Cell): typeof UNWOUND => {
  const heads: Noun[] = []
  for (let here: Noun = first; typeof here === 'object'; here = here.tail) heads.push(here.head)
  for (let end = heads.length; end > 0; end -= cells) {
    sites.push(site)
    for (let i = end - cells; i < end; i++) nouns.push(heads[i]!)
    nouns.push(0)
  }
  return UNWOUND
}

/** A product, incremented so often in all, by so many calls of the function; it is left where it is no small number. */
export const incremented = (
  site: Site,
  returning: Site,
  times: number,
  product: Noun | typeof UNWOUND,
  more: number,
): Noun | typeof UNWOUND => {
  if (typeof product === 'number' || typeof product === 'bigint') return atom(BigInt(product) + BigInt(more))
  const left: typeof UNWOUND = typeof product === 'symbol' ? UNWOUND : leave(returning, 0, product)
  for (; more > 0; more -= times) {
    sites.push(site)
    nouns.push(0)
  }
  return left
}

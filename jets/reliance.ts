import { type Atom, Cell, type Noun, equal, isCell, turns } from '../nock/index.js'

/** Code that a formula runs out of its subject: where in the subject it stands, and what stands there. */
export type Reliance = readonly [axis: Atom, code: Noun]

/**
 * Whether a subject has this code at these axes, all of it equal from the first atom to the last. What was found to
 * have it is remembered, a cell for each place on the way there, so that the next subject with the same cell there
 * (the same library under another sample) is known by that.
 *
 * @example
 * standsOn([[2, cell(4, 0, 3)]])(cell(cell(4, 0, 3), 41)) // true
 */
export const standsOn = (relies: readonly Reliance[]): ((subject: Noun) => boolean) => {
  if (relies.length === 0) return () => true
  const root = placeOf(relies.map(([axis, code]) => ({ way: turns(axis), code })))
  return (subject) => holds(root, subject, 0)
}

/**
 * What is wrong with these as places to rely on, in words: axis 0 is none, and one within another would have to
 * agree with it. Undefined when nothing is.
 */
export const whyNoPlaces = (relies: readonly Reliance[]): string | undefined => {
  const axes = relies.map(([axis]) => axis)
  if (axes.includes(0)) return 'there is no axis 0'
  for (const [i, axis] of axes.entries()) {
    const inner = axes.find((other, j) => i !== j && turns(other).startsWith(turns(axis)))
    if (inner !== undefined) return `axis ${inner} lies within axis ${axis}`
  }
  return undefined
}

/** The smallest noun that has these at these axes; 0 wherever that leaves it open. */
export const nounWith = (parts: readonly Reliance[]): Noun =>
  built(placeOf(parts.map(([axis, code]) => ({ way: turns(axis), code }))))

/** A place in the subject: the code that must stand there, or the places below it that have some. */
interface Place {
  readonly code: Noun | undefined
  readonly head: Place | undefined
  readonly tail: Place | undefined
  /** What was here last and was right. */
  seen: Cell | undefined
}

interface Way {
  readonly way: string
  readonly code: Noun
}

const placeOf = (ways: readonly Way[]): Place => {
  const here = ways.find(({ way }) => way === '')
  const below = (turn: string): Place | undefined => {
    const there = ways.filter(({ way }) => way.startsWith(turn))
    return there.length === 0
      ? undefined
      : placeOf(there.map(({ way, code }) => ({ way: way.slice(1), code })))
  }
  return here === undefined
    ? { code: undefined, head: below('0'), tail: below('1'), seen: undefined }
    : { code: here.code, head: undefined, tail: undefined, seen: undefined }
}

/** A gate is [code sample context]: above the context every call has cells of its own, not worth remembering. */
const CONTEXT_DEPTH = 2

const holds = (place: Place, noun: Noun, depth: number): boolean => {
  if (noun === place.seen) return true
  const { code, head, tail } = place
  if (code !== undefined) {
    if (!equal(code, noun)) return false
  } else {
    if (!isCell(noun)) return false
    if (head !== undefined && !holds(head, noun.head, depth + 1)) return false
    if (tail !== undefined && !holds(tail, noun.tail, depth + 1)) return false
  }
  if (isCell(noun) && (code !== undefined || depth >= CONTEXT_DEPTH)) place.seen = noun
  return true
}

const built = ({ code, head, tail }: Place): Noun =>
  code ?? new Cell(head === undefined ? 0 : built(head), tail === undefined ? 0 : built(tail))

import { Cell } from '../../nock/index.js'

/**
 * Why a value from outside is no noun in its one representation; undefined when it is one.
 *
 * @example
 * whyNoNoun(3n) === '3n, which is small enough for a number'
 */
export const whyNoNoun = (value: unknown): string | undefined => {
  const pending: unknown[] = [value]
  for (let visits = 0; pending.length > 0; visits++) {
    // large, or without end
    if (visits === 1_000) return whyNoLargeNoun(value)
    const part = pending.pop()
    if (part instanceof Cell) {
      pending.push(part.tail, part.head)
    } else {
      const why = whyNoAtom(part)
      if (why !== undefined) return why
    }
  }
  return undefined
}

/** The same, each cell once. */
const whyNoLargeNoun = (value: unknown): string | undefined => {
  /** The cells that were entered, and whether they were left again. */
  const left = new Map<Cell, boolean>()
  const pending: unknown[] = [value]
  while (pending.length > 0) {
    const part = pending[pending.length - 1]
    if (!(part instanceof Cell)) {
      const why = whyNoAtom(part)
      if (why !== undefined) return why
      pending.pop()
    } else if (left.has(part)) {
      left.set(part, true)
      pending.pop()
    } else {
      left.set(part, false)
      for (const side of [part.tail, part.head] as unknown[]) {
        if (side instanceof Cell && left.get(side) === false) return 'a cell that is a part of itself'
        pending.push(side)
      }
    }
  }
  return undefined
}

const whyNoAtom = (value: unknown): string | undefined => {
  switch (typeof value) {
    case 'number':
      if (Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)) return undefined
      if (!Number.isInteger(value)) return `${value}, which is no whole number`
      if (value > 0) return `${value}, which is too large for a number: a bigint is due`
      return `${Object.is(value, -0) ? '-0' : value}, which is below 0`
    case 'bigint':
      if (value < 0n) return `${value}n, which is below 0`
      return value <= Number.MAX_SAFE_INTEGER ? `${value}n, which is small enough for a number` : undefined
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? 'an array' : 'an object that is no Cell'
    case 'undefined':
      return 'undefined'
    default:
      return `a ${typeof value}`
  }
}

import { constant, pair } from './shape.js'
import { type State } from './state.js'
import { type Value, joinedSort, named } from './value.js'
import { type Writer, sortOf } from './writer.js'

/** What two branches give is kept apart, side by side, only so deep. */
const APART = 4

/** What two branches leave on the stack, as one value, and the lines that put it there at the end of each. */
export const join = (out: Writer, yes: State, not: State): readonly [Value, string[], string[]] => {
  const [intoYes, intoNo]: [string[], string[]] = [[], []]
  const joined = (x: Value, y: Value, depth: number): Value => {
    if (x === y && x.kind !== 'truth') return x
    if (x.kind === 'constant' && y.kind === 'constant' && x.noun === y.noun) return x
    const [xs, ys] = [sidesOf(x), sidesOf(y)]
    if (depth < APART && xs !== undefined && ys !== undefined)
      return pair(joined(xs[0], ys[0], depth + 1), joined(xs[1], ys[1], depth + 1))
    const name = out.variable()
    out.line(`let ${name}`)
    for (const [value, lines, { facts }] of [
      [x, intoYes, yes],
      [y, intoNo, not],
    ] as const) {
      const [made, makes] = out.aside(() => out.made(value, facts))
      lines.push(...makes, `${name} = ${made}`)
    }
    return named(name, joinedSort(sortOf(x, yes.facts), sortOf(y, not.facts)))
  }
  return [joined(yes.stack[yes.stack.length - 1]!, not.stack[not.stack.length - 1]!, 0), intoYes, intoNo]
}

/** The sides of what is known to be a cell, where they are at hand. */
const sidesOf = (value: Value): readonly [Value, Value] | undefined => {
  if (value.kind === 'pair') return [value.head, value.tail]
  if (value.kind === 'constant' && typeof value.noun === 'object')
    return [constant(value.noun.head), constant(value.noun.tail)]
  return undefined
}

import { equal } from '../../equal.js'
import { Cell, type Noun, atom, increment } from '../../noun.js'
import { type Code } from '../code.js'
import { Body } from './function.js'
import { type Shape, alike, parameters } from './shape.js'
import { MISS, type Translation, UNWOUND } from './translation.js'
import { type Seen, Unit } from './unit.js'
import { callAgain, incremented, leave, leaveNarrow, nouns, sites, waitForTails } from './unwinding.js'

/** What stands around the functions, and what they call; see `dynamic.ts` for `call` and `enter`. */
export interface Support {
  readonly call: unknown
  readonly enter: unknown
  readonly budget: { steps: number; nouns: number }
}

/**
 * Translates a code for subjects like those seen, and with it what it calls, if that was run `often`; each goes to its code's translations. False
 * where there is no translation, or JavaScript is not allowed to be made here (`Content-Security-Policy`).
 */
export const translate = (
  code: Code,
  seen: Seen,
  counts: boolean,
  often: number,
  support: Support,
): boolean => {
  const unit = new Unit(counts, often, (spec, unit) => new Body(spec, unit).write())
  if (!unit.write(code, seen)) return false
  const { specs, constants } = unit
  const entries = specs.map(({ name, shape }) => entry(name, shape, (noun) => constants.name(noun)))
  const text = [
    "'use strict'",
    'const { atom, Cell, MISS, UNWOUND, budget, call, callAgain, enter, equal, increment, incremented, leave, leaveNarrow, nouns, sites, waitForTails } = X',
    ...constants.values.map((_, i) => `const k${i} = K[${i}]`),
    ...specs.map((spec) => spec.text),
    ...entries,
    `return [${specs.map(({ name }) => `[${name}, enter_${name}]`).join(', ')}]`,
  ].join('\n')
  const around = {
    atom,
    Cell,
    MISS,
    UNWOUND,
    callAgain,
    equal,
    increment,
    incremented,
    leave,
    leaveNarrow,
    nouns,
    sites,
    waitForTails,
    ...support,
  }
  const functions = new Function('X', 'K', text)(around, constants.values) as [
    Translation['run'],
    Translation['enter'],
  ][]
  specs.forEach((spec, i) => {
    const [run, enter] = functions[i]!
    const { known } = unit.translations(spec.code)
    if (!known.some((one) => alike(one.shape, spec.shape)))
      known.push({ shape: spec.shape, run, enter, text: spec.text })
  })
  return true
}

/** The text of a function that takes a subject apart as a shape has it. */
const entry = (name: string, shape: Shape, constant: (noun: Noun) => string): string => {
  const lines: string[] = []
  const take = (part: Shape, variable: string): void => {
    if (part.kind === 'constant') lines.push(`if (${variable} !== ${constant(part.noun)}) return MISS`)
    if (part.kind === 'small') lines.push(`if (typeof ${variable} !== 'number') return MISS`)
    if (part.kind !== 'pair') return
    lines.push(`if (typeof ${variable} !== 'object') return MISS`)
    lines.push(`const ${variable}0 = ${variable}.head, ${variable}1 = ${variable}.tail`)
    take(part.head, variable + '0')
    take(part.tail, variable + '1')
  }
  take(shape, 's')
  const args = parameters(shape).map(([way]) => `, s${way}`)
  return [`function enter_${name}(d, s) {`, ...lines, `return ${name}(d${args.join('')})`, '}'].join('\n')
}

import { deepest } from './axis.js'
import { type Crash, type Rule } from './crash.js'
import { type Noun, isAtom, isCell } from './noun.js'
import { printNoun } from './print.js'

/**
 * What to look at, where a computation has crashed: a sentence for who has not met this crash yet.
 *
 * @example
 * hintOf(nock(cell(1, 7), cell(0, 6)).left)
 * // 'axis 6 of this subject: /3 is the atom 7, so there is nothing below it'
 */
export const hintOf = ({ why, rule, axis, noun, formula }: Crash): string => {
  switch (why) {
    case 'axis':
      return axis === 0
        ? 'axes count from 1, the whole: [0 1]; [0 0] crashes on purpose'
        : nothingThere(rule, axis!, noun)
    case 'increment':
      return `rule 4 adds one to a number, and what its formula gave is a cell: [0 2] and [0 3] of that are its parts`
    case 'test':
      return 'rule 6 chooses by 0, yes, or 1, no: [5 …] gives one of them for "the same?", [3 …] for "a cell?"'
    case 'formula':
      return isAtom(formula)
        ? `to have the number itself write [1 ${show(formula)}], to have the part at that axis [0 ${show(formula)}]`
        : noForm(rule, formula)
    case 'jet':
      return 'by the formula alone this would go on for ever; the jet knows, and says so'
    case 'budget':
      return 'it may need more steps than were allowed, or it has no end'
  }
}

const nothingThere = (rule: Rule | undefined, axis: NonNullable<Crash['axis']>, noun: Noun): string => {
  const { axis: last, part } = deepest(axis, noun)
  const whose = rule === 9 ? 'this core' : rule === 10 ? 'the noun to be edited' : 'this subject'
  const way =
    last === 1
      ? `it is the atom ${show(part)}, and has no parts`
      : `/${show(last)} is the atom ${show(part)}, so there is nothing below it`
  return `axis ${show(axis)} of ${whose}: ${way}`
}

/** How many nouns are to stand behind the number of each rule. */
const WANTED: Readonly<Record<Rule, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 1,
  4: 1,
  5: 2,
  6: 3,
  7: 2,
  8: 2,
  9: 2,
  10: 2,
  11: 2,
}

const noForm = (rule: Rule | undefined, formula: Noun): string => {
  if (rule === undefined)
    return 'is a constant meant? then write [1 …]; two formulas side by side are both evaluated, and each starts with a rule'
  const found = lengthOf(formula) - 1
  const wanted = WANTED[rule]
  if (found < wanted)
    return `behind the ${rule} ${found === 1 ? 'stands one noun' : `stand ${found} nouns`}, and it takes ${wanted}`
  if (rule === 10) return 'behind the 10 stands a cell first, [axis formula]'
  return 'an axis is a number'
}

/** How many nouns stand in the brackets, to the right as far as they go, up to a few. */
const lengthOf = (noun: Noun): number => {
  let count = 1
  for (let rest = noun; isCell(rest) && count < 5; rest = rest.tail) count++
  return count
}

const show = (noun: Noun): string => printNoun(noun, { limit: 40 })

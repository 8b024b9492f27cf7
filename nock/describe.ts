import { deepest } from './axis.js'
import { caret } from './caret.js'
import { type Crash } from './crash.js'
import { hintOf } from './hint.js'
import { type Noun, isAtom } from './noun.js'
import { placeOf } from './place-of.js'
import { printNoun } from './print.js'

/** How much of a noun a message shows, in characters. */
const SHOWN = 240

/**
 * A crash in words: what happened, by which rule, and on what.
 *
 * @param whole the formula that was evaluated: where the one that crashed stands in it is shown then, and a hint
 * @returns lines without a newline at the end
 * @example
 * describeCrash(nock(cell(1, 2), cell(0, 6)).left)
 * // rule 0: there is nothing at axis 6
 * //   the noun     [1 2]
 * //   goes to      axis 3, the atom 2
 * //   the formula  [0 6]
 */
export const describeCrash = (crash: Crash, whole?: Noun): string => {
  const rows = [...details(crash), ...(whole === undefined ? [] : lesson(crash, whole))]
  return [headline(crash), ...rows.map(([label, text]) => `  ${label.padEnd(11)}  ${text}`.trimEnd())].join(
    '\n',
  )
}

/** Where that is in the whole formula, unless it is the whole, and what to look at. */
const lesson = (crash: Crash, whole: Noun): readonly (readonly [string, string])[] => {
  const place = crash.why === 'budget' ? undefined : placeOf(crash.formula, whole) // where it ran out is nobody's fault
  const there = place === undefined || place === 1 ? [] : caret(whole, place)
  return [...there.map((line, i) => [i === 0 ? 'in' : '', line] as const), ['hint', hintOf(crash)]]
}

const headline = ({ why, rule, axis, noun, formula }: Crash): string => {
  switch (why) {
    case 'axis':
      return axis === 0
        ? `rule ${rule}: no noun has an axis 0`
        : `rule ${rule}: there is nothing at axis ${printNoun(axis!, { limit: 40 })}`
    case 'increment':
      return 'rule 4: a cell has no number above it'
    case 'test':
      return `rule 6: the test must give 0 (yes) or 1 (no), not ${isAtom(noun) ? show(noun) : 'a cell'}`
    case 'formula':
      if (isAtom(formula)) return 'no rule: an atom is no formula'
      return rule === undefined
        ? 'no rule: a formula starts with 0 to 11 or a cell'
        : `rule ${rule} takes ${FORMS[rule]}`
    case 'jet':
      return 'the formula has no value for this subject'
    case 'budget':
      return 'the budget is spent'
  }
}

const details = ({ why, axis, noun, formula }: Crash): readonly (readonly [string, string])[] => {
  const shown = ['the formula', show(formula)] as const
  switch (why) {
    case 'axis': {
      const { axis: last, part } = deepest(axis!, noun)
      const end =
        isAtom(part) && axis !== 0
          ? [['goes to', `axis ${printNoun(last, { limit: 40 })}, the atom ${show(part)}`] as const]
          : []
      return [['the noun', show(noun)], ...end, shown]
    }
    case 'formula':
      return [shown]
    case 'increment':
    case 'test':
      return [['the noun', show(noun)], shown]
    case 'jet':
    case 'budget':
      return [['the subject', show(noun)], shown]
  }
}

const show = (noun: Noun): string => printNoun(noun, { limit: SHOWN })

/** The form that each rule's formulas have. */
const FORMS = [
  '[0 axis]',
  '[1 noun]',
  '[2 formula formula]',
  '[3 formula]',
  '[4 formula]',
  '[5 formula formula]',
  '[6 formula formula formula]',
  '[7 formula formula]',
  '[8 formula formula]',
  '[9 axis formula]',
  '[10 [axis formula] formula]',
  '[11 hint formula]',
] as const

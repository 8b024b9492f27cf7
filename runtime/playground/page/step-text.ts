import { type Atom, type Noun, type Step, isCell, plain, printNoun, showStep } from '../../../nock/index.js'

/** So many characters of a subject, of a formula, and of any other noun. */
const SUBJECT = 26
const FORMULA = 60
const NOUN = 60

/**
 * What a step reduces, in a line: of `*[a f]` the subject is cut short first, and a formula that has a name goes by it.
 *
 * @param cords atoms that are shown as text
 * @param nameOf the name of a formula, if it has one
 * @example
 * stepText(new Stepper(41, cell(4, 0, 1)).at(1), new Set(), () => undefined) === '*[41 0 1]'
 */
export const stepText = (
  step: Step,
  cords: ReadonlySet<Atom>,
  nameOf: (formula: Noun) => string | undefined,
): string => {
  const print = (noun: Noun, limit: number): string => printNoun(noun, { cords, limit })
  if (step.is !== 'product' && step.redex.operator === '*' && isCell(step.redex.of)) {
    const { head: subject, tail: formula } = step.redex.of
    const printed = print(formula, FORMULA)
    return `*[${print(subject, SUBJECT)} ${nameOf(formula) ?? (isCell(formula) ? printed.slice(1, -1) : printed)}]`
  }
  const { before } = showStep(step, { print: (noun) => print(noun, NOUN), around: 0 })
  return plain(before.filter(({ marked }) => marked))
}

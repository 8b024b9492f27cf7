import { tags } from '../../jets/index.js'
import { type Noun, printNoun } from '../../nock/index.js'
import { subjectOf } from '../explain/explain.js'
import { type Decision } from '../supervision/step.js'
import { fragmentOf } from './fragment.js'

/**
 * The link into the playground that has a decision in it: for its subject the recorded tape and the service as it was,
 * and the formula that it was decided by.
 *
 * @param address the playground's
 * @param nameOf the name of a formula, if it is one of the package's: others are written out
 * @example
 * decisionLink({ before: down(97), tape: [], formula: cell(0, 1) }, 'http://127.0.0.1:8064/', () => 'same') === 'http://127.0.0.1:8064/#s=%5B0+97+0+0%5D&f=same'
 */
export const decisionLink = (
  decision: Decision,
  address: string,
  nameOf: (formula: Noun) => string | undefined,
): string => {
  const { formula, before } = decision
  const cords = new Set([...tags, before.name])
  return `${address}#${fragmentOf({
    subject: printNoun(subjectOf(decision), { cords }),
    formula: nameOf(formula) ?? printNoun(formula, { cords }),
  })}`
}

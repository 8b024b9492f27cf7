import { type Noun, describeCrash } from '../../nock/index.js'
import { nounText } from '../journal/index.js'
import { printable } from '../log/printable.js'
import { type Explanation, type Reason } from './explain.js'
import { type Recorded, type Told } from './recorded.js'
import { type Step } from './steps.js'
import { definitionLine } from '../../nock/stepper/definition.js'
import { restText } from './text.js'
import { headline, nameText, turnOf } from './words.js'

/**
 * An explanation for programs: nouns are text, and what is not there is null.
 *
 * @param another the names that formulas have where it was decided, and others have here
 * @param steps the whole reduction, if it is wanted
 */
export const explanationJson = (
  { time, decision, formula, name }: Recorded,
  { reasons, omitted, product, agrees }: Explanation,
  another: readonly string[],
  steps: readonly Step[] | undefined,
): object => {
  const { event, before, after, failure } = decision
  const text = (noun: Noun | undefined): string | null =>
    noun === undefined ? null : nounText(noun, before.name)
  const reasonJson = (reason: Reason): object => {
    switch (reason.is) {
      case 'formula':
        return reason
      case 'request':
        return { ...reason, request: text(reason.request), answer: text(reason.answer) }
      case 'branch':
        return {
          ...reason,
          formula: reason.formula ?? null,
          place: reason.place ?? null,
          meaning: reason.meaning ?? null,
          condition: text(reason.condition),
          product: text(reason.product),
          taken: text(reason.taken),
          takenName: reason.takenName ?? null,
        }
    }
  }
  return {
    service: nameText(before.name),
    time,
    event,
    headline: headline(decision, time),
    turn: turnOf(decision),
    formula: { hash: formula, name: name ?? null },
    before: { state: before.state, pid: before.pid },
    after: { state: after.state, pid: after.pid },
    failed: failure !== undefined,
    reasons: reasons.map(reasonJson),
    omitted,
    product: product._tag === 'Right' ? text(product.right) : null,
    crash: product._tag === 'Left' ? describeCrash(product.left, decision.formula) : null,
    agrees: agrees ?? null,
    another,
    ...(steps === undefined
      ? {}
      : {
          steps: steps.map(({ depth, begun, product }) => ({
            depth,
            subject: text(begun?.subject),
            formula: text(begun?.formula),
            rule: begun === undefined ? null : definitionLine(begun.formula),
            product: text(product),
          })),
        }),
  }
}

/** What there is to tell, in the same form, of a service of which no decision is known: how it was taken up. */
export const restJson = (told: Told): object => {
  const { service, taken } = told
  return {
    service: printable(service),
    time: taken?.time ?? null,
    event: null,
    headline: restText(told, 0, false)[0],
    turn: taken === undefined ? null : taken.why === 'adopted' ? 'taken over' : 'taken up',
    formula: null,
    before: null,
    after: taken === undefined ? null : { state: taken.service.state, pid: taken.service.pid },
    failed: false,
    reasons: [],
    omitted: 0,
    product: null,
    crash: null,
    agrees: null,
    another: [],
  }
}

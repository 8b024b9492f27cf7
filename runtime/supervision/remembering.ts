import { type Noun, Cell, equal } from '../../nock/index.js'
import { type Decide, type Outcome } from './decide.js'
import { type Service } from './service.js'

/** What came of an evaluation on no tape. */
interface Last {
  readonly formula: Noun
  readonly outcome: Outcome
}

/**
 * Decides as `decide` does. Of each service it remembers what was decided last, as long as the service stays as it was;
 * the next time the same questions are put, in their order, and where all are answered as before, so is it decided.
 *
 * That is no short cut past the formula: its product follows from its subject alone, from the service and the answers,
 * and so does each question from the answers before it. Where an answer differs, the formula is evaluated on those that
 * there are. Each question is put as often as without it: a sweep costs the questions, and no evaluation.
 */
export const remembering = (decide: Decide): Decide => {
  const lasts = new WeakMap<Service, Last>()
  return (formula, service, before, put) => {
    const last = before.length === 0 ? lasts.get(service) : undefined
    if (last?.formula === formula) {
      const { tape } = last.outcome
      for (const [i, { head, tail }] of tape.entries()) {
        const asked = head as Cell
        // another noun than the last time: a late answer is told by it
        const request = new Cell(asked.head, asked.tail)
        const answer = put(request)
        if (answer === undefined) return { _tag: 'Asked', request, tape: tape.slice(0, i) }
        if (answer !== tail && !equal(answer, tail))
          return decide(formula, service, [...tape.slice(0, i), new Cell(request, answer)], put)
      }
      return last.outcome
    }
    const outcome = decide(formula, service, before, put)
    if (before.length === 0 && outcome._tag === 'Decided') lasts.set(service, { formula, outcome })
    return outcome
  }
}

import { Cell, type Noun, NO, cord } from '../../nock/index.js'
import { type Decide, type Entry, type Failure, type Put } from './decide.js'
import { type Policy } from './policy.js'
import { type Service, sameService, serviceOf } from './service.js'

/**
 * One service's life as far as decisions go: what it is, whether it is to be kept up, and the decision under way. What
 * the supervisor does next follows from this and an event alone.
 */
export interface Life {
  readonly service: Service
  /** It is in the supervised set: whenever it is found down, it is started. */
  readonly supervised: boolean
  /** The supervisor lets go of it once it is down. */
  readonly leaving: boolean
  /** A decision that waits for an answer. */
  readonly deciding: Deciding | undefined
  /** The letters that came meanwhile, in order: one text, since a long one grows and shrinks at no cost. */
  readonly letters: string
  readonly lookDue: boolean
}

interface Deciding {
  readonly event: string
  readonly formula: Noun
  readonly tape: readonly Entry[]
  /** The very request that was put: its identity tells a late answer to it from one to any other. */
  readonly request: Cell
}

/**
 * | event    | while nothing is being decided       | while a decision waits for an answer           |
 * |----------|--------------------------------------|------------------------------------------------|
 * | `Look`   | `supervise`, or `observe` when not   | is due afterwards                              |
 * |          | in the supervised set                |                                                |
 * | `Letter` | the letter's row of the policy       | waits its turn; a `%wait` is answered with no; |
 * |          |                                      | one to exit takes the place of those before it |
 * | `Answer` | nothing: it is too late              | the decision goes on, if it is to its request  |
 */
export type Event =
  | { readonly _tag: 'Look' }
  | { readonly _tag: 'Letter'; readonly letter: string }
  | { readonly _tag: 'Answer'; readonly request: Cell; readonly answer: Noun }

/** A decision that was made, or that failed: everything that is needed to make it again. */
export interface Decision {
  readonly event: string
  readonly formula: Noun
  readonly before: Service
  readonly tape: readonly Entry[]
  /** The service as it is now: when it failed, as it was. */
  readonly after: Service
  readonly failure: Failure | undefined
}

/** What a service is when it comes to the supervisor. */
export const newLife = (service: Service, supervised: boolean): Life => ({
  service,
  supervised,
  leaving: false,
  deciding: undefined,
  letters: '',
  lookDue: false,
})

/** Is there nothing more to do for it? */
export const hasLeft = (life: Life): boolean =>
  life.leaving && life.service.state === 0 && life.deciding === undefined && life.letters.length === 0

/**
 * What becomes of a life by an event, and the decisions on the way: pure, but for what `put` does, which may leave
 * every answer for later.
 *
 * @example
 * step(policy, decider(), newLife(down(cord('web')), true), { _tag: 'Look' }, () => 42).life.service.pid === 42
 */
export const step = (
  policy: Policy,
  decide: Decide,
  life: Life,
  event: Event,
  put: Put,
): { readonly life: Life; readonly decisions: readonly Decision[] } => {
  const decisions: Decision[] = []

  /** Evaluates, and takes over what was decided, or notes what was asked. */
  const evaluate = (before: Life, name: string, formula: Noun, tape: readonly Entry[]): Life => {
    const { service } = before
    const outcome = decide(formula, service, tape, put)
    if (outcome._tag === 'Asked') {
      return { ...before, deciding: { event: name, formula, tape: outcome.tape, request: outcome.request } }
    }
    const after = outcome._tag === 'Decided' ? serviceOf(outcome.rest) : undefined
    const sane = after !== undefined && after.name === service.name
    const failure =
      outcome._tag === 'Failed'
        ? outcome.failure
        : sane
          ? undefined
          : { why: 'product' as const, message: NO_SERVICE }
    const now = failure === undefined && sane ? after : service
    decisions.push({ event: name, formula, before: service, tape: outcome.tape, after: now, failure })
    return { ...before, service: sameService(now, service) ? service : now, deciding: undefined }
  }

  const begin = (before: Life, name: string): Life => {
    const row = policy.get(name)
    if (row === undefined) return before
    const { supervised } = row
    const member = supervised === 'in' ? true : supervised === 'keep' ? before.supervised : false
    const leaving = supervised === 'exit' || (before.leaving && supervised === 'keep')
    return evaluate({ ...before, supervised: member, leaving }, name, row.formula, [])
  }

  /** Whatever can be decided without an answer that is still to come. */
  const goOn = (from: Life): Life => {
    let now = from
    while (now.deciding === undefined) {
      const letter = now.letters[0]
      if (letter !== undefined) now = begin({ ...now, letters: now.letters.slice(1) }, letter)
      else if (now.lookDue) now = begin({ ...now, lookDue: false }, now.supervised ? 'supervise' : 'observe')
      else break
    }
    return now
  }

  const answered = (from: Life, answer: Noun): Life => {
    const { deciding } = from
    if (deciding === undefined) return from
    const { event: name, formula, tape, request } = deciding
    return evaluate({ ...from, deciding: undefined }, name, formula, [...tape, new Cell(request, answer)])
  }

  switch (event._tag) {
    case 'Look':
      return { life: goOn({ ...life, lookDue: true }), decisions }
    case 'Letter': {
      if (event.letter.length !== 1) return { life, decisions }
      const isLast = policy.get(event.letter)?.supervised === 'exit'
      const queued = { ...life, letters: (isLast ? '' : life.letters) + event.letter }
      const waits = life.deciding?.request.head === WAIT
      return { life: goOn(waits ? { ...answered(queued, NO), lookDue: true } : queued), decisions }
    }
    case 'Answer':
      if (life.deciding?.request !== event.request) return { life, decisions }
      return { life: goOn(answered(life, event.answer)), decisions }
  }
}

const WAIT = cord('wait')

const NO_SERVICE = 'the product is not [tape name state pid] of the same service'

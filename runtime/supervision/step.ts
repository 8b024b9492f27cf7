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
  /** That it leaves could not be carried out; it is tried again at the next look. */
  readonly refused: boolean
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
 * | `Letter` | the letter's row of the policy       | waits its turn; a `%wait` or `%finished` is    |
 * |          |                                      | answered with no; one to exit takes the place  |
 * |          |                                      | of those before it                             |
 * | `Answer` | nothing: it is too late              | the decision goes on, if it is to its request  |
 *
 * What a look found dead, and left down though it is in the supervised set, is looked at again at once.
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
  refused: false,
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
  if (event._tag === 'Letter' && event.letter.length !== 1) return { life, decisions: [] }
  if (event._tag === 'Answer' && life.deciding?.request !== event.request) return { life, decisions: [] }
  const course = new Course(policy, decide, life, put)
  if (event._tag === 'Look') course.look()
  else if (event._tag === 'Letter') course.hear(event.letter)
  else course.answer(event.answer)
  return { life: course.life, decisions: course.decisions }
}

/** A life on its way through one event; a copy that changes, since there is one of these for each service at each sweep. */
class Course {
  readonly life: { -readonly [K in keyof Life]: Life[K] }
  readonly decisions: Decision[] = []
  private readonly policy: Policy
  private readonly decide: Decide
  private readonly put: Put

  constructor(policy: Policy, decide: Decide, life: Life, put: Put) {
    this.life = { ...life }
    this.policy = policy
    this.decide = decide
    this.put = put
  }

  look(): void {
    this.life.lookDue = true
    this.goOn()
  }

  hear(letter: string): void {
    const { life } = this
    const isLast = this.policy.get(letter)?.supervised === 'exit'
    life.letters = (isLast ? '' : life.letters) + letter
    if (life.deciding === undefined || !isIdle(life.deciding.request)) return this.goOn()
    this.interrupt(life.deciding)
    this.goOn()
  }

  answer(answer: Noun): void {
    if (this.life.deciding !== undefined) this.resume(this.life.deciding, answer)
    this.goOn()
  }

  /** Whatever can be decided without an answer that is still to come. */
  private goOn(): void {
    const { life } = this
    while (life.deciding === undefined) {
      const letter = life.letters[0]
      if (letter !== undefined) {
        life.letters = life.letters.slice(1)
        this.begin(letter)
      } else if (life.lookDue) {
        life.lookDue = false
        this.begin(life.refused ? 'x' : life.supervised ? 'supervise' : 'observe')
      } else return
    }
  }

  private begin(event: string): void {
    const row = this.policy.get(event)
    if (row === undefined) return
    const { life } = this
    const { supervised, formula } = row
    if (supervised !== 'keep') {
      life.supervised = supervised === 'in'
      life.leaving = supervised === 'exit'
      life.refused = false
    }
    this.evaluate(event, formula, [])
  }

  /** Nothing but time, or a finish script, is waited for; there is something to do instead. */
  private interrupt(deciding: Deciding): void {
    this.life.lookDue = true
    this.resume(deciding, NO)
  }

  private resume({ event, formula, tape, request }: Deciding, answer: Noun): void {
    this.life.deciding = undefined
    this.evaluate(event, formula, [...tape, new Cell(request, answer)])
  }

  /** Evaluates, and takes over what was decided, or notes what was asked. */
  private evaluate(event: string, formula: Noun, before: readonly Entry[]): void {
    const { life } = this
    const { service } = life
    const outcome = this.decide(formula, service, before, this.put)
    const { tape } = outcome
    if (outcome._tag === 'Asked') {
      const { request } = outcome
      life.deciding = { event, formula, tape, request }
      if (life.letters !== '' && isIdle(request)) this.interrupt(life.deciding)
      return
    }
    const product = outcome._tag === 'Decided' ? serviceOf(outcome.rest) : undefined
    const isSane = product !== undefined && product.name === service.name
    const failure = outcome._tag === 'Failed' ? outcome.failure : isSane ? undefined : NO_SERVICE
    const after = isSane && !sameService(product, service) ? product : service
    this.decisions.push({ event, formula, before: service, tape, after, failure })
    life.service = after
    if (event === 'supervise' && service.state === 1 && after.state === 0) life.lookDue = true
    life.refused ||= failure !== undefined && this.policy.get(event)?.supervised === 'exit'
  }
}

const IDLE: readonly Noun[] = [cord('wait'), cord('finished')]

/** Does a request ask for nothing to be done, only for something to be over? A command need not wait for that. */
export const isIdle = ({ head: tag }: Cell): boolean => IDLE.includes(tag)

const NO_SERVICE: Failure = {
  why: 'product',
  message: 'the product is not [tape name state pid] of the same service',
}

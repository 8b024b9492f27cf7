import fc from 'fast-check'
import { Cell, NO, type Noun, cord } from '../../nock/index.js'
import { type Decide, type Entry, type Failure, type Put } from '../supervision/decide.js'
import { type Policy } from '../supervision/policy.js'
import { ServiceNoun, type Service, down } from '../supervision/service.js'
import { type Decision, type Event, type Life, isIdle, newLife, step } from '../supervision/step.js'
import { SimulatedOs, type Temper } from './simulated-os.js'

/** Something that happens: to one of the services, or to the world. */
export type Happening =
  | { readonly is: 'look' | 'death' | 'end' | 'fork' | 'leave'; readonly to: number }
  | { readonly is: 'letter'; readonly to: number; readonly letter: string }
  /** A row of the policy that somebody asks by hand, as `sv status` and `sv check` do. */
  | { readonly is: 'ask'; readonly to: number; readonly event: string }
  /** One of the answers that are due comes, or one comes that nobody waits for. */
  | { readonly is: 'answer' | 'stale answer'; readonly which: number }
  | { readonly is: 'temper'; readonly temper: Temper }

/** All that a history follows from. */
export interface Past {
  readonly seed: number
  readonly temper: Temper
  readonly happenings: readonly Happening[]
}

/** The services of every history. */
export const NAMES = ['web', 'db'] as const

/** What runit's `sv` sends that a policy knows, and some that it does not. */
export const LETTERS = ['u', 'd', 'o', 't', 'k', 'x', 'p', 'c', '?'] as const

const percent = fc.constantFrom(0, 0, 10, 30, 60)

export const tempers: fc.Arbitrary<Temper> = fc.record({
  refusesSpawn: percent,
  refusesKill: fc.constantFrom(0, 20, 40, 70),
  late: percent,
  diesAtOnce: percent,
  diesBetween: fc.constantFrom(0, 0, 0, 5, 20),
  ignores: percent,
})

const to = fc.nat(NAMES.length - 1)

/** @param events the rows of the policy that are asked by hand */
export const happenings = (
  letters: readonly string[],
  events: readonly string[] = [],
): fc.Arbitrary<Happening> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ is: fc.constant('look' as const), to }) },
    {
      weight: 5,
      arbitrary: fc.record({ is: fc.constant('letter' as const), to, letter: fc.constantFrom(...letters) }),
    },
    { weight: 5, arbitrary: fc.record({ is: fc.constant('answer' as const), which: fc.nat(9) }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('stale answer' as const), which: fc.nat(99) }) },
    { weight: 4, arbitrary: fc.record({ is: fc.constant('death' as const), to }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('end' as const), to }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('fork' as const), to }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('leave' as const), to }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('temper' as const), temper: tempers }) },
    ...(events.length === 0
      ? []
      : [
          {
            weight: 2,
            arbitrary: fc.record({ is: fc.constant('ask' as const), to, event: fc.constantFrom(...events) }),
          },
        ]),
  )

/** Histories of a policy: its own letters and others, and what else can be asked of it. */
export const pasts = (policy: Policy, longest = 60): fc.Arbitrary<Past> => {
  const events = [...policy.keys()]
  const letters = new Set([...LETTERS, ...events.filter((event) => event.length === 1)])
  const asked = events.filter((event) => event.length > 1 && event !== 'supervise' && event !== 'observe')
  return fc.record({
    seed: fc.nat(),
    temper: tempers,
    happenings: fc.array(happenings([...letters], asked), { maxLength: longest, size: 'max' }),
  })
}

/** A request that was put to the operating system, and the answer once it has come. */
export interface Performed {
  readonly request: Cell
  answer: Noun | undefined
}

/** One service in a history, with all that was ever decided and sent. */
export interface Supervised {
  life: Life
  readonly decisions: Decision[]
  readonly letters: string[]
  /** Every request that was put for its decisions, in order. */
  readonly performed: Performed[]
}

/** What an event came to. */
export interface Turn {
  readonly which: number
  readonly before: Life
  readonly event: Event
  readonly made: readonly Decision[]
}

/** An evaluation that came to its end: a decision, or an answer to who asked by hand. */
export interface Evaluated {
  readonly event: string
  readonly formula: Noun
  readonly before: Service
  readonly tape: readonly Entry[]
  /** The product is `[0 rest]`; undefined when it failed. */
  readonly rest: Noun | undefined
  readonly failure: Failure | undefined
}

/** Whoever is told of all that goes on in a history; what it throws ends the history. */
export interface Watch {
  turned?(history: History, turn: Turn): void
  /** Somebody who asked by hand has the answer; `performed` is what was asked in turn. */
  answered?(which: number, evaluated: Evaluated, performed: readonly Performed[]): void
}

/** A decision as an evaluation. */
export const evaluated = ({ event, formula, before, tape, after, failure }: Decision): Evaluated => ({
  event,
  formula,
  before,
  tape,
  rest: failure === undefined ? ServiceNoun.encode(after) : undefined,
  failure,
})

/**
 * Two services under one policy, and a simulated operating system. Whatever happens is brought to `step`. All of it
 * follows from the seed and the happenings.
 */
export class History {
  readonly os: SimulatedOs
  readonly services: readonly Supervised[]
  private readonly policy: Policy
  private readonly decide: Decide
  private readonly watch: Watch
  /** Brings each answer that ever came later once more. */
  private readonly again: (() => void)[] = []

  constructor(policy: Policy, decide: Decide, { seed, temper }: Omit<Past, 'happenings'>, watch: Watch = {}) {
    const names = NAMES.map(cord)
    this.policy = policy
    this.decide = decide
    this.watch = watch
    this.os = new SimulatedOs(seed, temper, names)
    this.services = names.map((name) => ({
      life: newLife(down(name), true),
      decisions: [],
      letters: [],
      performed: [],
    }))
  }

  happen(happening: Happening): void {
    const name = 'to' in happening ? this.services[happening.to]!.life.service.name : 0
    switch (happening.is) {
      case 'look':
        return this.look(happening.to)
      case 'letter':
        return this.letter(happening.to, happening.letter)
      case 'ask':
        return this.ask(happening.to, happening.event)
      case 'death':
        return this.os.die(name)
      case 'end':
        return this.os.dieOut(name)
      case 'fork':
        return this.os.fork(name)
      case 'leave':
        return this.os.leave(name)
      case 'temper':
        this.os.temper = happening.temper
        return
      case 'answer':
        return this.os.answer(happening.which)
      case 'stale answer':
        return this.again[happening.which % this.again.length]?.()
    }
  }

  look(which: number): void {
    this.bring(which, { _tag: 'Look' })
  }

  letter(which: number, letter: string): void {
    this.services[which]!.letters.push(letter)
    this.bring(which, { _tag: 'Letter', letter })
  }

  /** From now on everything succeeds, and what is open is answered, until nothing is. */
  settle(): void {
    this.os.settle()
  }

  private bring(which: number, event: Event): void {
    const service = this.services[which]!
    const before = service.life
    const put = this.puts(service.performed, (request, answer) => {
      const bring = (): void => this.bring(which, { _tag: 'Answer', request, answer })
      this.again.push(bring)
      bring()
    })
    const { life, decisions } = step(this.policy, this.decide, before, event, put)
    if (event._tag === 'Letter' || before.letters !== '') settleCut(service.performed, decisions, life)
    service.life = life
    service.decisions.push(...decisions)
    this.watch.turned?.(this, { which, before, event, made: decisions })
  }

  /** Evaluates a row that decides nothing, as `runCheck` does. */
  private ask(which: number, event: string): void {
    const formula = this.policy.get(event)?.formula
    if (formula === undefined) return
    const before = this.services[which]!.life.service
    const performed: Performed[] = []
    const evaluate = (begun: readonly Entry[]): void => {
      const put = this.puts(performed, (request, answer) =>
        evaluate([...outcome.tape, new Cell(request, answer)]),
      )
      const outcome = this.decide(formula, before, begun, put)
      if (outcome._tag === 'Asked') return
      const { tape } = outcome
      const rest = outcome._tag === 'Decided' ? outcome.rest : undefined
      const failure = outcome._tag === 'Failed' ? outcome.failure : undefined
      this.watch.answered?.(which, { event, formula, before, tape, rest, failure }, performed)
    }
    evaluate([])
  }

  /** Puts requests to the operating system, and notes them; `later` is called for answers that come later. */
  private puts(performed: Performed[], later: (request: Cell, answer: Noun) => void): Put {
    return (request) => {
      const answer = this.os.put(request, (late) => {
        settle(performed, request, late)
        later(request, late)
      })
      performed.push({ request, answer })
      return answer
    }
  }
}

/** What was cut short by a letter was answered with no. */
const settleCut = (performed: readonly Performed[], made: readonly Decision[], life: Life): void => {
  for (const { head: request, tail: answer } of [...made, life.deciding ?? { tape: [] }].flatMap(
    ({ tape }) => tape,
  ))
    if (answer === NO && request instanceof Cell && isIdle(request)) settle(performed, request, NO)
}

/** Notes the answer that counts, which is the first. */
const settle = (performed: readonly Performed[], request: Cell, answer: Noun): void => {
  const one = performed.find((each) => each.request === request)
  if (one !== undefined) one.answer ??= answer
}

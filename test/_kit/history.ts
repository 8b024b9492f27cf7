import { fc } from '@fast-check/vitest'
import { type Cell, type Noun, cord } from '../../nock/index.js'
import { decider } from '../../runtime/supervision/decide.js'
import { type Policy } from '../../runtime/supervision/policy.js'
import { down } from '../../runtime/supervision/service.js'
import { type Decision, type Event, type Life, newLife, step } from '../../runtime/supervision/step.js'
import { KIND, SimulatedOs, type Temper } from './simulated-os.js'

/** Something that happens: to one of the services, or to the world. */
export type Happening =
  | { readonly is: 'look' | 'death' | 'fork'; readonly to: number }
  | { readonly is: 'letter'; readonly to: number; readonly letter: string }
  /** One of the answers that are due comes, or one comes that nobody waits for. */
  | { readonly is: 'answer' | 'stale answer'; readonly which: number }
  | { readonly is: 'temper'; readonly temper: Temper }

const percent = fc.constantFrom(0, 0, 10, 30, 60)

export const tempers: fc.Arbitrary<Temper> = fc.record({
  refusesSpawn: percent,
  refusesKill: percent,
  late: percent,
  diesAtOnce: percent,
})

const to = fc.nat(1)

export const happenings = (letters: readonly string[]): fc.Arbitrary<Happening> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ is: fc.constant('look' as const), to }) },
    {
      weight: 5,
      arbitrary: fc.record({ is: fc.constant('letter' as const), to, letter: fc.constantFrom(...letters) }),
    },
    { weight: 5, arbitrary: fc.record({ is: fc.constant('answer' as const), which: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('stale answer' as const), which: fc.nat() }) },
    { weight: 4, arbitrary: fc.record({ is: fc.constant('death' as const), to }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('fork' as const), to }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('temper' as const), temper: tempers }) },
  )

/** What runit's `sv` sends that a policy knows, and some that it does not. */
export const LETTERS = ['u', 'd', 'o', 't', 'k', 'x', 'p', 'c', '?'] as const

/** One service in a history, with all that was ever decided, sent and asked for it. */
export interface Supervised {
  life: Life
  readonly decisions: Decision[]
  readonly letters: string[]
  puts: number
}

const decide = decider()

/**
 * Two services under one policy, and a simulated operating system. Whatever happens is brought to `step`; after each
 * happening `check` may say what must hold.
 */
export class History {
  readonly os: SimulatedOs
  readonly services: readonly Supervised[]
  private readonly policy: Policy
  private readonly answered: { request: Cell; asker: number; answer: Noun }[] = []
  private readonly check: (
    history: History,
    which: number,
    before: Life,
    event: Event,
    made: readonly Decision[],
  ) => void

  constructor(policy: Policy, seed: number, temper: Temper, check: History['check'] = () => {}) {
    this.policy = policy
    this.os = new SimulatedOs(seed, temper)
    this.check = check
    this.services = ['web', 'db'].map((name) => ({
      life: newLife(down(cord(name)), true),
      decisions: [],
      letters: [],
      puts: 0,
    }))
  }

  happen(happening: Happening): void {
    const name = 'to' in happening ? this.services[happening.to]!.life.service.name : 0
    switch (happening.is) {
      case 'look':
        return this.look(happening.to)
      case 'letter':
        return this.letter(happening.to, happening.letter)
      case 'death':
        return this.os.die(name)
      case 'fork':
        return this.os.fork(name)
      case 'temper':
        this.os.temper = happening.temper
        return
      case 'answer': {
        const { pending } = this.os
        if (pending.length > 0) this.answer(happening.which % pending.length)
        return
      }
      case 'stale answer': {
        const late = this.answered[happening.which % this.answered.length]
        if (late !== undefined)
          this.bring(late.asker, { _tag: 'Answer', request: late.request, answer: late.answer })
      }
    }
  }

  look(which: number): void {
    this.bring(which, { _tag: 'Look' })
  }

  letter(which: number, letter: string): void {
    this.services[which]!.letters.push(letter)
    this.bring(which, { _tag: 'Letter', letter })
  }

  /** From now on everything succeeds, and what is due is answered, until nothing is. */
  settle(): void {
    this.os.temper = KIND
    while (this.os.pending.length > 0) this.answer(0)
  }

  private answer(which: number): void {
    const [due] = this.os.pending.splice(which, 1)
    const { request, asker } = due!
    const answer = due!.answer()
    this.answered.push({ request, asker, answer })
    this.bring(asker, { _tag: 'Answer', request, answer })
  }

  private bring(which: number, event: Event): void {
    const service = this.services[which]!
    const before = service.life
    const { life, decisions } = step(this.policy, decide, before, event, (request) => {
      service.puts++
      return this.os.put(request, which)
    })
    service.life = life
    service.decisions.push(...decisions)
    this.check(this, which, before, event, decisions)
  }
}

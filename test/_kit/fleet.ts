import { fc } from '@fast-check/vitest'
import { type Atom, Cell, type Noun, cord } from '../../nock/index.js'
import { namer } from '../../runtime/formulas/name.js'
import { FIRST } from '../../runtime/journal/chain.js'
import { type End, Journal } from '../../runtime/journal/journal.js'
import { decider } from '../../runtime/supervision/decide.js'
import { down } from '../../runtime/supervision/service.js'
import { type Event, type Life, hasLeft, newLife, step } from '../../runtime/supervision/step.js'
import { SimulatedOs, type Temper } from '../../runtime/verify/simulated-os.js'
import { book } from './book.js'
import { Files } from './journal-files.js'
import { sv, throttled } from './story.js'

const policies = { sv, throttled }

/** A fleet, and what befalls it: the same options, the same journal. */
export interface FleetOptions {
  readonly seed: number
  readonly services: number
  readonly policy: keyof typeof policies
  readonly temper: Temper
  /** Of a thousand happenings: the supervisor is killed, or ends in order, and the next one starts. */
  readonly restarts: number
  /** Of a thousand happenings: the disk is full, and stays so for some time. */
  readonly full: number
  /** Decisions that found all well are written, too. */
  readonly all: boolean
  /** A file longer than so many bytes is set aside. */
  readonly size: number
}

/** What most services are like: now and then one does not start, or dies on the spot, or cannot be killed. */
export const USUAL: Temper = {
  refusesSpawn: 3,
  refusesKill: 1,
  late: 20,
  diesAtOnce: 2,
  diesBetween: 1,
  ignores: 5,
}

const percent = fc.constantFrom(0, 0, 10, 30, 60)

/** Fleets of all kinds, under a supervisor that fares badly. */
export const fleets: fc.Arbitrary<FleetOptions> = fc.record({
  seed: fc.nat(),
  services: fc.integer({ min: 1, max: 6 }),
  policy: fc.constantFrom('sv', 'throttled'),
  temper: fc.record({
    refusesSpawn: percent,
    refusesKill: percent,
    late: percent,
    diesAtOnce: percent,
    diesBetween: percent,
    ignores: percent,
  }),
  restarts: fc.constantFrom(0, 10, 50),
  full: fc.constantFrom(0, 0, 30),
  all: fc.boolean(),
  size: fc.integer({ min: 500, max: 20_000 }),
})

/** What was written. */
export interface Written {
  readonly decisions: number
  readonly lines: number
  readonly files: number
  /** The chain of the last line. */
  readonly last: string
}

/**
 * Writes the journal of a simulated fleet's day: services that die, are sent letters, leave and come back, under a
 * supervisor that is itself killed now and then; by `step`, and an operating system for each service.
 *
 * @param file where to, beside its `FILE.1`, `FILE.2`, …
 * @param decisions how many it has when it ends, in order; perhaps one more
 */
export const writeFleet = (file: string, decisions: number, options: FleetOptions): Written => {
  const fleet = new Fleet(new Files(file), DAY / (4 * decisions), options)
  while (fleet.files.decisions < decisions) fleet.happen()
  return fleet.end()
}

const DAY = 86_400_000
const BEGIN = Date.UTC(2026, 10, 23)

interface Member {
  readonly name: Atom
  readonly os: SimulatedOs
  /** Undefined: the supervisor has let go of it. */
  life: Life | undefined
  /** The last process: its pid there, of which there are few, and in the journal, where they are as in a day. */
  there: number
  pid: number
}

const decide = decider()
const nameOf = namer(book)

class Fleet {
  readonly files: Files
  readonly #options: FleetOptions
  readonly #random: () => number
  readonly #members: readonly Member[]
  readonly #pause: number
  #now = BEGIN
  #journal: Journal
  #supervisors = 0
  #pid = 300

  constructor(files: Files, pause: number, options: FleetOptions) {
    this.files = files
    this.#options = options
    this.#pause = pause
    this.#random = lehmer(options.seed)
    this.#members = Array.from({ length: options.services }, (_, i) => {
      const name = cord(`service-${i + 1}`)
      return {
        name,
        os: new SimulatedOs(options.seed + i, options.temper, [name]),
        life: undefined,
        there: 0,
        pid: 0,
      }
    })
    this.#journal = this.#start({ number: 1, chain: FIRST, size: 0 }, 0)
  }

  happen(): void {
    this.#now += 2 * this.#random() * this.#pause
    const { restarts, full } = this.#options
    if (this.#chance(restarts)) return this.#restart()
    if (this.#chance(this.files.isFull ? 100 : full)) this.files.isFull = !this.files.isFull
    const member = this.#members[this.#below(this.#members.length)]!
    if (member.life === undefined) return this.#take(member)
    if (member.os.open > 0 && this.#chance(800)) return member.os.answer(this.#below(8))
    const what = this.#below(100)
    if (what < 20) this.#bring(member, { _tag: 'Letter', letter: LETTERS[this.#below(LETTERS.length)]! })
    else if (what < 30) member.os.fork(member.name)
    else {
      if (what < 80) member.os.die(member.name)
      else if (what < 90) member.os.dieOut(member.name)
      this.#bring(member, { _tag: 'Look' })
    }
  }

  end(): Written {
    this.files.isFull = false
    this.#journal.close()
    this.files.flush()
    const { decisions, lines, number } = this.files
    return { decisions, lines, files: number, last: this.files.chain }
  }

  /** Killed, perhaps in the middle of a line; or in order. The next supervisor finds what is left. */
  #restart(): void {
    this.files.isFull = false
    const killed = this.#chance(500)
    if (!killed) this.#journal.close()
    const torn = killed && this.#chance(500) ? this.files.tear() : 0
    const { number, chain, size } = this.files
    this.#journal = this.#start({ number, chain, size }, torn)
  }

  #start(end: End, torn: number): Journal {
    this.#supervisors++
    const journal = new Journal({
      sink: this.files,
      end,
      now: () => new Date(this.#now),
      nameOf,
      all: this.#options.all,
      size: this.#options.size,
    })
    this.#journal = journal
    journal.start({ runock: '0.1.0', pid: 1000 + this.#supervisors, directory: '/etc/service', torn })
    for (const member of this.#members) this.#take(member)
    return journal
  }

  #take(member: Member): void {
    const { name, os } = member
    const running = os.groupsOf(name).find(([, { leader }]) => leader)
    const service =
      running === undefined ? down(name) : { name, state: 1 as const, pid: this.#pidOf(member, running[0]) }
    member.life = newLife(service, true)
    this.#journal.took(service, running === undefined ? 'new' : 'adopted')
    this.#bring(member, { _tag: 'Look' })
  }

  #bring(member: Member, event: Event): void {
    const supervisor = this.#supervisors
    if (member.life === undefined) return
    const put = (request: Cell) => {
      const answered = (answer: Noun) =>
        request.head === SPAWN ? this.#pidOf(member, answer as number) : answer
      const now = member.os.put(thereOf(member, request), (answer) => {
        if (supervisor !== this.#supervisors) return
        this.#bring(member, { _tag: 'Answer', request, answer: answered(answer) })
      })
      return now === undefined ? undefined : answered(now)
    }
    const { life, decisions } = step(policies[this.#options.policy], decide, member.life, event, put)
    member.life = life
    for (const decision of decisions) this.#journal.decided(decision)
    if (!hasLeft(life)) return
    this.#journal.left(life.service)
    member.life = undefined
  }

  #pidOf(member: Member, there: number): number {
    if (there === 0) return 0
    if (there !== member.there) {
      this.#pid = (this.#pid % MOST_PIDS) + 1
      Object.assign(member, { there, pid: this.#pid })
    }
    return member.pid
  }

  #chance(ofThousand: number): boolean {
    return this.#random() * 1000 < ofThousand
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n)
  }
}

const MOST_PIDS = 4_194_304

const SPAWN = cord('spawn')

/** A request about a process, with the pid that it has there. */
const thereOf = ({ pid, there }: Member, { head, tail }: Cell): Cell => {
  const known = (noun: Noun) => (noun === pid ? there : noun)
  return new Cell(
    head,
    head === KILL ? new Cell((tail as Cell).head, known((tail as Cell).tail)) : known(tail),
  )
}

const KILL = cord('kill')

const LETTERS = ['u', 'u', 'u', 'd', 'o', 't', 'k', 't', 'x', '?'] as const

/** Numbers from 0 up to 1, the same for the same seed (Lehmer's generator with the multiplier 48271). */
const lehmer = (seed: number): (() => number) => {
  let state = (Math.abs(seed) % 0x7ffffffe) + 1
  return () => {
    state = (state * 48271) % 0x7fffffff
    return state / 0x7fffffff
  }
}

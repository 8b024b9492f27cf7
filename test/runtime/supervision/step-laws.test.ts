import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { Cell, NO, cord, list, printNoun, reference } from '../../../nock/index.js'
import { type Policy } from '../../../runtime/supervision/policy.js'
import { ServiceNoun, serviceOf } from '../../../runtime/supervision/service.js'
import { type Decision, type Life, hasLeft, isIdle } from '../../../runtime/supervision/step.js'
import {
  History,
  type Happening,
  LETTERS,
  type Turn,
  type Watch,
  happenings,
  tempers,
} from '../../../runtime/verify/history.js'
import { type Temper } from '../../../runtime/verify/simulated-os.js'
import { decide, runit, sv, throttled } from '../../_kit/story.js'

/** The policy runit asks who is up to end, and waits as long as it takes. */
const KILLING = { sv, throttled }
const policies = { ...KILLING, runit }

/** Is the decision under way waiting for time to pass, or a finish script to end? */
const waits = ({ deciding }: Life): boolean => deciding !== undefined && isIdle(deciding.request)

/** What holds after whatever happened. */
const check = (history: History, { which, before, event, made }: Turn): void => {
  const { life, performed, decisions } = history.services[which]!
  const { service, deciding } = life
  const groups = history.os.groupsOf(service.name)

  // a service is what its noun may be: up has a pid, down has none
  expect(serviceOf(ServiceNoun.encode(service))).toEqual(service)
  // never two of one service, children that were left behind included
  expect(groups.length).toBeLessThanOrEqual(1)
  // unless something is being done about it: up is the group of this pid or nothing, down is nothing
  if (deciding === undefined) {
    for (const [pid] of groups) expect(service).toMatchObject({ state: 1, pid })
    expect(life).toMatchObject({ letters: '', lookDue: false })
  }
  // every request was put once, and every answer is on a tape
  const recorded = decisions.reduce((n, { tape }) => n + tape.length, 0)
  expect(performed.length).toBe(recorded + (deciding === undefined ? 0 : deciding.tape.length + 1))

  for (const decision of made) replays(decision)
  // each goes on from the one before
  expect(made.map((decision) => decision.before)).toEqual(
    [before.service, ...made.map(({ after }) => after)].slice(0, made.length),
  )
  expect(service).toEqual(made.at(-1)?.after ?? before.service)

  if (event._tag === 'Answer' && before.deciding?.request !== event.request) {
    expect(life).toBe(before)
    expect(made).toEqual([])
  }
  // a letter ends a wait
  if (event._tag === 'Letter' && waits(before)) {
    const last = made[0]!.tape.at(-1)!
    expect(last.head).toBe(before.deciding!.request)
    expect(last.tail).toBe(NO)
    expect(deciding?.request).not.toBe(before.deciding!.request)
  }
}

/** Made again by the reference, without jets, a decision is the same and leaves nothing on its tape. */
const replays = ({ formula, before, tape, after, failure }: Decision): void => {
  const replay = reference(new Cell(list(tape), ServiceNoun.encode(before)), formula)
  if (failure === undefined) {
    const product = new Cell(0, ServiceNoun.encode(after))
    expect(replay._tag === 'Right' && printNoun(replay.right)).toBe(printNoun(product))
  } else {
    // nothing but a kill that was not permitted, and that leaves the service as it was
    expect(failure).toMatchObject({ why: 'crash', crash: { why: 'axis', rule: 0, axis: 0 } })
    expect(replay).toMatchObject({ left: { why: 'axis', rule: 0, axis: 0 } })
    expect(tape.at(-1)!.tail).toBe(NO)
    expect(after).toBe(before)
  }
  const requests = tape.map(({ head }) => printNoun(head))
  expect(new Set(requests).size).toBe(requests.length)
}

/** The letters for which a decision was made, in order. */
const decided = (decisions: readonly Decision[]): readonly string[] =>
  decisions.map(({ event }) => event).filter((event) => event.length === 1)

const seeds = fc.integer()
const histories = fc.array(happenings(LETTERS), { minLength: 10, maxLength: 80, size: 'max' })
const options = { numRuns: 100 }

describe.each(Object.entries(policies))('%s, whatever happens', (_, policy) => {
  const lived = (seed: number, temper: Temper, past: readonly Happening[]): History =>
    run(policy, seed, temper, past)

  test('the laws hold all the way', () => {
    fc.assert(
      fc.property(seeds, tempers, histories, (seed, temper, past) => {
        const history = lived(seed, temper, past)
        history.settle()
        for (const { life } of history.services) expect(life.deciding).toBeUndefined()
      }),
      options,
    )
  })

  test('every letter is handled, in order, but for those that still wait when x comes', () => {
    fc.assert(
      fc.property(seeds, tempers, histories, (seed, temper, past) => {
        const history = lived(seed, temper, past)
        history.settle()
        for (const { decisions, letters } of history.services) {
          const handled = decided(decisions)
            // one that failed is tried again
            .map((letter, i, all) => (letter !== 'x' ? letter : all.indexOf('x') < i ? '(.*x)?' : '.*x'))
          const sent = letters.filter((letter) => policy.has(letter))
          expect(sent.join('')).toMatch(new RegExp(`^${handled.join('')}$`))
        }
      }),
      options,
    )
  })

  test('what is to be up and died is up again after one look', () => {
    fc.assert(
      fc.property(seeds, tempers, histories, fc.boolean(), (seed, temper, past, forks) => {
        const history = lived(seed, temper, past)
        history.settle()
        history.letter(0, 'u')
        history.settle()
        const { name } = history.services[0]!.life.service
        if (forks) history.os.fork(name)
        history.os.die(name)
        history.look(0)
        history.settle()
        const { service } = history.services[0]!.life
        expect(history.os.groupsOf(name)).toMatchObject([[service.pid, { name, leader: true, others: 0 }]])
      }),
      options,
    )
  })
})

describe.each(Object.entries(KILLING))('%s, which kills what is to be down', (_, policy) => {
  const lived = (seed: number, temper: Temper, past: readonly Happening[]): History =>
    run(policy, seed, temper, past)

  test('what was taken down stays down until it is taken up', () => {
    fc.assert(
      fc.property(
        seeds,
        tempers,
        histories,
        fc.array(happenings(['d', 't', 'k', 'p', '?']), { maxLength: 30, size: 'max' }),
        (seed, temper, past, future) => {
          const history = lived(seed, temper, past)
          history.settle()
          for (const which of [0, 1]) history.letter(which, 'd')
          history.settle()
          for (const happening of future) {
            history.happen(happening)
            for (const { life } of history.services) expect(life.service.state).toBe(0)
            expect(history.os.groups.size).toBe(0)
          }
          history.settle()
          history.letter(0, 'u')
          history.settle()
          expect(history.services.map(({ life }) => life.service.state)).toEqual([1, 0])
        },
      ),
      options,
    )
  })

  test('what is up once and died is not started again', () => {
    fc.assert(
      fc.property(seeds, tempers, histories, fc.boolean(), (seed, temper, past, forks) => {
        const history = lived(seed, temper, past)
        history.settle()
        for (const letter of ['d', 'o']) history.letter(0, letter)
        history.settle()
        const { name } = history.services[0]!.life.service
        expect(history.services[0]!.life).toMatchObject({ service: { state: 1 }, supervised: false })
        if (forks) history.os.fork(name)
        history.os.die(name)
        history.look(0)
        history.settle()
        expect(history.services[0]!.life.service).toMatchObject({ state: 0, pid: 0 })
        expect(history.os.groupsOf(name)).toEqual([])
      }),
      options,
    )
  })
})

const run = (
  policy: Policy,
  seed: number,
  temper: Temper,
  past: readonly Happening[],
  watch: Watch = { turned: check },
): History => {
  const history = new History(policy, decide, { seed, temper }, watch)
  for (const happening of past) history.happen(happening)
  return history
}

describe('runit, whatever happens', () => {
  /** What was asked for a service since it had so many requests. */
  const asked = ({ services }: History, which: number, from: number): readonly string[] =>
    services[which]!.performed.slice(from).map(({ request }) => printNoun(request.head as number))

  test('nothing is started while a finish script runs', () => {
    fc.assert(
      fc.property(seeds, tempers, histories, (seed, temper, past) => {
        const seen = [0, 0]
        run(policies.runit, seed, temper, past, {
          turned(history, turn) {
            check(history, turn)
            const { which } = turn
            const { performed, life } = history.services[which]!
            const isStarted = asked(history, which, seen[which]!).includes(String(cord('spawn')))
            seen[which] = performed.length
            expect(isStarted && life.service.state === 1 && history.os.isFinishing(life.service.name)).toBe(
              false,
            )
          },
        })
      }),
      options,
    )
  })

  test('what was taken down is not started until it is taken up, and is down in the end', () => {
    fc.assert(
      fc.property(
        seeds,
        tempers,
        histories,
        fc.array(happenings(['d', 't', 'k', 'p', 'h', '?']), { maxLength: 30, size: 'max' }),
        (seed, temper, past, future) => {
          const history = run(policies.runit, seed, temper, past)
          history.settle()
          history.letter(0, 'd')
          history.settle()
          const before = history.services[0]!.performed.length
          for (const happening of future) history.happen(happening)
          history.settle()
          history.os.die(history.services[0]!.life.service.name) // it may have ignored TERM
          history.look(0)
          history.settle()
          expect(asked(history, 0, before)).not.toContain(String(cord('spawn')))
          expect(history.services[0]!.life.service.state).toBe(0)
          history.letter(0, 'u')
          history.settle()
          expect(history.services[0]!.life.service.state).toBe(1)
        },
      ),
      options,
    )
  })

  test('what leaves is told to end once, and leaves when it is dead', () => {
    fc.assert(
      fc.property(seeds, tempers, histories, (seed, temper, past) => {
        const history = run(policies.runit, seed, temper, past)
        history.settle()
        const before = history.services[0]!.performed.length
        history.letter(0, 'x')
        history.settle()
        for (let i = 0; i < 3; i++) history.look(0)
        const signals = asked(history, 0, before).filter((tag) => tag === String(cord('signal')))
        expect(signals.length).toBeLessThanOrEqual(2) // TERM and CONT
        history.os.die(history.services[0]!.life.service.name)
        history.look(0)
        history.settle()
        expect(hasLeft(history.services[0]!.life)).toBe(true)
      }),
      options,
    )
  })
})

test('the histories are full of what they are about', () => {
  const seen = { decisions: 0, failures: 0, killed: 0, waited: 0, stale: 0 }
  const sample = fc.sample(fc.tuple(fc.constantFrom(...Object.values(policies)), tempers, histories), {
    numRuns: 200,
    seed: 1,
  })
  for (const [seed, [policy, temper, past]] of sample.entries()) {
    run(policy, seed, temper, past, {
      turned(history, { which, before, event, made }) {
        const { life } = history.services[which]!
        seen.decisions += made.length
        seen.failures += made.filter(({ failure }) => failure !== undefined).length
        seen.killed += made.filter((one) => one.before.state === 1 && one.after.pid !== one.before.pid).length
        if (waits(life)) seen.waited++
        if (event._tag === 'Answer' && life === before) seen.stale++
      },
    })
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10)
})

import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import {
  Cell,
  NO,
  type Noun,
  axis as at,
  cell,
  cord,
  equal,
  list,
  nock,
  printNoun,
  reference,
} from '../../nock/index.js'
import { type Outcome, decider } from '../../runtime/supervision/decide.js'
import { type Service, ServiceNoun, serviceOf } from '../../runtime/supervision/service.js'
import { formulaOf } from '../_kit/book.js'
import { printOutcome } from '../_kit/outcome.js'
import {
  answers,
  downServices,
  services,
  surplus,
  upServices,
  world,
  type Answers,
} from '../_kit/services.js'

const throttledSupervise = at(11, formulaOf('throttled'))!

/** The formulas [tape service] -> [tape service]. */
const changing = {
  start: formulaOf('start'),
  stop: formulaOf('stop'),
  restart: formulaOf('restart'),
  observe: formulaOf('observe'),
  supervise: formulaOf('supervise'),
  'throttled supervise': throttledSupervise,
}
/** And [tape service] -> [tape loobean]. */
const all = { ...changing, status: formulaOf('status'), ready: formulaOf('ready') }

const decide = decider()

/** A decision with jets, by a world that answers at once. */
const live = (formula: Noun, service: Service, answers: Answers): Outcome & { asked: readonly Noun[] } => {
  const { put, asked } = world(answers)
  return { ...decide(formula, service, [], put), asked }
}

const subject = (tape: readonly Noun[], service: Service): Noun =>
  new Cell(list(tape), ServiceNoun.encode(service))

/** The product by the reference, in words; by the machine it is the same, or that is told. */
const replayed = (tape: readonly Noun[], service: Service, formula: Noun): string => {
  const [slow, fast] = [reference, nock].map((evaluate) => evaluate(subject(tape, service), formula))
  expect(printOutcome(fast!)).toBe(printOutcome(slow!))
  return slow!._tag === 'Right' ? printNoun(slow!.right) : `crash: ${slow!.left.why}`
}

/** What a decision's replay must come to, with so much left on the tape. */
const expected = (outcome: Outcome, left: readonly Noun[]): string =>
  outcome._tag === 'Decided' ? withTape(left, outcome.rest) : 'crash: axis'

/** What a decision's product is when these entries are left on the tape. */
const withTape = (left: readonly Noun[], rest: Noun): string => printNoun(new Cell(list(left), rest))

describe.each(Object.entries(all))('%s', (_name, formula) => {
  test('a recorded tape replays bit for bit', () => {
    fc.assert(
      fc.property(services, answers, surplus, (service, answers, more) => {
        const outcome = live(formula, service, answers)
        const { tape } = outcome
        expect(replayed(tape, service, formula)).toBe(expected(outcome, []))
        // what is behind it comes back untouched
        expect(replayed([...tape, ...more], service, formula)).toBe(expected(outcome, more))
      }),
    )
  })

  test('it has a value but where a kill is not permitted', () => {
    fc.assert(
      fc.property(services, answers, (service, answers) => {
        const { _tag, tape } = live(formula, service, answers)
        const last = tape.at(-1)
        const isRefused = last !== undefined && at(2, last.head) === cord('kill') && last.tail === NO
        expect(_tag).toBe(isRefused ? 'Failed' : 'Decided')
      }),
    )
  })

  test('every question is asked once, in the tape’s order', () => {
    fc.assert(
      fc.property(services, answers, (service, answers) => {
        const { tape, asked } = live(formula, service, answers)
        expect(tape.map(({ head }) => printNoun(head))).toEqual(asked.map((request) => printNoun(request)))
        expect(new Set(asked.map((request) => printNoun(request))).size).toBe(asked.length)
      }),
    )
  })

  test('a tape that is cut short crashes', () => {
    fc.assert(
      fc.property(services, answers, fc.nat(), (service, answers, at) => {
        const { tape } = live(formula, service, answers)
        if (tape.length === 0) return
        expect(replayed(tape.slice(0, at % tape.length), service, formula)).toBe('crash: axis')
      }),
    )
  })

  test('a tape with another request in it crashes', () => {
    fc.assert(
      fc.property(services, answers, fc.nat(), surplus, (service, answers, where, [other]) => {
        const { tape } = live(formula, service, answers)
        const entry = tape[where % tape.length]
        if (entry === undefined || other === undefined || equal(entry.head, other)) return
        const changed = tape.map((one) => (one === entry ? new Cell(other, one.tail) : one))
        expect(replayed(changed, service, formula)).toBe('crash: axis')
      }),
    )
  })
})

describe.each(Object.entries(changing))('%s', (_name, formula) => {
  test('up has a pid, down has none, the name stays', () => {
    fc.assert(
      fc.property(services, answers, (service, answers) => {
        const outcome = live(formula, service, answers)
        if (outcome._tag !== 'Decided') return
        // that is what `serviceOf` holds a noun to
        expect(serviceOf(outcome.rest)).toMatchObject({ name: service.name })
      }),
    )
  })
})

describe('idempotence', () => {
  test('what was started is not started again', () => {
    fc.assert(
      fc.property(services, answers, surplus, (service, answers, more) => {
        const outcome = live(all.start, service, { ...answers, yes: [true] })
        if (outcome._tag !== 'Decided') throw new Error('start failed')
        const started = serviceOf(outcome.rest)!
        expect(started.state).toBe(1)
        expect(replayed(more, started, all.start)).toBe(withTape(more, outcome.rest))
      }),
    )
  })

  test('what was stopped is not stopped again', () => {
    fc.assert(
      fc.property(services, answers, surplus, (service, answers, more) => {
        const outcome = live(all.stop, service, { ...answers, yes: [true, false] })
        if (outcome._tag !== 'Decided') throw new Error('stop failed')
        const stopped = serviceOf(outcome.rest)!
        expect(stopped).toEqual({ name: service.name, state: 0, pid: 0 })
        expect(replayed(more, stopped, all.stop)).toBe(withTape(more, outcome.rest))
      }),
    )
  })
})

describe('no question', () => {
  test('of observe, stop and status when it is down', () => {
    fc.assert(
      fc.property(downServices, surplus, (service, more) => {
        const same = withTape(more, ServiceNoun.encode(service))
        expect(replayed(more, service, all.observe)).toBe(same)
        expect(replayed(more, service, all.stop)).toBe(same)
        expect(replayed(more, service, all.status)).toBe(withTape(more, 1))
      }),
    )
  })

  test('of start when it is up', () => {
    fc.assert(
      fc.property(upServices, surplus, (service, more) => {
        expect(replayed(more, service, all.start)).toBe(withTape(more, ServiceNoun.encode(service)))
      }),
    )
  })
})

describe('composition', () => {
  test('restart is stop, then start; supervise is observe, then start', () => {
    fc.assert(
      fc.property(services, answers, surplus, fc.boolean(), (service, answers, more, isRestart) => {
        const [whole, first] = isRestart ? [all.restart, all.stop] : [all.supervise, all.observe]
        const { tape } = live(whole, service, answers)
        const before = subject([...tape, ...more], service)
        const between = reference(before, first)
        const after = between._tag === 'Left' ? between : reference(between.right, all.start)
        expect(printOutcome(reference(before, whole))).toBe(printOutcome(after))
      }),
    )
  })

  test('stop, then supervise: what is down is up again at once', () => {
    fc.assert(
      fc.property(upServices, answers, (service, answers) => {
        const outcome = live(cell(7, all.stop, all.supervise), service, { ...answers, yes: [true] })
        expect(outcome._tag === 'Decided' && serviceOf(outcome.rest)).toMatchObject({
          state: 1,
          pid: answers.pid,
        })
      }),
    )
  })
})

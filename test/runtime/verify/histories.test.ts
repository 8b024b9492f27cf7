import { describe, expect, test } from 'vitest'
import { type World, arithmetic, questionJet, questions } from '../../../jets/index.js'
import { type Jet, NO, type Noun, cell, cord, increment, isAtom, isCell } from '../../../nock/index.js'
import { type Decide, type Entry, type Outcome, decider } from '../../../runtime/supervision/decide.js'
import { type Service, ServiceNoun } from '../../../runtime/supervision/service.js'
import { historyCheck, historyChecks } from '../../../runtime/verify/histories.js'
import { formulaOf } from '../../_kit/book.js'
import { deciderWith } from '../../_kit/decider-with.js'
import { policyOf, runit, show, sv, throttled } from '../../_kit/story.js'
import { nounOf } from '../../_kit/text.js'

const SEED = 1

describe('thousands of histories of each policy, replayed without jets', () => {
  test.each(historyChecks)('$name', (check) => {
    const report = check.check({ seed: SEED })
    expect(report).toMatchObject({ name: check.name, runs: 3_000, undecided: 0, failure: undefined })
    expect(report.valued).toBeGreaterThan(20_000)
    expect(report.crashed).toBeGreaterThan(40)
  })

  test('every policy that is shipped', () => {
    expect(historyChecks.map(({ name }) => name)).toEqual(['runit', 'sv', 'throttled', 'tree'])
  })

  test('the same seed, the same report', () => {
    const [check] = historyChecks
    const { milliseconds: _, ...report } = check!.check({ seed: 7, runs: 100 })
    expect(check!.check({ seed: 7, runs: 100 })).toMatchObject(report)
  })
})

const ours = (world: World): readonly Jet[] => [
  ...arithmetic,
  ...questions.map(({ name }) => questionJet(name, world)),
]

/** Ours, but the product of one on the empty tape (or, of arithmetic, anywhere) is another one. */
const withJet = (name: string, change: (product: Noun) => Noun | undefined) => (): Decide =>
  deciderWith((world) =>
    ours(world).map((jet) => {
      if (jet.name !== name) return jet
      const run = (subject: Noun): Noun | undefined => {
        const product = jet.run(subject)
        return product === undefined ? undefined : change(product)
      }
      return { ...jet, run }
    }),
  )

const answerOf = (change: (answer: Noun) => Noun) => (product: Noun) =>
  isCell(product) ? cell(product.head, change(product.tail)) : product

const swapped = (answer: Noun): Noun => (answer === 0 ? 1 : 0)
const nextTo = (answer: Noun): Noun => (isAtom(answer) ? increment(answer) : answer)

/** Our decider, but what comes of a decision is another one. */
const after = (change: (outcome: Outcome, before: Service) => Outcome) => (): Decide => {
  const decide = decider()
  return (formula, service, tape, put) => change(decide(formula, service, tape, put), service)
}

const withTape = (change: (tape: readonly Entry[]) => readonly Entry[]) =>
  after((outcome) => (outcome._tag === 'Asked' ? outcome : { ...outcome, tape: change(outcome.tape) }))

/** Our decider, but what it is given is another thing. */
const before = (change: (...given: Parameters<Decide>) => Parameters<Decide>) => (): Decide => {
  const decide = decider()
  return (...given) => decide(...change(...given))
}

const mutants: Readonly<Record<string, () => Decide>> = {
  'alive answers yes for no': withJet('alive', answerOf(swapped)),
  'spawn answers another pid': withJet('spawn', answerOf(nextTo)),
  'kill answers yes though it is not permitted': withJet(
    'kill',
    answerOf(() => 0),
  ),
  'finish answers what no formula uses, but leaves something on the tape': withJet('finish', (product) =>
    isCell(product) ? cell(cell(1, 2), product.tail) : product,
  ),
  'signal answers what no formula uses, but leaves something on the tape': withJet('signal', (product) =>
    isCell(product) ? cell(cell(1, 2), product.tail) : product,
  ),
  'control answers yes for no': withJet('control', answerOf(swapped)),
  'check answers yes for no': withJet('check', answerOf(swapped)),
  'dec is off by one': withJet('dec', nextTo),
  'a request is put twice when the evaluation goes on': before((formula, service, tape, put) => [
    formula,
    service,
    tape.slice(0, -1),
    put,
  ]),
  'every request is put again when the evaluation goes on': before((formula, service, _, put) => [
    formula,
    service,
    [],
    put,
  ]),
  'a request is put twice at once': before((formula, service, tape, put) => [
    formula,
    service,
    tape,
    (request) => {
      put(request)
      return put(request)
    },
  ]),
  'it is known from last time who is alive': () => {
    const decide = decider()
    const known = new Map<string, Noun | undefined>()
    return (formula, service, tape, put) =>
      decide(formula, service, tape, (request) => {
        const text = show(request)
        if (request.head !== cord('alive')) return put(request)
        if (known.get(text) === undefined) known.set(text, put(request))
        return known.get(text)
      })
  },
  'an answer is guessed that is not there yet': before((formula, service, tape, put) => [
    formula,
    service,
    tape,
    (request) => put(request) ?? NO,
  ]),
  'the service is the one that was asked about last': () => {
    const decide = decider()
    let last: Service | undefined
    return (formula, service, tape, put) => {
      const outcome = decide(formula, last ?? service, tape, put)
      last = service
      return outcome
    }
  },
  'the first answer is forgotten': withTape((tape) => tape.slice(1)),
  'the last answer is forgotten': withTape((tape) => tape.slice(0, -1)),
  'an answer is recorded twice': withTape((tape) => [...tape, ...tape.slice(-1)]),
  'the answers are recorded in another order': withTape((tape) => tape.toReversed()),
  'every answer is recorded as yes': withTape((tape) => tape.map(({ head }) => cell(head, 0))),
  'another request is recorded': withTape((tape) =>
    tape.map(({ head, tail }) => (isCell(head) ? cell(cell(head.head, 0), tail) : cell(head, tail))),
  ),
  'the tape of a failure is lost': after((outcome) =>
    outcome._tag === 'Failed' ? { ...outcome, tape: [] } : outcome,
  ),
  'a failure is taken for a service that is as it was': after((outcome, service) =>
    outcome._tag === 'Failed'
      ? { _tag: 'Decided', rest: ServiceNoun.encode(service), tape: outcome.tape }
      : outcome,
  ),
  'a product is taken for a failure': after((outcome) =>
    outcome._tag === 'Decided' && outcome.tape.length > 2
      ? { _tag: 'Failed', failure: { why: 'product', message: 'none' }, tape: outcome.tape }
      : outcome,
  ),
  'what is down stays as it was': after((outcome, service) =>
    outcome._tag === 'Decided' &&
    show(outcome.rest) === show(ServiceNoun.encode({ ...service, state: 0, pid: 0 }))
      ? { ...outcome, rest: ServiceNoun.encode(service) }
      : outcome,
  ),
  'what is waited for is a copy of the request': after((outcome) =>
    outcome._tag === 'Asked'
      ? { ...outcome, request: cell(outcome.request.head, outcome.request.tail) }
      : outcome,
  ),
  'what was answered so far is forgotten while one waits': after((outcome) =>
    outcome._tag === 'Asked' ? { ...outcome, tape: [] } : outcome,
  ),
  'it throws where a kill is not permitted': after((outcome) => {
    if (outcome._tag === 'Failed') throw new TypeError('of its own')
    return outcome
  }),
}

describe(`${Object.keys(mutants).length} mutants are caught`, () => {
  describe.each(Object.entries({ sv, throttled }))('%s', (name, policy) => {
    test('a decider with the same jets is none', () => {
      expect(
        historyCheck(name, policy, () => deciderWith(ours)).check({ seed: SEED, runs: 1_000 }).failure,
      ).toBeUndefined()
    })

    test.each(Object.entries(mutants))('%s', (_what, make) => {
      const { failure } = historyCheck(name, policy, make).check({ seed: SEED })
      expect(failure).toMatchObject({ headline: expect.any(String), path: expect.any(String) })
      expect(historyCheck(name, policy, make).check({ seed: SEED, path: failure!.path }).failure).toEqual({
        ...failure,
        path: expect.any(String),
      })
    })
  })
})

describe('runit, whose own question is %finished', () => {
  test.each([
    ['finished answers no for yes', withJet('finished', answerOf(swapped))],
    ['an answer is guessed that is not there yet', mutants['an answer is guessed that is not there yet']!],
  ])('%s: is caught', (_what, make) => {
    expect(historyCheck('runit', runit, make).check({ seed: SEED }).failure).toMatchObject({
      headline: expect.any(String),
      path: expect.any(String),
    })
  })
})

describe('what is wrong is told', () => {
  test('as the smallest history: what happened, the tape, and both products', () => {
    const check = historyCheck('sv', sv, mutants['spawn answers another pid']!)
    const { failure } = check.check({ seed: SEED })
    expect(failure).toMatchObject({
      headline: 'replayed without jets, the decision on %supervise is another one',
      details: [
        ['world', 'kind (seed 0)'],
        ['then', 'web is looked at'],
        ['  asked', '[%spawn %web] 1'],
        ['  decided', '%supervise: [%web 0 0] to [0 %web 1 2]'],
        ['event', '%supervise'],
        ['service', '[%web 0 0]'],
        ['tape', '[[[%spawn %web] 1] 0]'],
        ['live', '[0 %web 1 2]'],
        ['replayed', '[0 %web 1 1]'],
      ],
    })
  })

  test('a policy that does not kill what a dead service left has two of it at once', () => {
    const { failure } = historyCheck('careless', careless).check({ seed: SEED })
    expect(failure!.headline).toBe('two of one service are there at once')
    expect(failure!.details).toContainEqual([
      'then',
      expect.stringMatching(/^the process of (web|db) forks$/),
    ])
    expect(failure!.details.at(-1)).toEqual(['pids', '1, 2'])
  })

  test('a policy that signals somebody else', () => {
    const text = '[[%h %keep [8 [7 [[0 2] [1 1] [4 0 15]] signal] [0 4] [0 7]]] sv]'
    const { failure } = historyCheck('stray', policyOf(nounOf(text, { names }))).check({ seed: SEED })
    expect(failure!.headline).toBe("it signals what is not its service's process")
    expect(failure!.details.at(-1)).toEqual(['asks', '[%signal 1 1]'])
  })

  test('a policy that kills trees, but not all that it should', () => {
    for (const [row, what] of [
      ['[%d %out stop]', 'is down'],
      // who dies after it was found alive is found dead by observe
      ['[%supervise %keep [7 fell-dead supervise]]', 'starts again'],
    ]) {
      const { failure } = historyCheck('leaves', policyOf(nounOf(`[${row} tree]`, { names }))).check({
        seed: SEED,
      })
      expect(failure!.headline).toBe(`what left its process group is there when the service ${what}`)
    }
  })

  test('a policy whose formulas fail is replayed, too; but one that has no value at all is checked in vain', () => {
    const fails = policyOf(nounOf('[[%supervise %keep 0 0] [%observe %keep 0 0] [%x %exit 0 0] 0]'))
    const report = historyCheck('fails', fails).check({ seed: SEED, runs: 20 })
    expect(report).toMatchObject({ valued: 0, failure: { path: undefined } })
    expect(report.crashed).toBeGreaterThan(0)
  })

  test('a formula that makes no service is no decision, live or replayed', () => {
    const rows =
      '[%supervise %keep [0 6]] [%observe %keep [0 14]] [%x %exit [0 0]] [%u %in [[0 2] [1 5 1 7]]]'
    const { failure, valued } = historyCheck('strange', policyOf(nounOf(`[${rows} 0]`))).check({
      seed: SEED,
      runs: 200,
    })
    expect(failure).toBeUndefined()
    expect(valued).toBeGreaterThan(0)
  })

  test('a kill that need not kill: what ignores it is waited for', () => {
    const text =
      '[[%d %out [6 [5 [0 14] [1 1]] [8 [7 [[0 2] [1 15] [0 15]] kill] 6 [0 5] [[0 4] [0 14] [1 0 0]] [0 0]] [0 1]]] sv]'
    const { failure } = historyCheck('gentle', policyOf(nounOf(text, { names }))).check({
      seed: SEED,
      runs: 500,
    })
    expect(failure).toBeUndefined()
  })
})

const names = formulaOf

/** The policy sv, but what a dead service left is not killed. */
const OBSERVE = `[6 [5 [0 14] [1 1]]
   [8 [7 [[0 2] [0 15]] alive] 6 [0 5] [[0 4] [0 7]] [[0 4] [0 14] [1 0 0]]]
   [0 1]]`
const careless = policyOf(
  nounOf(`[[%supervise %keep [7 ${OBSERVE} start]] [%observe %keep ${OBSERVE}] sv]`, { names }),
)

import { describe, expect, test } from 'vitest'
import { Unanswered, type World, questionJet, questions } from '../../../jets/index.js'
import {
  Cell,
  Crashed,
  type Jet,
  NO,
  type Noun,
  cell,
  cord,
  equal,
  isAtom,
  isCell,
  printNoun,
} from '../../../nock/index.js'
import { questionCheck, questionChecks } from '../../../runtime/verify/questions.js'

const SEED = 1

describe('the jets of the questions keep the law, in simulated operating systems', () => {
  test.each(questionChecks)('$name', (check) => {
    const report = check.check({ seed: SEED })
    expect(report).toMatchObject({ name: check.name, runs: 2_000, undecided: 0, failure: undefined })
    expect(report.valued).toBeGreaterThan(800)
    expect(report.crashed).toBeGreaterThan(400)
  })

  test('all of them', () => {
    expect(questionChecks.map(({ name }) => name)).toEqual(questions.map(({ name }) => name))
  })

  test('the same seed, the same report; so many runs as were asked for, each told', () => {
    const told: number[] = []
    const [check] = questionChecks
    const { milliseconds: _, ...report } = check!.check({
      seed: 7,
      runs: 50,
      onRun: (done) => told.push(done),
    })
    expect(check!.check({ seed: 7, runs: 50 })).toMatchObject(report)
    expect(report.runs).toBe(50)
    expect(told).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  })
})

/** The run of a mutant: told of the right jet, of its question, and of who answers. */
type Run = (right: Jet, tag: Noun, world: World) => (subject: Noun) => Noun | undefined

/** The parts of `[tape sample]` with an entry, `[[request answer] rest]`. */
const parts = (subject: Noun) => {
  if (isAtom(subject) || isAtom(subject.head) || isAtom(subject.head.head)) return undefined
  const [entry, rest] = [subject.head.head, subject.head.tail]
  return { request: entry.head, answer: entry.tail, rest, sample: subject.tail }
}

const isLive = (subject: Noun): subject is Cell => isCell(subject) && subject.head === 0

/** The right jet, but its answer on the empty tape is another one. */
const live =
  (change: (answer: Noun) => Noun): Run =>
  (right) =>
  (subject) => {
    const product = right.run(subject)
    return isLive(subject) && product instanceof Cell ? cell(0, change(product.tail)) : product
  }

/** The right jet, but for what it makes of a tape with an entry. */
const taped =
  (make: (its: NonNullable<ReturnType<typeof parts>>, tag: Noun, world: World) => Noun | undefined): Run =>
  (right, tag, world) =>
  (subject) => {
    const its = parts(subject)
    return its === undefined ? right.run(subject) : make(its, tag, world)
  }

/** The right jet, but for what it does on the empty tape. */
const asking =
  (make: (request: Cell, world: World) => Noun | undefined): Run =>
  (right, tag, world) =>
  (subject) =>
    isLive(subject) ? make(new Cell(tag, subject.tail), world) : right.run(subject)

const isTo = (request: Noun, tag: Noun, sample: Noun): boolean => equal(request, cell(tag, sample))

const swapped = (answer: Noun): Noun => (answer === 0 ? 1 : answer === 1 ? 0 : answer)

const mutants: Readonly<Record<string, Run>> = {
  'asks when the next entry is to another request': taped(({ request, sample }, tag, world) =>
    isTo(request, tag, sample) ? undefined : cell(0, world.ask(cell(tag, sample))),
  ),
  'asks, whatever is on the tape': taped(({ sample }, tag, world) => cell(0, world.ask(cell(tag, sample)))),
  'takes a tape that is another atom for the empty one': (right, tag, world) => (subject) =>
    isCell(subject) && isAtom(subject.head)
      ? cell(0, world.ask(cell(tag, subject.tail)))
      : right.run(subject),
  'takes whatever answer is next': taped(({ answer, rest }) => cell(rest, answer)),
  "does not look at the request's tag": taped(({ request, answer, rest, sample }) =>
    isCell(request) && equal(request.tail, sample) ? cell(rest, answer) : undefined,
  ),
  "does not look at the request's sample": taped(({ request, answer, rest }, tag) =>
    isCell(request) && request.head === tag ? cell(rest, answer) : undefined,
  ),
  'drops what is behind the entry': taped(({ request, answer, sample }, tag) =>
    isTo(request, tag, sample) ? cell(0, answer) : undefined,
  ),
  'drops the entry after its own': taped(({ request, answer, rest, sample }, tag) =>
    isTo(request, tag, sample) ? cell(isCell(rest) ? rest.tail : rest, answer) : undefined,
  ),
  'leaves the entry on the tape': taped(({ request, answer, rest, sample }, tag) =>
    isTo(request, tag, sample) ? cell(cell(cell(request, answer), rest), answer) : undefined,
  ),
  'finds its answer further behind': taped(({ rest, sample }, tag) => {
    const next = parts(cell(rest, sample))
    return next && isTo(next.request, tag, sample) ? cell(next.rest, next.answer) : undefined
  }),
  'takes a recorded answer for the other one': taped(({ request, answer, rest, sample }, tag) =>
    isTo(request, tag, sample) ? cell(rest, swapped(answer)) : undefined,
  ),
  'crashes on a recorded answer that is a cell': taped(({ answer, request }) => {
    if (isCell(answer))
      throw new Crashed({ why: 'jet', rule: undefined, axis: undefined, noun: 0, formula: request })
    return undefined
  }),
  'answers yes for no and no for yes': live(swapped),
  'answers another number': live((answer) => (typeof answer === 'number' ? answer + 1 : answer)),
  'answers the request': asking((request, world) => {
    world.ask(request)
    return cell(0, request)
  }),
  'leaves something on the empty tape': (right) => (subject) => {
    const product = right.run(subject)
    return isLive(subject) && product instanceof Cell ? cell(1, product.tail) : product
  },
  'asks twice': asking((request, world) => {
    world.ask(request)
    return cell(0, world.ask(request))
  }),
  'asks nothing': asking(() => undefined),
  'knows the answer from last time': (right) => {
    const known = new Map<string, Noun | undefined>()
    return (subject) => {
      if (!isLive(subject)) return right.run(subject)
      const text = printNoun(subject.tail)
      if (!known.has(text)) known.set(text, right.run(subject))
      return known.get(text)
    }
  },
  'puts the request without its sample': asking((request, world) =>
    cell(0, world.ask(cell(request.head, 0))),
  ),
  'puts the request under another tag': asking((request, world) =>
    cell(0, world.ask(cell(cord('other'), request.tail))),
  ),
  'puts the request twice nested': asking((request, world) =>
    cell(0, world.ask(cell(request.head, request))),
  ),
  'goes on without an answer that comes later': (right) => (subject) => {
    try {
      return right.run(subject)
    } catch (thrown) {
      if (thrown instanceof Unanswered) return cell(0, NO)
      throw thrown
    }
  },
  'is given up with a copy of the request': (right) => (subject) => {
    try {
      return right.run(subject)
    } catch (thrown) {
      if (!(thrown instanceof Unanswered)) throw thrown
      throw new Unanswered(cell(thrown.request.head, thrown.request.tail))
    }
  },
  'answers no to what nobody understands': (right) => (subject) => {
    try {
      return right.run(subject)
    } catch (thrown) {
      if (thrown instanceof Crashed) return cell(0, NO)
      throw thrown
    }
  },
  'throws a TypeError': asking(() => {
    throw new TypeError('of its own')
  }),
}

describe(`${Object.keys(mutants).length} mutants are caught`, () => {
  const caught = (name: string, run: Run) =>
    questionCheck(name, (world) => {
      const right = questionJet(name, world)
      return { ...right, run: run(right, cord(name), world) }
    })

  describe.each(Object.entries(mutants))('%s', (_what, run) => {
    test.each(questions.map(({ name }) => name))('%s', (name) => {
      const check = caught(name, run)
      const { failure } = check.check({ seed: SEED })
      expect(failure).toMatchObject({ headline: expect.any(String), path: expect.any(String) })
      // the path leads to the very same
      expect(check.check({ seed: SEED, path: failure!.path }).failure).toMatchObject({
        headline: failure!.headline,
        details: failure!.details,
      })
    })
  })

  test('with another formula it is not found, and asks nothing', () => {
    const { failure } = questionCheck('alive', (world) => questionJet('spawn', world)).check({ seed: SEED })
    expect(failure).toMatchObject({ headline: 'on the empty tape it asks 0 times, not once' })
  })

  test('what is wrong is told, as small as it may be', () => {
    expect(caught('alive', mutants['answers another number']!).check({ seed: SEED }).failure).toMatchObject({
      headline: 'it does not give the answer',
      details: [
        ['subject', '[0 0]'],
        ['request', '[%alive 0]'],
        ['jet asks', '[%alive 0]'],
        ['answer', '1'],
        ['jet gives', '[0 2]'],
        ['tape', '[[[%alive 0] 1] 0]'],
        ['formula gives', '[0 1]'],
      ],
    })
    const { failure } = caught('kill', mutants["does not look at the request's tag"]!).check({ seed: SEED })
    expect(failure!.headline).toBe('it is not its formula, on a tape that is not empty')
    expect(failure!.details.map(([label]) => label)).toEqual(['subject', 'formula gives', 'jet gives'])
    expect(failure!.details[1]).toEqual(['formula gives', 'a crash: rule 0: no noun has an axis 0'])
  })
})

import * as E from 'fp-ts/lib/Either.js'
import { Malformed, Unanswered, type World, jetTable } from '../../jets/index.js'
import {
  Cell,
  type Crash,
  type Jet,
  type Noun,
  cell,
  cord,
  describeCrash,
  equal,
  list,
  noValue,
  nock,
  printNoun,
  reference,
} from '../../nock/index.js'
import { type Asking } from './askings.js'
import { type Counts, type Wrong } from './generated.js'
import { NAMES } from './history.js'
import { KIND, SimulatedOs } from './simulated-os.js'

/** What came of an evaluation with a question's jet, and what was asked. */
export interface Evaluation {
  readonly product: E.Either<Crash, Noun> | Unanswered
  readonly asked: readonly Cell[]
}

export type Evaluate = (subject: Noun, ask: World['ask']) => Evaluation

/** Evaluates the question's formula by the machine, with its jet and no other. */
export const evaluator = (make: (world: World) => Jet, formula: Noun): Evaluate => {
  let asked: Cell[] = []
  let ask: World['ask'] = nobody
  const jet = make({
    ask(request) {
      asked.push(request)
      return ask(request)
    },
  })
  const table = jetTable([jet])
  if (E.isLeft(table)) throw new Error(`the jet ${jet.name} does not go with itself`)
  const jets = table.right

  return (subject, askNow) => {
    asked = []
    ask = askNow
    try {
      return { product: nock(subject, formula, { jets }), asked }
    } catch (thrown) {
      if (thrown instanceof Unanswered) return { product: thrown, asked }
      throw thrown
    }
  }
}

/** Is asked where nobody should be: that is wrong whatever the answer. */
const nobody = (): Noun => 0

/** What is wrong on a tape that is not empty: there the jet is the formula, and nothing else. */
export const tapeWrong = (
  evaluate: Evaluate,
  formula: Noun,
  subject: Noun,
  counts: Counts,
): Wrong | undefined => {
  const wanted = reference(subject, formula)
  counts[E.isRight(wanted) ? 'valued' : 'crashed']++
  const { product, asked } = evaluate(subject, nobody)
  const headline =
    asked.length > 0
      ? 'it asks, though the tape is not empty'
      : same(wanted, product)
        ? undefined
        : 'it is not its formula, on a tape that is not empty'
  return (
    headline && {
      headline,
      details: [
        ['subject', show(subject)],
        ['formula gives', outcome(wanted)],
        ...asked.map((request) => ['jet asks', show(request)] as const),
        ['jet gives', outcome(product)],
      ],
    }
  )
}

/** What is wrong on the empty tape, in a world that answers at once, or later, or finds nothing in the request. */
export const liveWrong = (
  evaluate: Evaluate,
  formula: Noun,
  request: Cell,
  { subject, ...past }: Asking,
  counts: Counts,
): Wrong | undefined => {
  const { os, put } = worldOf(past)
  const { product, asked } = evaluate(subject, put.ask)
  const isLate = put.answer === undefined
  os.settle()
  const { answer, malformed } = put
  const wrong = (headline: string, ...more: Wrong['details']): Wrong => ({
    headline,
    details: [
      ['subject', show(subject)],
      ['request', show(request)],
      ...asked.map((each) => ['jet asks', show(each)] as const),
      ...(answer === undefined ? [] : [[isLate ? 'later answer' : 'answer', show(answer)] as const]),
      ['jet gives', outcome(product)],
      ...more,
    ],
  })

  if (asked.length !== 1) return wrong(`on the empty tape it asks ${asked.length} times, not once`)
  if (!equal(asked[0]!, request)) return wrong('on the empty tape it asks something else')
  if (malformed) {
    counts.crashed++
    counts.answered++
    return hasCrashed(product) ? undefined : wrong('it has a value for a request that nobody understands')
  }
  if (answer === undefined) return wrong('nobody ever answers')

  const recorded = new Cell(list([new Cell(request, answer)]), request.tail)
  const wanted = reference(recorded, formula)
  const replay: Wrong['details'] = [
    ['tape', show(recorded.head)],
    ['formula gives', outcome(wanted)],
  ]
  if (!same(wanted, E.right(cell(0, answer)))) return wrong('the formula does not give the answer', ...replay)
  if (!isLate && !same(wanted, product)) return wrong('it does not give the answer', ...replay)
  if (isLate && !(product instanceof Unanswered)) return wrong('it goes on without the answer', ...replay)
  if (product instanceof Unanswered && product.request !== asked[0]) {
    return wrong('it is given up with another request than it put', ...replay)
  }

  const again = evaluate(recorded, nobody)
  const second: Wrong['details'] = [...replay, ['jet gives then', outcome(again.product)]]
  if (again.asked.length > 0) return wrong('it asks again, with the answer on the tape', ...second)
  if (!same(wanted, again.product))
    return wrong('it is not its formula, with the answer on the tape', ...second)
  counts.valued++
  counts.answered++
  return undefined
}

/** An operating system in which something has happened, and what became of the request put to it. */
const worldOf = ({ seed, temper, before }: Omit<Asking, 'subject'>) => {
  const names = NAMES.map(cord)
  const os = new SimulatedOs(seed, KIND, names)
  for (const [what, to] of before) {
    const name = names[to]!
    if (what === 'spawn') os.put(cell(SPAWN, name), () => {})
    else if (what === 'fork') os.fork(name)
    else if (what === 'leave') os.leave(name)
    else os.die(name)
  }
  os.temper = temper

  const put = {
    answer: undefined as Noun | undefined,
    malformed: false,
    ask(request: Cell): Noun {
      try {
        put.answer = os.put(request, (answer) => (put.answer = answer))
      } catch (thrown) {
        if (!(thrown instanceof Malformed)) throw thrown
        put.malformed = true
        throw noValue(request, request)
      }
      if (put.answer === undefined) throw new Unanswered(request)
      return put.answer
    },
  }
  return { os, put }
}

const SPAWN = cord('spawn')

const hasCrashed = (product: Evaluation['product']): boolean =>
  !(product instanceof Unanswered) && E.isLeft(product)

/** The same value bit for bit; or no value on either side. */
const same = (wanted: E.Either<Crash, Noun>, got: Evaluation['product']): boolean => {
  if (got instanceof Unanswered) return false
  if (E.isLeft(wanted)) return E.isLeft(got)
  return E.isRight(got) && equal(wanted.right, got.right)
}

const outcome = (product: Evaluation['product']): string => {
  if (product instanceof Unanswered) return `nothing until ${show(product.request)} is answered`
  return E.isRight(product)
    ? show(product.right)
    : `a crash: ${describeCrash(product.left).replace(/\n[^]*/, '')}`
}

const show = (noun: Noun): string => printNoun(noun, { cords: true, limit: 2_000 })

import * as E from 'fp-ts/lib/Either.js'
import { type Atom, Cell, type Noun, cord, equal, isAtom, list, reference } from '../../nock/index.js'
import { type Entry } from '../supervision/decide.js'
import { type Policy } from '../supervision/policy.js'
import { type Service, ServiceNoun, sameService, serviceOf } from '../supervision/service.js'
import { type Decision, type Life } from '../supervision/step.js'
import { type Counts, type Wrong } from './generated.js'
import { type Evaluated, type History, type Performed, type Turn, type Watch, evaluated } from './history.js'
import { crashText, evaluationText, liveText, performedText, serviceText, show } from './history-text.js'

/** What a replay may cost: ten times what a decision may, which had jets. */
const BUDGET = { steps: 1_000_000, nouns: 1_000_000 }

/**
 * What is wrong with an evaluation that came to its end. Made again by the reference, on its recorded tape and without
 * jets, it must give the same product bit for bit, `[0 rest]` with the tape used up; and where it failed, fail.
 */
export const replayWrong = (made: Evaluated, counts: Counts): Wrong | undefined => {
  const { event, formula, before, tape, rest, failure } = made
  const replay = reference(new Cell(list(tape), ServiceNoun.encode(before)), formula, { budget: BUDGET })
  if (E.isLeft(replay) && replay.left.why === 'budget') {
    counts.undecided++
    return undefined
  }
  counts[E.isRight(replay) ? 'valued' : 'crashed']++
  counts.answered++
  const agrees =
    failure?.why === 'crash'
      ? E.isLeft(replay)
      : E.isRight(replay) &&
        (rest === undefined ? !isProduct(replay.right, before) : equal(replay.right, new Cell(0, rest)))
  if (agrees) return undefined
  return {
    headline: `replayed without jets, the decision on %${event} is another one`,
    details: [
      ...evaluationText(made),
      ['live', liveText(made)],
      ['replayed', E.isRight(replay) ? show(replay.right) : crashText(replay.left)],
    ],
  }
}

/** Is it what a decision takes: the tape used up, and the same service? */
const isProduct = (product: Noun, { name }: Service): boolean =>
  !isAtom(product) && product.head === 0 && serviceOf(product.tail)?.name === name

/** What is wrong with a tape: it must have every request that was put, once, in order, with the answer that came. */
export const recordWrong = (tape: readonly Entry[], performed: readonly Performed[]): Wrong | undefined =>
  tape.length === performed.length && isOnTape(tape, performed)
    ? undefined
    : {
        headline: 'what is on the tape is not what was asked and answered',
        details: [
          ['tape', show(list(tape))],
          ['asked', performed.map(performedText).join(', ') || 'nothing'],
        ],
      }

const isOnTape = (tape: readonly Entry[], performed: readonly Performed[]): boolean =>
  tape.every(({ head, tail }, i) => {
    const one = performed[i]
    return one?.answer !== undefined && equal(one.request, head) && equal(one.answer, tail)
  })

/** What is wrong with what goes on: what was put since the last decision is on its tape, and the last is open. */
const underWayWrong = ({ deciding }: Life, performed: readonly Performed[]): Wrong | undefined => {
  if (deciding === undefined) return recordWrong([], performed)
  const last = performed.at(-1)
  if (last?.request !== deciding.request) {
    return {
      headline: 'what a decision waits for is not what was asked last',
      details: [
        ['waits for', show(deciding.request)],
        ['asked', performed.map(performedText).join(', ') || 'nothing'],
      ],
    }
  }
  return recordWrong(deciding.tape, performed.slice(0, -1))
}

/** What is wrong with how decisions follow each other: each goes on from the one before, the last one stands. */
const chainWrong = (before: Service, made: readonly Decision[], after: Service): Wrong | undefined => {
  let now = before
  for (const decision of made) {
    if (!sameService(decision.before, now)) return broken(now, decision.before)
    now = decision.after
  }
  return sameService(now, after) ? undefined : broken(now, after)
}

const broken = (left: Service, found: Service): Wrong => ({
  headline: 'a decision does not go on from the one before',
  details: [
    ['left', serviceText(left)],
    ['found', serviceText(found)],
  ],
})

/** What is wrong in the world: a service has one process group at most, what it left behind included. */
const worldWrong = ({ os }: History, { name }: Service): Wrong | undefined => {
  const pids = os.groupsOf(name).map(([pid]) => pid)
  return pids.length <= 1
    ? undefined
    : { headline: 'two of one service are there at once', details: [['pids', pids.join(', ')]] }
}

/** What is wrong with what left its group, by a policy that kills whole trees: it is gone before its service is. */
const strayWrong = ({ os }: History, before: Service, { name, pid }: Service): Wrong | undefined => {
  const isStopped = before.pid !== 0 && pid === 0
  if (!os.beside.has(name) && !(isStopped && os.hasStrays(name))) return undefined
  const what = isStopped ? 'is there when the service is down' : 'is there when the service starts again'
  return { headline: `what left its process group ${what}`, details: [] }
}

/** What is wrong with whom a decision signals: it may be nobody but its own service's process. */
const targetWrong = ({ before, tape }: Decision): Wrong | undefined => {
  const own = new Set<Noun>([before.pid])
  for (const { head: request, tail: answer } of tape) {
    if (isAtom(request)) continue
    if (request.head === SPAWN) own.add(answer)
    const isTo = [SIGNAL, KILL, KILL_TREE].includes(request.head as Atom)
    if (isTo && !isAtom(request.tail) && !own.has(request.tail.tail)) {
      return { headline: "it signals what is not its service's process", details: [['asks', show(request)]] }
    }
  }
  return undefined
}

const SPAWN = cord('spawn')
const SIGNAL = cord('signal')
const KILL = cord('kill')
const KILL_TREE = cord('kill-tree')

/** Ends a history: one of its laws is broken. */
export class Broken {
  readonly wrong: Wrong

  constructor(wrong: Wrong) {
    this.wrong = wrong
  }
}

/** The laws of histories, held against one: throws Broken where the first does not hold. */
export class HistoryLaws implements Watch {
  private readonly counts: Counts
  private readonly story: Watch | undefined
  private readonly killsTrees: boolean
  /** How many of each service's requests are on the tapes of decisions that were made. */
  private readonly recorded: number[] = []

  /** @param story is told of everything first */
  constructor(policy: Policy, counts: Counts, story?: Watch) {
    this.killsTrees = [...policy.values()].some(({ formula }) => mentions(formula, KILL_TREE))
    this.counts = counts
    this.story = story
  }

  turned(history: History, turn: Turn): void {
    this.story?.turned?.(history, turn)
    const { which, before, made } = turn
    const { life, performed } = history.services[which]!
    const tape = made.flatMap((decision) => decision.tape)
    const from = this.recorded[which] ?? 0
    const to = from + tape.length
    this.recorded[which] = to
    for (const decision of made) hold(replayWrong(evaluated(decision), this.counts))
    for (const decision of made) hold(targetWrong(decision))
    hold(chainWrong(before.service, made, life.service))
    hold(recordWrong(tape, performed.slice(from, to)))
    hold(underWayWrong(life, performed.slice(to)))
    hold(worldWrong(history, life.service))
    if (this.killsTrees) hold(strayWrong(history, before.service, life.service))
  }

  answered(which: number, made: Evaluated, performed: readonly Performed[]): void {
    this.story?.answered?.(which, made, performed)
    hold(replayWrong(made, this.counts))
    hold(recordWrong(made.tape, performed))
  }
}

/** Is this atom anywhere in a noun? */
const mentions = (noun: Noun, atom: Atom): boolean =>
  isAtom(noun) ? noun === atom : mentions(noun.head, atom) || mentions(noun.tail, atom)

const hold = (wrong: Wrong | undefined): void => {
  if (wrong !== undefined) throw new Broken(wrong)
}

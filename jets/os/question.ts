import { type Atom, Cell, type Jet, type Noun, cord, isAtom, isCell } from '../../nock/index.js'
import { defineJet, sure } from '../kit.js'
import { type System } from './system.js'

/** `formulas/ask.nock`: the next answer of the tape, if it is to this request. */
const ASK = `[6 [5 [0 8] [0 3]]
                [[0 5] [0 9]]
                [0 0]]`

/**
 * A question to the operating system. Its formula reads the answer off the tape; on the empty tape, where that
 * crashes, its jet puts the question, and the answer becomes the tape's next entry.
 */
export interface Question<Sample = unknown> {
  /** The tag of its requests, `[%alive pid]`; also the name of the formula and of the jet. */
  readonly name: string
  /**
   * Reads what a request holds behind its tag.
   *
   * @throws Malformed when that is not what the question takes
   */
  readonly decode: (sample: Noun) => Sample
  /**
   * Puts it: answers now, or undefined and calls `answer` later, when the answer is known; the first call counts.
   *
   * @param sample what the request holds behind its tag
   * @throws Malformed as `decode` does, before anything is done
   */
  perform(system: System, sample: Noun, answer: (answer: Noun) => void): Noun | undefined
}

/** A request that says nothing to the operating system: the policy's mistake. */
export class Malformed {}

/** The longest time that a timer takes, in milliseconds. */
const LONGEST = 2 ** 31 - 1

/** The sample `[name milliseconds]`, of questions about a service that take their time. */
export interface NameAndTime {
  readonly name: Atom
  readonly milliseconds: number
}

/** @throws Malformed when it is none */
export const nameAndTime = (sample: Noun): NameAndTime => {
  if (isAtom(sample) || isCell(sample.head) || typeof sample.tail !== 'number' || sample.tail > LONGEST) {
    throw new Malformed()
  }
  return { name: sample.head, milliseconds: sample.tail }
}

/** Who answers the requests of one evaluation after another. */
export interface World {
  /**
   * The answer to `[tag sample]`.
   *
   * @throws Unanswered when it comes later: the evaluation is given up, and done again with the answer on the tape
   */
  ask(request: Cell): Noun
}

/** An evaluation given up, since the answer to this request is still to come. */
export class Unanswered {
  readonly request: Cell

  constructor(request: Cell) {
    this.request = request
  }
}

/**
 * The jet of a question's formula, `[7 [[0 2] [1 %name] [0 3]] ask]`: [tape sample] -> [tape answer]. On the empty
 * tape (0) it asks the world; on any other it is the formula.
 */
export const questionJet = (name: string, world: World): Jet => {
  const tag = cord(name)
  return sure(
    defineJet({
      name,
      formula: `[7 [[0 2] [1 %${name}] [0 3]] ${ASK}]`,
      run: (subject) =>
        onEmptyTape(subject) ? new Cell(0, world.ask(new Cell(tag, subject.tail))) : undefined,
      more: onEmptyTape,
    }),
  )
}

const onEmptyTape = (subject: Noun): subject is Cell => isCell(subject) && subject.head === 0

import {
  type Atom,
  type Noun,
  type Step,
  Stepper,
  definitionLine,
  describeCrash,
  nextRule,
  out,
  over,
  printNoun,
  ruleLine,
  sentence,
  showStep,
} from '../../../nock/index.js'
import { type Counted, type Line, type Look, type Move } from './messages.js'
import { placesOf } from './places.js'
import { sent } from './send.js'
import { stepText } from './step-text.js'
import { touched } from './touched.js'

/** So many steps before and behind the one that is looked at are shown in a line each. */
const AROUND = 4

/** So many steps are counted; one behind them can be gone to. */
const COUNTED = 2_000_000

/** The steps of one computation, as the page shows them. */
export class Steps {
  readonly #stepper: Stepper
  /** Goes ahead, so that the other one does not lose its place. */
  readonly #counter: Stepper
  readonly #expanded: boolean
  readonly #cords: ReadonlySet<Atom>
  readonly #nameOf: (formula: Noun) => string | undefined
  readonly #print: (noun: Noun) => string
  readonly #placeOf: (part: Noun | undefined) => Atom | undefined
  #counted = 0
  #last: number | undefined

  /**
   * @param cords atoms that are shown as text
   * @param nameOf the name of a formula, if it has one
   */
  constructor(
    subject: Noun,
    formula: Noun,
    expanded: boolean,
    cords: ReadonlySet<Atom>,
    nameOf: (formula: Noun) => string | undefined,
  ) {
    this.#stepper = new Stepper(subject, formula, { expanded })
    this.#counter = new Stepper(subject, formula, { expanded })
    this.#expanded = expanded
    this.#cords = cords
    this.#nameOf = nameOf
    this.#print = (noun) => printNoun(noun, { cords, limit: 80 })
    this.#placeOf = placesOf(formula)
  }

  /** Counts some thousands more. */
  count(): Counted {
    if (this.#last === undefined && this.#counted < COUNTED) {
      this.#last = this.#counter.find(this.#counted, () => false, 5000)
      this.#counted = this.#last ?? this.#counted + 5000
    }
    return { is: 'counted', steps: this.#counted, ended: this.#last !== undefined }
  }

  /** Whether there is more to count. */
  get counts(): boolean {
    return this.#last === undefined && this.#counted < COUNTED
  }

  /** A step, or the last one if that comes first. */
  look(at: number): Look {
    let n = at
    let step = this.#stepper.at(n)
    if (step === undefined) {
      n = this.#stepper.find(0, () => false, n + 1) ?? 0
      step = this.#stepper.at(n)!
    }
    const { before, after } = showStep(step, { print: this.#print })
    const near: Line[] = []
    for (let i = Math.max(0, n - AROUND); i <= n + AROUND; i++) {
      const one = this.#stepper.at(i)
      if (one !== undefined) near.push(this.#line(i, one))
    }
    return {
      is: 'look',
      near,
      step: {
        ...this.#line(n, step),
        before,
        after,
        sentence: sentence(step, this.#expanded),
        crash: step.is === 'crash' ? describeCrash(step.crash) : undefined,
      },
    }
  }

  move(from: number, move: Move): number | undefined {
    switch (move) {
      case 'out':
        return out(this.#stepper, from)
      case 'over':
        return over(this.#stepper, from)
      case 'call':
        return nextRule(this.#stepper, from, [2, 9])
    }
  }

  #line(n: number, step: Step): Line {
    const { subject, part, formula } = touched(step)
    return {
      n,
      is: step.is,
      text: stepText(step, this.#cords, this.#nameOf),
      rule: ruleLine(step),
      by: step.is === 'product' ? undefined : definitionLine(formula!),
      subject: sent(subject),
      part,
      formula: this.#placeOf(formula),
    }
  }
}

import { type Noun, type Step, Stepper, equal, nextRule, out, over } from '../../nock/index.js'

export type Move = 'call' | 'over' | 'out' | 'end'

/** So many steps a move looks at: some seconds. */
export const FAR = 5_000_000

/** The steps of a computation, folded or by the definition's own lines. */
export class Steps {
  readonly #folded: Stepper
  readonly #expanded: Stepper

  constructor(subject: Noun, formula: Noun) {
    this.#folded = new Stepper(subject, formula)
    this.#expanded = new Stepper(subject, formula, { expanded: true })
  }

  at(n: number, isExpanded: boolean): Step | undefined {
    return this.#stepper(isExpanded).at(n)
  }

  /**
   * Where a move leads from a step.
   *
   * @returns undefined where that is not found within so many steps
   */
  move(from: number, isExpanded: boolean, move: Move, most = FAR): number | undefined {
    const stepper = this.#stepper(isExpanded)
    switch (move) {
      case 'call':
        return nextRule(stepper, from, [2, 9], most)
      case 'over':
        return over(stepper, from, most)
      case 'out':
        return out(stepper, from, most)
      case 'end':
        return stepper.find(from, () => false, most)
    }
  }

  /** The step of a number, or the last one if that comes first. */
  within(n: number, isExpanded: boolean): number {
    const stepper = this.#stepper(isExpanded)
    return stepper.at(n) === undefined ? stepper.find(0, () => false, n + 1)! : n
  }

  /** The same place in the other form: where the same is reduced, counted from the beginning; else the beginning. */
  other(n: number, isExpanded: boolean, most = FAR): number {
    const step = this.at(n, isExpanded)
    if (step === undefined) return 0
    if (step.is !== 'reduction') return this.#stepper(!isExpanded).find(0, () => false, most) ?? 0
    const { operator, of } = step.redex
    const isSame = (one: Step): boolean =>
      one.is === 'reduction' && one.redex.operator === operator && equal(one.redex.of, of)
    return this.#stepper(!isExpanded).find(0, isSame, most) ?? 0
  }

  #stepper(isExpanded: boolean): Stepper {
    return isExpanded ? this.#expanded : this.#folded
  }
}

/**
 * The decisions that a program is made by, one number each. 0 is the simplest way everywhere, so a program that
 * fails shrinks as its numbers do.
 */
export class Choices {
  private readonly numbers: readonly number[]
  private next = 0

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  /** A number below n: 0 when all the decisions are used up. */
  below(n: number): number {
    return Math.floor(((this.numbers[this.next++] ?? 0) / SPAN) * n)
  }

  /** Yes in one of so many cases. */
  oneIn(n: number): boolean {
    return this.below(n) === n - 1
  }

  of<T>(options: readonly T[]): T {
    return options[this.below(options.length)]!
  }

  /** One of these ways, as often as its weight says. */
  way<T>(...ways: readonly (readonly [weight: number, way: () => T])[]): T {
    let rest = this.below(ways.reduce((sum, [weight]) => sum + weight, 0))
    for (const [weight, way] of ways) {
      rest -= weight
      if (rest < 0) return way()
    }
    throw new Error('the weights are above 0')
  }
}

/** Decisions are numbers below this. */
export const SPAN = 2 ** 16

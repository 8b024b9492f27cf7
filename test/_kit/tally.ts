/** How many outcomes were of which kind. */
export class Tally {
  readonly #counts = new Map<string, number>()

  add(kind: string): void {
    this.#counts.set(kind, this.seen(kind) + 1)
  }

  seen(kind: string): number {
    return this.#counts.get(kind) ?? 0
  }

  get all(): number {
    return [...this.#counts.values()].reduce((sum, n) => sum + n, 0)
  }

  text(): string {
    return [...this.#counts]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, n]) => `${kind}: ${n}`)
      .join(', ')
  }
}

/**
 * How much work an evaluation may do. Both are bounds on the work, not a measure of it: the machine, which does
 * less for the same formula, comes further on the same budget than the reference.
 */
export interface Budget {
  /** Reductions: one each time a formula is applied to a subject. */
  readonly steps?: number
  /** Cells made. */
  readonly nouns?: number
}

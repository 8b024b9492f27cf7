/**
 * How much work an evaluation may do. Both are bounds on the work, not a measure of it: the machine, which does
 * less for the same formula (a hint that computes nothing is no work to it), comes further on the same budget than the
 * reference. Whether a budget is spent depends on subject and formula alone, not on what the machine has translated by
 * then; the place at which the crash is told does.
 */
export interface Budget {
  /** Reductions: one each time a formula is applied to a subject. */
  readonly steps?: number
  /** Cells made. */
  readonly nouns?: number
}

import { type Report } from './report.js'

/**
 * Something that `runock verify` checks: a jet, or whatever else can be generated and held against a formula.
 */
export interface Check {
  /** As it is chosen by `--jet`. */
  readonly name: string
  /** How many runs, unless told otherwise. */
  readonly runs: number
  check(options: CheckOptions): Report
}

/** How much is checked, and which. The same options, the same report, but for its milliseconds. */
export interface CheckOptions {
  /** How many subjects, or whatever is generated; the check's own number unless given. */
  readonly runs?: number | undefined
  readonly seed: number
  /** fast-check's, of an earlier failure: goes straight to its counterexample. */
  readonly path?: string | undefined
  /** Milliseconds that one call of a jet may take. */
  readonly timeout?: number | undefined
  /** Told after each run, for a progress bar. */
  readonly onRun?: ((done: number) => void) | undefined
}

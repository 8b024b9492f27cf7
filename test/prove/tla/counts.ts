/**
 * How many distinct states each model has, and how many steps lead from one to another, by tla-checker 0.9.0; for runit, too,
 * how many ways the decisions in all of its states may go, by all that may be answered.
 *
 * TLC reads the same files, finds the same distinct states (20, of 246 generated; 1927, of 5224), and that all holds: built
 * from the sources of tlaplus/tlaplus at cc6b616 (29 April 2026), by Java 17. It is no part of the checks, since it comes in
 * no package.
 */
export const COUNTS = {
  runit: { states: 20, steps: 238, courses: 519 },
  runit_timed: { states: 1927, steps: 5188 },
} as const

export type ModelName = keyof typeof COUNTS

/**
 * A lesson: one thing, said in a few lines, and a task that checks itself. Nouns are text here, as they stand in the
 * lesson's file, so that a lesson is JSON as it is: the terminal has it from formulas/lessons/, the page from its build.
 */
export interface Lesson {
  /** As it is typed: `axes`. */
  readonly name: string
  readonly title: string
  /** What there is to know. Indented by four spaces: a transcript, that the tests run. */
  readonly text: string
  readonly task: string
  /** What the learner starts from: with a mistake in it, or a hole, `___`. */
  readonly start: string
  readonly solution: string
  /** From a nudge to nearly all. */
  readonly hints: readonly string[]
  readonly cases: readonly Case[]
  readonly limits: Limits
  /** Answers that are often given, and what to say of them. */
  readonly wrong: readonly { readonly answer: string; readonly hint: string }[]
  /** What a real supervisor does with the answer in place of its own formula. */
  readonly live?: Live | undefined
}

export type Case =
  /** The answer is this very noun. */
  | { readonly is: string }
  /** The answer, as a formula, gives this product on this subject. */
  | { readonly subject: string; readonly product: string }
  /** It crashes on this subject; with a rule, by that rule. */
  | { readonly subject: string; readonly crash: { readonly rule?: number; readonly axis?: string } }

export interface Limits {
  /** The formulas of formulas/ that the answer may name; none unless given. */
  readonly names?: readonly string[]
  /** Rules that the answer must do without. */
  readonly without?: readonly number[]
  /** Rules that it must use. */
  readonly with?: readonly number[]
  /** How many cells it may have. */
  readonly cells?: number
}

/** What is done with a service `web` under a supervisor in which the answer stands for the formula `as`. */
export interface Live {
  readonly as: string
  readonly story: readonly LiveStep[]
}

/** `sv up`; `sv down`; `kill -9`, after which another process is waited for. */
export type LiveStep = 'up' | 'down' | 'kill'

/** What a check of one jet, or of something else that was generated, came to. */
export interface Report {
  /** The jet, or what else was checked. */
  readonly name: string
  readonly runs: number
  /** On how many subjects the formula had a value, crashed, or spent its budget. */
  readonly valued: number
  readonly crashed: number
  readonly undecided: number
  /** On how many the jet itself had a value or crashed, where its formula did, too: so many were compared. */
  readonly answered: number
  readonly seed: number
  readonly milliseconds: number
  readonly failure: Failure | undefined
}

/** Why a check failed, for people. */
export interface Failure {
  /** One line: what is wrong. */
  readonly headline: string
  /** Label and text, e.g. ['subject', '[1 2]'], ['formula gives', '3'], ['jet gives', '4']. */
  readonly details: readonly (readonly [string, string])[]
  /** fast-check's, to go straight to the counterexample. */
  readonly path: string | undefined
}

/** What came of one theorem or check. */
export interface Check {
  readonly name: string
  readonly ok: boolean
  /** What was found, in a few words. */
  readonly said: string
}

/** Checks that take the same tools. */
export interface Part {
  readonly name: string
  /** The tool that this takes and that is not there, in words. */
  readonly missing: () => string | undefined
  readonly checks: () => AsyncIterable<Check>
}

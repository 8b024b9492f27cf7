/** How a process ended: by itself with a code, or by a signal. */
export type Death =
  | { readonly code: number; readonly signal: 0 }
  | { readonly code: -1; readonly signal: number }

/** Starting, killing and reaping processes: natively, or where that is not to be had, by Node's own means. */
export interface Launcher {
  /**
   * Starts a program in a directory, in a session and process group of its own, with standard input from nowhere and
   * our standard output and error. Pid 0: it could not; `errno` says why, as far as known.
   */
  launch(
    program: string,
    args: readonly string[],
    directory: string,
  ): { readonly pid: number; readonly errno: number }
  /** `kill(2)`: 0, or the error's number. */
  kill(pid: number, signal: number): number
  /** Our children that have died since the last time, reaped. */
  deaths(): readonly (readonly [pid: number, death: Death])[]
  /** The death of this child, if it has died unnoticed; reaps it. */
  death(pid: number): Death | undefined
  /** From now on calls back when there may be deaths; answers how to stop that. */
  onDeath(callback: () => void): () => void
}

/** How a process ended: by itself with a code, or by a signal. */
export type Death =
  | { readonly code: number; readonly signal: 0 }
  | { readonly code: -1; readonly signal: number }

/** The variable that holds a mark's text. */
export const MARK = 'RUNOCK_SERVICE'

/**
 * What a process is started with so that it can be found again, it and whatever it starts, by a supervisor that knows
 * nothing of it. Twice the same, since each is missing somewhere.
 */
export interface Mark {
  /** In the environment. A program may wipe that (`env -i`), or write its title over it, as nginx and redis do. */
  readonly text: string
  /**
   * As the soft limit of file locks (RLIMIT_LOCKS), which Linux has kept and inherited since 2.4 and never looks at:
   * below 2^63. Seen by everybody, also before the program is loaded; but it takes koffi to set it.
   */
  readonly number: bigint
}

/** Files that a process starts with, by their paths, in place of what it gets else. */
export interface Streams {
  /** Standard input, 0 for ours; else it comes from nowhere. */
  readonly input?: string | 0 | undefined
  /** Standard output; else it is ours, and so is the error. Open for reading, too: then the process keeps a pipe alive. */
  readonly output?: string | undefined
  /** Standard error. */
  readonly errors?: string | undefined
}

/** What to start: a program, and where. */
export interface Start extends Streams {
  readonly program: string
  readonly args: readonly string[]
  readonly directory: string
  /** Of ours it gets none. */
  readonly mark?: Mark | undefined
}

/** Starting, killing and reaping processes: natively, or where that is not to be had, by Node's own means. */
export interface Launcher {
  /**
   * Starts a program in a directory, in a session and process group of its own. Pid 0: it could not; `errno` says why,
   * as far as known.
   */
  launch(start: Start): { readonly pid: number; readonly errno: number }
  /** `kill(2)`: 0, or the error's number. */
  kill(pid: number, signal: number): number
  /** Our children that have died since the last time, reaped. */
  deaths(): readonly (readonly [pid: number, death: Death])[]
  /** The death of this child, if it has died unnoticed; reaps it. */
  death(pid: number): Death | undefined
  /** From now on calls back when there may be deaths; answers how to stop that. */
  onDeath(callback: () => void): () => void
}

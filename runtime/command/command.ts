import { type Outline } from './outline.js'

/** What the table knows how to run. Most are made by `define`; a command with a syntax of its own is one as it is. */
export interface Command {
  /**
   * @param argv the words after the command's name
   * @returns the exit code
   */
  run(argv: readonly string[]): Promise<number>
  /** What its command line may have, for who completes it, and for its manual. */
  outline(): Promise<Outline>
}

/** A command as the program knows it before it runs: the rest is loaded when it is needed, and only then. */
export interface Entry {
  readonly group: string
  /** One line, for the list of commands. */
  readonly summary: string
  /** Processes that it starts write where it writes: see `shareOutput`. */
  readonly sharesOutput?: true
  load(): Promise<{ readonly command: Command }>
}

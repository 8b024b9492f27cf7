/**
 * What `runock` ends with: the codes that scripts test for. `sv` has its own, runit's.
 */
export const EXIT = {
  ok: 0,
  /** A formula crashed, or a check found a difference. */
  crash: 1,
  /** The command line is wrong. */
  usage: 64,
  /** The command line is right and what it names is not: no noun, no jam, no such file. */
  data: 65,
  /** Not the input's fault: trying again may help. */
  temporary: 111,
} as const

/** Why a command did not do what it was asked: for stderr, and the exit code. */
export interface Failure {
  readonly code: number
  /** Without the program's name and without a newline at the end; may be several lines. */
  readonly message: string
}

export const crashed = (message: string): Failure => ({ code: EXIT.crash, message })

export const misused = (message: string): Failure => ({ code: EXIT.usage, message })

export const badData = (message: string): Failure => ({ code: EXIT.data, message })

export const temporary = (message: string): Failure => ({ code: EXIT.temporary, message })

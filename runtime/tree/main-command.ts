import { accessSync, constants, statSync } from 'node:fs'
import { constants as system } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Either, left, right } from 'fp-ts/lib/Either.js'
import { type Death, type Processes } from '../../jets/index.js'
import { errnoName, errnoText } from '../supervise/errno.js'
import { type Failure } from '../terminal/failure.js'
import { type Beside } from './beside.js'
import { untilSignal } from './signals.js'

// As shells have it.
const NOT_FOUND = 127
const CANNOT_RUN = 126
const BY_SIGNAL = 128

/** A command that runs beside the services, and ends with them, and they with it. */
export class MainCommand implements Beside {
  readonly ending
  private readonly program: string
  private readonly words: readonly string[]
  private readonly complain: (why: string) => void
  private processes: Processes | undefined
  private pid = 0
  private end: (how: string) => void = () => {}
  /** How it all ended, as an exit code; undefined as long as it has not. */
  code: number | undefined

  /**
   * @param program its file
   * @param words it, and its arguments, as they were given
   */
  constructor(program: string, words: readonly string[], complain: (why: string) => void) {
    this.program = program
    this.words = words
    this.complain = complain
    const signals = untilSignal((signal) => this.send(signal))
    const ended = new Promise<string>((done) => (this.end = done))
    const first = Promise.race([signals.first.then((signal) => this.interrupt(signal)), ended])
    this.ending = { first, isForced: signals.isForced }
  }

  begin(processes: Processes): void {
    this.processes = processes
    if (this.code !== undefined) return // told to end before
    const start = { program: this.program, args: this.words, directory: process.cwd(), input: 0 as const }
    const { pid, errno } = processes.launch(start, (death) => this.died(death))
    this.pid = pid
    if (pid !== 0) return
    this.code = CANNOT_RUN
    this.complain(`cannot run ${this.program}: ${errnoText(errnoName(errno))}`)
    this.end('the command cannot be run')
  }

  private died({ code, signal }: Death): void {
    this.code ??= signal > 0 ? BY_SIGNAL + signal : code
    this.end(
      signal > 0 ? `the command was killed by signal ${signal}` : `the command ended with code ${code}`,
    )
  }

  private send(signal: NodeJS.Signals): void {
    if (this.processes?.isAlive(this.pid)) process.kill(this.pid, signal)
  }

  private interrupt(signal: string): string {
    this.code ??= BY_SIGNAL + system.signals[signal as NodeJS.Signals]
    this.processes?.kill(this.pid, system.signals.SIGKILL, () => {})
    return signal
  }
}

/** The file of a command, as a shell finds it: by its path, or among the directories in `PATH`. */
export const programOf = (word: string, path = process.env['PATH'] ?? ''): Either<Failure, string> => {
  const files = word.includes('/') ? [word] : path.split(delimiter).map((directory) => join(directory, word))
  const there = files.filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
  const program = there.find(isExecutable)
  if (program !== undefined) return right(program)
  return left(
    there[0] === undefined
      ? { code: NOT_FOUND, message: `${word}: no such command` }
      : { code: CANNOT_RUN, message: `${there[0]} is not executable: chmod +x` },
  )
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

import { statSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type Libc, type Processes, type Script, type Streams } from '../../jets/index.js'
import { type Mark } from '../../jets/os/launcher.js'
import { type SuperviseError } from '../supervise/error.js'
import { type Pipe, openPipe } from '../supervise/pipe.js'
import { type Found, scanLog } from './scan.js'

/** Keeps the output of services that have no `log/`. */
export interface OutputKeeper {
  /** Opens the pipe of a service's output, to be kept until the pipe is closed. */
  keep(found: Found): E.Either<SuperviseError, Pipe>
}

export interface OutputsOptions {
  readonly libc: Libc | undefined
  readonly processes: Processes
  readonly keeper: OutputKeeper | undefined
  /** Does a finish script of this service run? */
  readonly isFinishing: (service: string) => boolean
  /** Hears what came of opening a pipe. */
  readonly hear: (service: string, opened: E.Either<SuperviseError, unknown>) => void
}

/** Of a service, what its output is about. */
export interface WithOutput {
  readonly found: Found
  /** The service whose `log/` this is. */
  readonly logs: WithOutput | undefined
  /** From its standard output to its `log/`, or to what keeps it. */
  pipe: Pipe | undefined
}

/** Where services' standard output goes: into a pipe, if somebody reads it. */
export class Outputs {
  private readonly options: OutputsOptions
  /** Of services that have left, whose finish script may still write: by their names. */
  private readonly closing = new Map<string, Pipe>()
  /** The pid of the `cat` of a service. */
  private readonly relays = new Map<string, number>()

  constructor(options: OutputsOptions) {
    this.options = options
  }

  /** Opens a service's pipe, if it has a `log/` to read it, or it is to be kept. */
  connect(service: WithOutput): void {
    const { found, logs, pipe: before } = service
    const { libc, processes, keeper, hear } = this.options
    if (logs !== undefined || before?.isKept === false) return
    const hasLog = scanLog(found) !== undefined
    if (!hasLog && (before !== undefined || keeper === undefined)) return
    before?.close()
    const relay = this.relays.get(found.name)
    if (relay !== undefined) processes.kill(relay, SIGKILL, () => {}) // or it would read on
    const pipe = hasLog || keeper === undefined ? openPipe(found.path, libc) : keeper.keep(found)
    service.pipe = E.isRight(pipe) ? pipe.right : undefined
    hear(found.name, pipe)
  }

  /** What a script of a service reads and writes: a log's reads the pipe, but only its `run` does. */
  streams({ logs, pipe }: WithOutput, script: Script): Streams | undefined {
    if (logs !== undefined) return script === 'run' ? { input: logs.pipe?.path } : undefined
    return pipe && { output: pipe.path, errors: pipe.isKept ? pipe.path : undefined }
  }

  /**
   * A process that was taken over may write into a pipe that nobody reads any more, since the last supervisor kept its
   * output, or it had a `log/`, and it would wait there for ever. Then `cat` brings it to our own output, as long as it
   * lives: what is started next writes there itself.
   *
   * @param mark what `cat` is started with
   */
  relay(service: WithOutput, pid: number, mark: () => Mark | undefined): void {
    const { found, pipe } = service
    const { libc, processes, hear } = this.options
    if (pipe !== undefined || !writesInto(pid, found.path)) return
    const opened = openPipe(found.path, libc)
    hear(found.name, opened)
    if (E.isLeft(opened)) return
    const input = opened.right.path
    const start = { program: '/bin/cat', args: ['cat'], directory: '/', input, mark: mark() }
    const relay = processes.launch(start, () => {
      this.relays.delete(found.name)
      if (processes.isAlive(pid)) this.relay(service, pid, mark)
    })
    if (relay.pid !== 0) this.relays.set(found.name, relay.pid)
    opened.right.close()
  }

  /** Lets go of the pipe of a service that has left, once its finish script has ended: what that writes is kept, too. */
  disconnect({ found: { name }, pipe }: WithOutput): void {
    if (pipe?.isKept && this.options.isFinishing(name)) this.closing.set(name, pipe)
    else pipe?.close()
  }

  /** Closes the pipes that are no longer written to; all of them, or those of a name, if it is asked for. */
  closePipes(isDone: (service: string) => boolean = (name) => !this.options.isFinishing(name)): void {
    for (const [name, pipe] of this.closing) {
      if (!isDone(name)) continue
      this.closing.delete(name)
      pipe.close()
    }
  }
}

const SIGKILL = 9

const writesInto = (pid: number, service: string): boolean => {
  try {
    const [its, ours] = [statSync(`/proc/${pid}/fd/1`), statSync(join(service, 'supervise/output'))]
    return its.ino === ours.ino && its.dev === ours.dev
  } catch {
    return false
  }
}

import { type Either, alt, right } from 'fp-ts/lib/Either.js'
import { type Mark } from '../../../jets/os/launcher.js'
import { statOf } from '../../../jets/os/proc.js'
import { type Script } from '../../../jets/os/system.js'
import { type SuperviseError } from '../../supervise/error.js'
import { type Found } from '../scan.js'
import { lastStartOf, newLastStart, writeLastStart } from './last-start.js'
import { markOf } from './mark.js'

/** The starts of one service's scripts, made so that another supervisor will know what runs should we be killed. */
export class Starts {
  private readonly found: Found
  private launch = 0n
  private count: number
  /** Each is a hash, so it is worth keeping. */
  private readonly numbers = new Map<Script, bigint>()

  constructor(found: Found) {
    this.found = found
    this.count = lastStartOf(found.path)?.starts ?? 0
  }

  /** The mark of a script that is about to be started. */
  mark(script: Script): Mark | undefined {
    const { identity } = this.found
    if (identity === undefined) return undefined
    const launch = process.hrtime.bigint()
    if (script === 'run') this.launch = launch
    const mark = markOf({ identity, script, launch }, this.numbers.get(script))
    this.numbers.set(script, mark.number)
    return mark
  }

  /** Writes down which process its run script is: in the very moment that it has started, or it may be too late. */
  started(pid: number): Either<SuperviseError, void> {
    const started = statOf(pid)?.started
    if (started === undefined) return right(undefined)
    const start = { pid, started, launch: this.launch, starts: ++this.count }
    // Somebody may have removed it.
    return alt(() => newLastStart(this.found.path, start))(writeLastStart(this.found.path, start))
  }
}

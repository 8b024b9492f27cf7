import { type Atom } from '../../nock/index.js'
import { type Death, type Mark, type Streams } from './launcher.js'
import { type Processes } from './processes.js'

/** The kinds of scripts of a service directory. */
export type Script = 'run' | 'finish' | 'check' | 'control'

/** A finish script that runs, and who waits for its end. */
export interface Finishing {
  readonly pid: number
  readonly waiting: (() => void)[]
}

/** What the jets know of the operating system: its processes, and each service's directory and last process. */
export interface System {
  readonly processes: Processes
  /** The finish script that runs for a service. */
  readonly finishing: Map<Atom, Finishing>
  /** The directory of a service, if it is one of ours. */
  directory(name: Atom): string | undefined
  /** What a script of it is to be started with, so that it can be found again; left out where nobody will look. */
  mark?(name: Atom, script: Script): Mark | undefined
  /** What a script of it reads and writes; left out where that is as for us. */
  streams?(name: Atom, script: Script): Streams | undefined
  /** As `Processes.kill`, but all that came of the process, also what left its group; false may come later, too. */
  readonly killTree: Processes['kill']
  /** When a service was last started, as `performance.now()` tells it; -Infinity if never. */
  lastStart(name: Atom): number
  /** The pid of its last process; 0 if there was none. */
  lastPid(name: Atom): number
  /** How its last process ended. */
  lastDeath(name: Atom): Death
  /** A service's run script was started. */
  started(name: Atom, pid: number): void
  /** A service's run script has ended. */
  died(name: Atom, death: Death): void
  /** A script in a service's directory could not be started; `errno` says why, as far as known. */
  cannotStart(name: Atom, script: string, errno: number): void
}

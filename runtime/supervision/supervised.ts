import { type Death, type Finishing } from '../../jets/index.js'
import { type SuperviseDirectory } from '../supervise/directory.js'
import { type Put } from './decide.js'
import { type WithOutput } from './outputs.js'
import { type Policy } from './policy.js'
import { type QuietLook } from './quiet-look.js'
import { type Signalled } from './signalled.js'
import { type Life } from './step.js'
import { type Starts } from './survivors/starts.js'

/** A service under supervision. */
export interface Supervised extends WithOutput {
  readonly policy: Policy
  files: SuperviseDirectory
  readonly put: Put
  readonly starts: Starts
  life: Life
  /** The last thing that happened, if it was a look that changed nothing. */
  quiet: QuietLook | undefined
  signalled: Signalled
  /** When its state or pid last changed, Unix time in milliseconds. */
  since: number
  /** When it was last started, as `performance.now()` tells it. */
  lastStart: number
  lastPid: number
  lastDeath: Death
  unwritten: boolean
  /** The finish script that its status tells of. */
  finishing: Finishing | undefined
  /** It hears no letters any more. */
  isRemoved: boolean
  /** Its `log/`, a service of its own, its decisions made by its own policy or else by this one's. */
  log: Supervised | undefined
  /** The service whose `log/` this is. */
  readonly logs: Supervised | undefined
  /** Of a log whose service has gone: until when it may read what is left in the pipe, as `performance.now()` tells it. */
  drains: number
}

/** Of a service that has not died yet. */
export const NO_DEATH: Death = { code: 0, signal: 0 }

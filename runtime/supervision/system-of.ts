import { type Either } from 'fp-ts/lib/Either.js'
import { type Processes, type Script, type Streams, type System } from '../../jets/index.js'
import { type Atom } from '../../nock/index.js'
import { type SuperviseError } from '../supervise/error.js'
import { NO_DEATH, type Supervised } from './supervised.js'
import { type Trees } from './trees/trees.js'
import { whyNot } from './why-not.js'

/** What a supervisor has for the system that its services ask. */
export interface Supervising {
  readonly processes: Processes
  readonly service: (name: Atom) => Supervised | undefined
  readonly streams: (service: Supervised, script: Script) => Streams | undefined
  readonly trees: Trees
  /** The number of its process is this one from now on. */
  readonly hold: (service: Supervised, pid: number) => void
  /** It is to be looked at, once what happens now is done with. */
  readonly look: (service: Supervised) => void
  readonly hear: (name: Atom, written: Either<SuperviseError, unknown>) => void
  readonly tell: (name: Atom, kind: string, message: string) => void
}

/** What the jets know of the operating system, by the services of a supervisor. */
export const systemOf = ({ service: serviceOf, trees, ...its }: Supervising): System => ({
  processes: its.processes,
  finishing: new Map(),
  directory: (name) => serviceOf(name)?.found.path,
  mark: (name, script) => serviceOf(name)?.starts.mark(script),
  streams: (name, script) => {
    const service = serviceOf(name)
    return service && its.streams(service, script)
  },
  killTree: (...what) => trees.kill(...what),
  lastStart: (name) => serviceOf(name)?.lastStart ?? -Infinity,
  lastDeath: (name) => serviceOf(name)?.lastDeath ?? NO_DEATH,
  lastPid: (name) => serviceOf(name)?.lastPid ?? 0,
  started: (name, pid) => {
    const service = serviceOf(name)
    if (service === undefined) return
    its.hear(name, service.starts.started(pid))
    service.lastStart = performance.now()
    trees.forget()
    its.hold(service, pid)
  },
  died: (name, death) => {
    const service = serviceOf(name)
    if (service === undefined) return
    service.lastDeath = death
    trees.forget()
    its.look(service)
  },
  cannotStart: (name, script, errno) => {
    const service = serviceOf(name)
    if (service === undefined) return
    const why = whyNot(service.found.path, script, errno)
    its.tell(name, why, `cannot start: ${why}`)
  },
})

import { join } from 'node:path'
import { type Either, left, right } from '../../nock/either.js'
import { printable } from '../log/printable.js'
import { lastStartOf } from '../supervision/survivors/last-start.js'
import { type Known, type Trouble, readLog, readService } from '../sv/read.js'
import { type StateJson, stateJson } from '../sv/print.js'
import { listServices } from '../sv/services.js'
import { type Machine } from './machine.js'
import { type Process, allProcesses, byLeader } from './processes.js'

/** A service, or the `log/` of one, as it is now. */
export interface Row {
  /** `web`, or `web/log`. */
  readonly name: string
  readonly known: Either<Trouble, Known>
  /** Starts after the first since the machine's; undefined where nobody counts them, as runit's `runsv` does not. */
  readonly restarts: number | undefined
  /** Those of its process's group and session, and their descendants. */
  readonly processes: number
  /** What they have had of a processor, in seconds. */
  readonly cpuSeconds: number
  /** What they had of one since the look before, in percent; undefined at the first. */
  readonly cpu: number | undefined
  /** What they have resident, in bytes; what they share is counted for each. */
  readonly memory: number
}

/** Looks at all services of a directory, again and again: how much each has had since is only known at the second look. */
export class Looks {
  private readonly directory: string
  private readonly machine: Machine
  private before: { readonly at: number; readonly ticks: ReadonlyMap<string, number> } | undefined

  constructor(directory: string, machine: Machine) {
    this.directory = directory
    this.machine = machine
  }

  /** @returns or the `errno` with which the directory cannot be read */
  look(): Either<string, readonly Row[]> {
    const names = listServices(this.directory)
    if (names._tag === 'Left') return left(names.left)
    const read = names.right.flatMap((name) => {
      const path = join(this.directory, name)
      const log = readLog(path)
      const own = { name, path, known: readService(path) }
      return log === undefined ? [own] : [own, { name: `${name}/log`, path: join(path, 'log'), known: log }]
    })
    const all = allProcesses()
    const at = performance.now()
    const groups = byLeader(all, new Set(read.map(({ known }) => pidOf(known)).filter((pid) => pid !== 0)))
    const seconds = this.before && (at - this.before.at) / 1000
    const rows = read.map(({ name, path, known }): Row => {
      const own = groups.get(pidOf(known)) ?? []
      const had = sum(own, (process) => this.ticksSince(process))
      return {
        name,
        known,
        restarts: restartsOf(path),
        processes: own.length,
        cpuSeconds: sum(own, ({ ticks }) => ticks) / this.machine.ticks,
        cpu: seconds === undefined ? undefined : (had / this.machine.ticks / seconds) * 100,
        memory: sum(own, ({ pages }) => pages) * this.machine.page,
      }
    })
    this.before = { at, ticks: new Map(all.map((process) => [idOf(process), process.ticks])) }
    return right(rows)
  }

  private ticksSince(process: Process): number {
    return process.ticks - (this.before?.ticks.get(idOf(process)) ?? 0)
  }
}

const idOf = ({ pid, started }: Process): string => `${pid}:${started}`

const pidOf = (known: Either<Trouble, Known>): number => (known._tag === 'Right' ? known.right.status.pid : 0)

const restartsOf = (path: string): number | undefined => {
  const starts = lastStartOf(path)?.starts
  return starts === undefined ? undefined : Math.max(0, starts - 1)
}

const sum = <A>(all: readonly A[], of: (one: A) => number): number => all.reduce((so, one) => so + of(one), 0)

/** A row for a program; what is not known is null. */
export interface RowJson extends StateJson {
  readonly service: string
  /** Why nothing is known of it. */
  readonly message: string | null
  readonly restarts: number | null
  readonly processes: number
  readonly cpu: number | null
  readonly cpuSeconds: number
  readonly memory: number
}

/** @param now Unix time in milliseconds */
export const rowJson = ({ name, known, restarts, cpu, ...costs }: Row, now: number): RowJson => ({
  service: name,
  message: known._tag === 'Left' ? printable(known.left.text) : null,
  ...stateJson(known._tag === 'Right' ? known.right : undefined, now),
  restarts: restarts ?? null,
  cpu: cpu === undefined ? null : Math.round(cpu * 10) / 10,
  ...costs,
})

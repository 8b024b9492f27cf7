import { type Script } from '../../../jets/os/system.js'
import { markNumber } from './mark.js'
import { type Seen } from './seen.js'

/** A living process that bears a mark of the service in question. */
export interface Marked extends Seen {
  /** Which start of the script it came of; undefined when its mark is only a number, which does not say. */
  readonly launch: bigint | undefined
}

/**
 * All processes there were, by their marks. Without the one that looks, those that it descends from, and its own
 * descendants: nobody takes himself over, nor what he started himself.
 */
export class Snapshot {
  private readonly byMark: ReadonlyMap<string, readonly Seen[]>

  /** @param self the pid of the one that looks */
  constructor(all: readonly Seen[], self: number) {
    const parents = new Map(all.map(({ pid, parent }) => [pid, parent]))
    const own = new Set(lineOf(self, parents))
    this.byMark = markedBy(all.filter(({ pid }) => !own.has(pid) && !lineOf(pid, parents).includes(self)))
  }

  /** The processes of a script of this service, and whatever they started. */
  of(identity: string, script: Script): readonly Marked[] {
    return keysOf(identity, script)
      .flatMap((key) => this.byMark.get(key) ?? [])
      .map((seen) => {
        const { text } = seen
        const says = text?.identity === identity && text.script === script
        return { ...seen, launch: says ? text.launch : undefined }
      })
  }
}

/** Processes by their marks. Those that bear none are left out. */
export const markedBy = (all: readonly Seen[]): ReadonlyMap<string, readonly Seen[]> => {
  const byMark = new Map<string, Seen[]>()
  for (const seen of all) {
    const key = keyOf(seen)
    if (key === undefined) continue
    const others = byMark.get(key)
    if (others === undefined) byMark.set(key, [seen])
    else others.push(seen)
  }
  return byMark
}

/** Under which those of a script of a service are found there. */
export const keysOf = (identity: string, script: Script): readonly string[] => [
  String(markNumber(identity, script)),
  `${identity}:${script}`,
]

/** The number, if there is one, decides: a process that is only about to load its program has its parent's environment. */
const keyOf = ({ number, text }: Seen): string | undefined =>
  number === undefined ? text && `${text.identity}:${text.script}` : String(number)

/** A process, its parent, and so on. */
export const lineOf = (pid: number, parents: ReadonlyMap<number, number>): readonly number[] => {
  const line: number[] = []
  for (let one: number | undefined = pid; one !== undefined && !line.includes(one); one = parents.get(one)) {
    line.push(one)
  }
  return line
}

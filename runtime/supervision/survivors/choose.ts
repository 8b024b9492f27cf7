import { type LastStart } from './last-start.js'
import { type Marked } from './snapshot.js'

/**
 * Which of the processes that bear the mark of a service's `run` is the service; undefined when none is, and all of
 * them are left over.
 *
 * Two cannot both be the service, but more than one can look so: whatever leads a session and a group. `setsid` makes
 * such a leader of any other process. In this order:
 *
 * 1. The last start that was written down is the service as long as it lives, whatever it has of marks.
 * 2. Else only a later start can be, one that was not written down any more. A mark that is only a number does not say
 *    which start it is of, so then it is no candidate. (Not known at all which the last one was: all are.)
 * 3. Of the candidates those of the latest start; of these, one that does not descend from another; the oldest.
 *
 * @param last the start that was written down last, if that can be read
 * @param lives whether the very process of `last` lives
 */
export const chooseLeader = (
  runs: readonly Marked[],
  last: LastStart | undefined,
  lives: boolean,
): LastStart | undefined => {
  if (last !== undefined && lives) return last
  const candidates = runs.filter(
    (process) =>
      process.pid === process.group &&
      process.pid === process.session &&
      (last === undefined || launchOf(process) > last.launch),
  )
  const latest = candidates.filter((one) => candidates.every((other) => launchOf(other) <= launchOf(one)))
  const heads = latest.filter((one) => !latest.some((other) => descends(one, other, runs)))
  const [leader] = heads.toSorted((a, b) => a.started - b.started || a.pid - b.pid)
  return leader && { pid: leader.pid, started: leader.started, launch: launchOf(leader) }
}

const launchOf = ({ launch }: Marked): bigint => launch ?? 0n

/** Has a process this ancestor, by parents among those? */
const descends = (process: Marked, ancestor: Marked, among: readonly Marked[]): boolean => {
  const passed = new Set<number>()
  for (let parent: number | undefined = process.parent; parent !== undefined && !passed.has(parent);) {
    if (parent === ancestor.pid) return true
    passed.add(parent)
    parent = among.find(({ pid }) => pid === parent)?.parent
  }
  return false
}

import { type BlowKind, BLOW_KINDS } from './chaos-blow.js'
import { type Journaled } from './journaled.js'
import { latencyText } from './latency.js'

/** What came of a chaos. The last five are lists of what went wrong, in words: all are to be empty. */
export interface Figures {
  readonly seed: number
  readonly seconds: number
  readonly services: number
  /** Blows that fell, by kind. */
  readonly blows: Record<BlowKind, number>
  /** Blows that found nothing to strike: the service was just being started, or under another blow. */
  missed: number
  /** Starts that run scripts noted. */
  starts: number
  /** Milliseconds from a leader's kill to the announcement of its successor: of the supervisor's own children, … */
  readonly own: number[]
  /** … and of those that it had taken over. */
  readonly takenOver: number[]
  /** Starts that no journal can have: see `lost`. */
  excused: number
  journal: Journaled | undefined
  /** A start that found another group's lock, or another living leader of its service. */
  readonly duplicates: string[]
  /** A process that outlived its service, or the last supervisor, which had ended with 0. */
  readonly orphans: string[]
  /**
   * A line counted in a line `lost` of the journal, a start that it does not have, or its damage. The journal has a start
   * if the pid is the answer to a spawn of this service, or was taken over for it. A supervisor that is killed right after a
   * spawn writes it down no more, but its successor takes the process over, if it lives by then: so no service is
   * struck while there is no supervisor, nor before the journal has its start; and starts of services that end by
   * themselves are excused when their supervisor was killed and they were gone when the next had come.
   */
  readonly lost: string[]
  /** Whatever else is not as it should be: a stopped one that was not left alone, one that did not stay down, … */
  readonly wrong: string[]
}

export const noFigures = (seed: number, seconds: number, services: number): Figures => ({
  seed,
  seconds,
  services,
  blows: Object.fromEntries(BLOW_KINDS.map((kind) => [kind, 0])) as Record<BlowKind, number>,
  missed: 0,
  starts: 0,
  own: [],
  takenOver: [],
  excused: 0,
  journal: undefined,
  duplicates: [],
  orphans: [],
  lost: [],
  wrong: [],
})

/** The figures as a table for people. */
export const figuresText = (figures: Figures): string => {
  const { seed, seconds, services, blows, missed, starts, own, takenOver, excused, journal } = figures
  const { duplicates, orphans, lost, wrong } = figures
  const fell = BLOW_KINDS.map((kind) => `${kind} ${blows[kind]}`).join(', ')
  const rows: readonly (readonly [string, string | number])[] = [
    ['seed', `${seed} (RUNOCK_CHAOS_SEED=${seed} draws the same blows)`],
    ['time', `${seconds} s, ${services} services`],
    ['blows', `${BLOW_KINDS.reduce((sum, kind) => sum + blows[kind], 0)}: ${fell}`],
    ['', `and ${missed} that found nothing to strike`],
    ['supervisor kills', blows.supervisor],
    ['starts', `${starts}, restarts ${starts - services}`],
    ['kill to new process', `${latencyText(own)} ms`],
    ['  of those taken over', `${latencyText(takenOver)} ms (found by a pidfd, or the sweep)`],
    ['journal', `${journal?.lines} lines, ${journal?.decisions} decisions`],
    ['duplicates', duplicates.length],
    ['orphans', orphans.length],
    ['journal lines lost', `${lost.length} (and ${excused} starts excused)`],
    ['other wrongs', wrong.length],
  ]
  return rows.map(([what, value]) => `${what.padEnd(24)}${value}`).join('\n')
}

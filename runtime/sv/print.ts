import { type Either } from '../../nock/either.js'
import type { Known, Trouble } from './read.js'

/** How a command ended for one service. */
export interface Outcome {
  /** As the user named it. */
  readonly service: string
  /** What runit's line begins with; `status` for the bare status. */
  readonly result: 'status' | 'ok' | 'timeout' | 'kill' | 'fail' | 'warning'
  /** Why there is nothing to know, or what else is to say; undefined when all is as it should be. */
  readonly text: string | undefined
  readonly known: Known | undefined
  /** Of its `log/`; undefined when it has none, or nobody asked. */
  readonly log: Either<Trouble, Known> | undefined
}

/** How many of the exit code's failures this outcome is. */
export const failures = ({ result, log }: Outcome): number =>
  (result === 'status' || result === 'ok' ? 0 : 1) + (log !== undefined && log._tag === 'Left' ? 1 : 0)

/**
 * runit's words for a status.
 *
 * @param now Unix time in milliseconds
 * @example
 * statusText('web', { status: { ...down, since: 0, want: 'up' }, normally: 'up' }, 5000)
 * // 'down: web: 5s, normally up, want up'
 */
export const statusText = (name: string, { status, normally }: Known, now: number): string => {
  const { pid, paused, want, gotTerm, state } = status
  const words = [`${secondsSince(status.since, now)}s`]
  if (pid !== 0 && normally === 'down') words.push('normally down')
  if (pid === 0 && normally === 'up') words.push('normally up')
  if (pid !== 0 && paused) words.push('paused')
  if (pid === 0 && want === 'up') words.push('want up')
  if (pid !== 0 && want === 'down') words.push('want down')
  if (pid !== 0 && gotTerm) words.push('got TERM')
  return `${state}: ${name}: ` + (state === 'down' ? '' : `(pid ${pid}) `) + words.join(', ')
}

/**
 * The line that runit prints.
 *
 * @example
 * outcomeText({ service: 'web', result: 'fail', text: 'runsv not running', known: undefined, log: undefined }, now)
 * // 'fail: web: runsv not running'
 */
export const outcomeText = ({ service, result, text, known, log }: Outcome, now: number): string => {
  if (known === undefined) return `${result}: ${service}: ${text}`
  const own = (result === 'status' ? '' : `${result}: `) + statusText(service, known, now)
  if (log === undefined) return own
  return (
    `${own}; ` +
    (log._tag === 'Left'
      ? `${log.left.kind}: ${service}/log: ${log.left.text}`
      : statusText('log', log.right, now))
  )
}

/** What is known of a service or its log, for a program; every field null when nothing is. */
export interface StateJson {
  readonly state: 'down' | 'run' | 'finish' | null
  /** null when no process runs. */
  readonly pid: number | null
  /** When it came into this state: Unix time in seconds, with a fraction. */
  readonly since: number | null
  /** For how long it has been in it, in whole seconds. */
  readonly seconds: number | null
  readonly want: 'up' | 'down' | null
  readonly normally: 'up' | 'down' | null
  readonly paused: boolean | null
  readonly gotTerm: boolean | null
}

/** One element of what `--json` prints. */
export interface OutcomeJson extends StateJson {
  readonly service: string
  readonly result: Outcome['result']
  /** null when there is none. */
  readonly message: string | null
  /** null when it has none; only `status` looks. */
  readonly log:
    | (StateJson & { readonly result: 'status' | Trouble['kind']; readonly message: string | null })
    | null
}

/** An outcome for a program. */
export const outcomeJson = ({ service, result, text, known, log }: Outcome, now: number): OutcomeJson => ({
  service,
  result,
  message: text ?? null,
  ...stateJson(known, now),
  log:
    log === undefined
      ? null
      : log._tag === 'Left'
        ? { result: log.left.kind, message: log.left.text, ...stateJson(undefined, now) }
        : { result: 'status', message: null, ...stateJson(log.right, now) },
})

/** What is known of a service, for a program. */
export const stateJson = (known: Known | undefined, now: number): StateJson =>
  known === undefined
    ? {
        state: null,
        pid: null,
        since: null,
        seconds: null,
        want: null,
        normally: null,
        paused: null,
        gotTerm: null,
      }
    : {
        state: known.status.state,
        pid: known.status.pid === 0 ? null : known.status.pid,
        since: known.status.since / 1000,
        seconds: secondsSince(known.status.since, now),
        want: known.status.want,
        normally: known.normally,
        paused: known.status.paused,
        gotTerm: known.status.gotTerm,
      }

/** Whole seconds, as runit counts them: the one time's second less the other's. */
const secondsSince = (since: number, now: number): number =>
  Math.max(0, Math.floor(now / 1000) - Math.floor(since / 1000))

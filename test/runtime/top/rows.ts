import { left, right } from '../../../nock/index.js'
import { type Row } from '../../../runtime/top/row.js'
import { type Status } from '../../../runtime/supervise/status.js'

export const NOW = Date.parse('2026-12-01T12:00:00Z')

/** A row of a service that has run for a minute. */
export const row = (name: string, rest: Partial<Row> & { readonly status?: Partial<Status> } = {}): Row => {
  const { status, ...others } = rest
  const up: Status = {
    since: NOW - 60_000,
    pid: 4242,
    paused: false,
    want: 'up',
    gotTerm: false,
    state: 'run',
    ...status,
  }
  const isDown = up.pid === 0
  return {
    name,
    known: right({ status: up, normally: 'up' }),
    restarts: 0,
    processes: isDown ? 0 : 1,
    cpuSeconds: 1,
    cpu: 0,
    memory: isDown ? 0 : 2 ** 21,
    ...others,
  }
}

/** A row of a service that nobody supervises. */
export const unknown = (name: string): Row => ({
  ...row(name),
  known: left({ kind: 'fail', text: 'runsv not running' }),
  restarts: undefined,
  processes: 0,
  cpu: undefined,
  memory: 0,
})

export const down = (name: string, status: Partial<Status> = {}): Row =>
  row(name, { status: { pid: 0, state: 'down', ...status } })

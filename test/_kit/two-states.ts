/** What is done to a service; a crash is the one of these that nobody asks for. */
export type Command = 'up' | 'down' | 'restart' | 'crash' | 'wait'

/** What an observer sees of a service once a command has come about. */
export interface Seen {
  readonly state: 'down' | 'up'
  /** Which start the process comes from: 2 is the second process that there ever was; 0 when down. */
  readonly pid: number
  /** How many starts there were. */
  readonly starts: number
  /** Whether ever two lived at once. */
  readonly twice: boolean
}

/** A service, and whether it is in the supervised set: what an operator took down stays down. */
interface TwoStates extends Seen {
  readonly supervised: boolean
}

type Action = (service: TwoStates) => TwoStates

// TypeInvariant ==
//   /\ service_state \in {"down", "up"}
//   /\ service_pid \in 0..65535
//
// Init ==
//   /\ service_state = "down"
//   /\ service_pid = 0
const init: Omit<TwoStates, 'supervised'> = { state: 'down', pid: 0, starts: 0, twice: false }

// Start ==
//   /\ service_state = "down"
//   /\ service_state' = "up"
//   /\ service_pid' \in 1..65535             the nth start gives n
const start: Action = (service) =>
  service.state === 'down'
    ? { ...service, state: 'up', pid: service.starts + 1, starts: service.starts + 1 }
    : service

// Stop ==
//   /\ service_state = "up"
//   /\ service_state' = "down"
//   /\ service_pid' = 0
const stop: Action = (service) => (service.state === 'up' ? { ...service, state: 'down', pid: 0 } : service)

// Crash ==
//   /\ service_state = "up"
//   /\ service_state' = "down"  ; Detected as down
//   /\ service_pid' = 0
const crash: Action = (service) => (service.state === 'up' ? { ...service, state: 'down', pid: 0 } : service)

// Supervise ==
//   /\ service_state = "down"
//   /\ Start  ; Immediate restart            of what is in the supervised set
const supervise: Action = (service) => (service.supervised ? start(service) : service)

const commands: Readonly<Record<Command, Action>> = {
  // | `sv up` | `start-formula` |            "Else no-op (already up)"
  up: (service) => start({ ...service, supervised: true }),
  // | `sv down` | `stop-formula` | Kill
  down: (service) => stop({ ...service, supervised: false }),
  // | `sv restart` | `restart-formula` | Kill + start       [7 [stop-formula] [start-formula]]
  restart: (service) => start(stop({ ...service, supervised: true })),
  crash,
  wait: (service) => service,
}

/**
 * The specification's machine of two states, written down from its TLA+ sketch and its table of commands, and from
 * nothing else: what an observer sees at first, and after each command.
 *
 * @param up whether the service is supervised from the beginning (it has no file `down`)
 * @example
 * model(true, ['crash', 'down']).map(({ state, pid }) => [state, pid]) // [['up', 1], ['up', 2], ['down', 0]]
 */
export const model = (up: boolean, history: readonly Command[]): readonly Seen[] => {
  let service = supervise({ ...init, supervised: up })
  const look = (): Seen => {
    const { supervised: _, ...seen } = service
    return seen
  }
  return [
    look(),
    ...history.map((command) => {
      service = supervise(commands[command](service))
      return look()
    }),
  ]
}

import { type Death } from '../../jets/index.js'
import { cord, isCell } from '../../nock/index.js'
import { howEnded, newsOf } from '../supervision/news.js'
import { type Service, nameText } from '../supervision/service.js'
import { type Decision } from '../supervision/step.js'

/** What a hook script is told of, as its first argument; the README's table says what each means. */
export type Happening =
  | 'taken-over'
  | 'started'
  | 'start-failed'
  | 'died'
  | 'decision-failed'
  | 'gone'
  | 'lost'

/** A change, in the order of the script's arguments. */
export interface Change {
  readonly happening: Happening
  /** Empty for `lost`. */
  readonly service: string
  /** The process that started, died or was taken over; else 0. */
  readonly pid: number
  /** How it died: -1 after a signal, as for a finish script. */
  readonly death: Death
  readonly message: string
}

/** Nothing died. */
const NO_DEATH: Death = { code: 0, signal: 0 }

/** What is told of a service that comes with a process, or goes. */
export const changeOf = (happening: Happening, service: Service, message: string): Change => ({
  happening,
  service: nameText(service.name),
  pid: service.pid,
  death: NO_DEATH,
  message,
})

/** What a decision changed, a death before the start that follows on it; or that it failed. */
export const changesOf = (decision: Decision, death: Death): readonly Change[] => {
  const { before, after, tape, failure } = decision
  if (failure !== undefined)
    return [changeOf('decision-failed', before, newsOf(decision, death)?.message ?? '')]
  const couldNotStart = tape.some(
    ({ head: request, tail: answer }) => isCell(request) && request.head === SPAWN && answer === 0,
  )
  const changes: Change[] = []
  if (before.pid !== 0 && before.pid !== after.pid)
    changes.push({ ...changeOf('died', before, howEnded(death)), death })
  if (after.pid !== 0 && before.pid !== after.pid) changes.push(changeOf('started', after, 'up'))
  else if (couldNotStart) changes.push(changeOf('start-failed', after, 'its run script could not be started'))
  return changes
}

const SPAWN = cord('spawn')

import * as t from 'io-ts'
import { cord } from '../../../nock/index.js'
import { type Service } from '../../../runtime/supervision/service.js'
import { type System } from './world.js'

/** A state of runit.tla. */
export const RunitState = t.type({
  service_state: t.union([t.literal('down'), t.literal('up')]),
  service_pid: t.number,
  supervised: t.boolean,
  leaders: t.array(t.number),
  groups: t.array(t.number),
})
export type RunitState = t.TypeOf<typeof RunitState>

const NAME = cord('web')

/** The service that the noun of a state of a model is. */
export const serviceIn = (state: Pick<RunitState, 'service_state' | 'service_pid'>): Service => ({
  name: NAME,
  state: state.service_state === 'up' ? 1 : 0,
  pid: state.service_pid,
})

/** The state of the model that these are. */
export const stateOf = (
  { state, pid }: Service,
  supervised: boolean,
  { leaders, groups }: System,
): RunitState => ({
  service_state: state === 1 ? 'up' : 'down',
  service_pid: pid,
  supervised,
  leaders: leaders.toSorted((a, b) => a - b),
  groups: groups.toSorted((a, b) => a - b),
})

/** A state in one word, the same for the same state. */
export const told = (its: RunitState): string =>
  `${its.service_state} ${its.service_pid}, ${its.supervised ? 'supervised' : 'not supervised'}, ` +
  `leaders {${its.leaders.join(' ')}}, groups {${its.groups.join(' ')}}`

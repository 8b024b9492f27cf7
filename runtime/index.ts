/** The supervisor: the pure part, which says what follows from an event, and the part that does it. */
export {
  type Decide,
  type Entry,
  type Failure,
  type Outcome,
  type Put,
  decider,
} from './supervision/decide.js'
export { type Membership, type Policy, type Row, readPolicy } from './supervision/policy.js'
export { type Service, ServiceNoun, down, serviceOf } from './supervision/service.js'
export { type Decision, type Event, type Life, hasLeft, newLife, step } from './supervision/step.js'
export { type TreeOptions, superviseTree } from './tree/supervise.js'

import { type Service } from '../../runtime/supervision/service.js'
import { type Decision } from '../../runtime/supervision/step.js'

/** A decision as it may be made on a look, by a formula that nobody asks after. */
export const decision = (before: Service, after: Service, rest: Partial<Decision> = {}): Decision => ({
  event: 'supervise',
  formula: 0,
  before,
  tape: [],
  after,
  failure: undefined,
  ...rest,
})

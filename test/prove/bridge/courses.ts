import { Cell, type Noun, equal, list, reference } from '../../../nock/index.js'
import { type Entry, decider } from '../../../runtime/supervision/decide.js'
import { type Service, ServiceNoun, serviceOf } from '../../../runtime/supervision/service.js'
import { type System, answers } from './world.js'

/** One way that a decision may go. */
export interface Course {
  readonly tape: readonly Entry[]
  /** Whether the formula has no value. */
  readonly fails: boolean
  /** The service afterwards: as it was, where it has none. */
  readonly service: Service
  readonly system: System
}

const decide = decider()

/**
 * Every way that a formula may go on `[tape service]`, by all that the system may answer. Each is decided twice: by the
 * machine with its jets, a question at a time, and by the reference on the whole tape.
 *
 * @throws Error where the two differ, or the tape is not used up
 */
export const coursesOf = (
  formula: Noun,
  service: Service,
  system: System,
  pids: readonly number[],
  tape: readonly Entry[] = [],
): readonly Course[] => {
  const outcome = decide(formula, service, tape, () => undefined)
  if (outcome._tag === 'Asked') {
    const { request } = outcome
    return answers(request, system, pids).flatMap(([answer, after]) =>
      coursesOf(formula, service, after, pids, [...tape, new Cell(request, answer)]),
    )
  }
  const replay = reference(new Cell(list(tape), ServiceNoun.encode(service)), formula)
  if (outcome._tag === 'Failed') {
    if (replay._tag === 'Right') throw new Error('the machine crashes where the reference has a product')
    return [{ tape, fails: true, service, system }]
  }
  if (replay._tag === 'Left' || !equal(replay.right, new Cell(0, outcome.rest)))
    throw new Error('the machine and the reference have not the same product')
  const after = serviceOf(outcome.rest)
  if (after === undefined || after.name !== service.name) throw new Error('the product is not the service')
  return [{ tape, fails: false, service: after, system }]
}

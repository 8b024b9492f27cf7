import { list, printNoun } from '../../../nock/index.js'
import { type Entry, decider } from '../../../runtime/supervision/decide.js'
import { type Policy } from '../../../runtime/supervision/policy.js'
import { sameService } from '../../../runtime/supervision/service.js'
import { type Decision, type Event, type Life, step } from '../../../runtime/supervision/step.js'
import { type Course } from './courses.js'

const decide = decider()

/**
 * Plays a course to the supervisor's step, with each answer at once, and with each answer later.
 *
 * @returns what it does otherwise, if it does
 */
export const stepsOtherwise = (
  policy: Policy,
  row: string,
  event: Event,
  life: Life,
  supervised: boolean,
  course: Course,
): string | undefined => {
  for (const played of [atOnce(policy, event, life, course.tape), later(policy, event, life, course.tape)]) {
    const [decision, ...more] = played.decisions
    if (decision === undefined || more.length > 0) return `the step decides ${played.decisions.length} times`
    const { tape, after, failure } = decision
    if (decision.event !== row) return `the step decides ${decision.event}`
    if (shown(tape) !== shown(course.tape)) return `the step has another tape, ${shown(tape)}`
    if ((failure !== undefined) !== course.fails) return 'the step fails, or the formula does'
    if (!sameService(after, course.service)) return `the step comes to state ${after.state}, pid ${after.pid}`
    if (played.life.supervised !== supervised) return 'the step keeps another supervised set'
    // what a look at the supervised set finds dead and leaves down is looked at once more, at once
    const again = row === 'supervise' && life.service.state === 1 && course.service.state === 0
    if (played.life.deciding?.event !== (again ? row : undefined))
      return 'the step asks for more, or for less'
  }
  return undefined
}

interface Played {
  readonly life: Life
  readonly decisions: readonly Decision[]
}

const atOnce = (policy: Policy, event: Event, life: Life, tape: readonly Entry[]): Played => {
  const left = [...tape]
  return step(policy, decide, life, event, () => left.shift()?.tail)
}

const later = (policy: Policy, event: Event, life: Life, tape: readonly Entry[]): Played => {
  const put = (): undefined => undefined
  let played: Played = step(policy, decide, life, event, put)
  for (const { tail: answer } of tape) {
    const { deciding } = played.life
    if (deciding === undefined) break
    const next = step(policy, decide, played.life, { _tag: 'Answer', request: deciding.request, answer }, put)
    played = { life: next.life, decisions: [...played.decisions, ...next.decisions] }
  }
  return played
}

const shown = (tape: readonly Entry[]): string => printNoun(list(tape), { cords: true })

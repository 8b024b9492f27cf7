import { type Noun, NO, YES } from '../../../nock/index.js'
import { explain } from '../../../runtime/explain/explain.js'
import { namesOf } from '../../../runtime/explain/names.js'
import { type Recorded } from '../../../runtime/explain/recorded.js'
import { type Style, explanationText } from '../../../runtime/explain/text.js'
import { type Policy } from '../../../runtime/supervision/policy.js'
import { type Service } from '../../../runtime/supervision/service.js'
import { type Decision, newLife, step } from '../../../runtime/supervision/step.js'
import { book } from '../../_kit/book.js'
import { decide } from '../../_kit/story.js'

export const names = namesOf(book)

/** Text as it is off a terminal. */
export const PLAIN: Style = { width: 100, bold: (text) => text, dim: (text) => text }

export const TIME = '2026-11-23T06:21:10.123Z'

/** The decision that a policy makes of a service on an event, when the world answers so. */
export const decisionOf = (
  policy: Policy,
  event: string,
  service: Service,
  ...answers: readonly ('yes' | 'no' | Noun)[]
): Decision => {
  const left = [...answers]
  const { decisions } = step(
    policy,
    decide,
    newLife(service, event === 'supervise'),
    event.length === 1 ? { _tag: 'Letter', letter: event } : { _tag: 'Look' },
    () => {
      const answer = left.shift()
      if (answer === undefined) throw new Error(`${event}: more is asked than is answered`)
      return answer === 'yes' ? YES : answer === 'no' ? NO : answer
    },
  )
  if (left.length > 0) throw new Error(`${event}: more is answered than is asked`)
  return decisions[0]!
}

export const recorded = (decision: Decision): Recorded => ({
  time: TIME,
  decision,
  formula: '0x00000000',
  name: undefined,
})

/** What `runock explain` says of a decision. */
export const told = (decision: Decision, all = false): string =>
  explanationText(recorded(decision), explain(decision, names, { all }), names, PLAIN).join('\n')

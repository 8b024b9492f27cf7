import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { Cell, type Noun, NO, YES, cord } from '../../../nock/index.js'
import { type Decide, type Put, decider } from '../../../runtime/supervision/decide.js'
import { remembering } from '../../../runtime/supervision/remembering.js'
import { type Event, newLife, step } from '../../../runtime/supervision/step.js'
import { formulaOf } from '../../_kit/book.js'
import { DOWN, UP, show, sv, throttled } from '../../_kit/story.js'

/** Tells a life under a policy: what was asked, and what was decided. */
const live = (
  decide: Decide,
  policy: typeof sv,
  events: readonly string[],
  answers: readonly (number | undefined)[],
): readonly string[] => {
  const told: string[] = []
  const open: Cell[] = []
  let at = 0
  const put: Put = (request) => {
    const answer = answers[at++ % answers.length]
    told.push(`${show(request)} ${answer}`)
    // every process lives, mostly, as it does
    if (request.head === ALIVE) return answer === 1 ? NO : YES
    if (answer === undefined) open.push(request)
    return answer
  }
  let life = newLife(DOWN, true)
  for (const name of events) {
    const request = name === 'answer' ? open.shift() : undefined
    if (name === 'answer' && request === undefined) continue
    const event: Event =
      request !== undefined
        ? { _tag: 'Answer', request, answer: 0 }
        : name === 'look'
          ? { _tag: 'Look' }
          : { _tag: 'Letter', letter: name }
    const { life: now, decisions } = step(policy, decide, life, event, put)
    life = now
    for (const { event: what, before, tape, after, failure } of decisions)
      told.push(`${what} ${before.pid} ${tape.map(show).join(' ')} ${after.pid} ${failure?.why}`)
  }
  return told
}

const ALIVE = cord('alive')

describe('what is remembered', () => {
  test('changes nothing: the same questions in the same order, the same decisions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(sv, throttled),
        fc.array(fc.constantFrom('look', 'look', 'look', 'answer', 'u', 'd', 't'), { maxLength: 40 }),
        fc.array(fc.constantFrom(0, 0, 1, 7, undefined), { minLength: 1, maxLength: 30 }),
        (policy, events, answers) => {
          const expected = live(decider(), policy, events, answers)
          expect(live(remembering(decider()), policy, events, answers)).toEqual(expected)
        },
      ),
    )
  })

  test('saves the evaluation, not the question', () => {
    let evaluations = 0
    const inner = decider()
    const decide = remembering((...all) => {
      evaluations++
      return inner(...all)
    })
    const asked: string[] = []
    let answer: Noun = YES
    const put: Put = (request) => {
      asked.push(show(request))
      return request.head === ALIVE ? answer : request.head === cord('spawn') ? 8 : YES
    }
    const supervise = formulaOf('supervise')
    const first = decide(supervise, UP, [], put)
    expect(decide(supervise, UP, [], put)).toEqual(first)
    expect([evaluations, asked]).toEqual([1, ['[%alive 7]', '[%alive 7]']])
    answer = NO
    const died = decide(supervise, UP, [], put)
    expect(evaluations).toBe(2)
    expect(asked.slice(2)).toEqual(['[%alive 7]', '[%kill 9 7]', '[%finish %web 5000]', '[%spawn %web]'])
    expect(died).toMatchObject({ _tag: 'Decided' })
    expect(died.tape.map(show)[0]).toBe('[[%alive 7] 1]')
    // another formula, and another service, are asked anew
    decide(formulaOf('observe'), UP, [], put)
    decide(formulaOf('observe'), { ...UP }, [], put)
    expect(evaluations).toBe(4)
  })
})

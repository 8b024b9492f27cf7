import * as t from 'io-ts'
import { Cell, NO, type Noun, YES, cord } from '../../../nock/index.js'
import { decider } from '../../../runtime/supervision/decide.js'
import { type Policy } from '../../../runtime/supervision/policy.js'
import { sameService } from '../../../runtime/supervision/service.js'
import { type Life, newLife, step } from '../../../runtime/supervision/step.js'
import { type Graph, type Step } from '../tla/graph.js'
import { serviceIn } from './runit-state.js'

/** A state of runit_timed.tla. */
export const TimedState = t.type({
  service_state: t.union([t.literal('down'), t.literal('up')]),
  service_pid: t.number,
  runs: t.boolean,
  due: t.number,
  told: t.boolean,
  deciding: t.boolean,
  left: t.number,
  age: t.number,
})
export type TimedState = t.TypeOf<typeof TimedState>

const decide = decider()

/** Holds every step of runit_timed.tla against the supervisor's step; what the clock alone does leaves the service alone. */
export const compareTimed = (
  { states, steps }: Graph<TimedState>,
  policy: Policy,
): { readonly differences: readonly string[]; readonly decided: number; readonly clock: number } => {
  const differences: string[] = []
  const differs = (said: string | undefined, at: unknown): void => {
    if (said !== undefined) differences.push(`${said} at ${JSON.stringify(at)}`)
  }
  let [decided, clock] = [0, 0]
  for (const one of steps) {
    const compare = ACTIONS[one.action]
    if (compare === undefined) {
      clock++
      differs(
        ['Crash', 'Pass'].includes(one.action) && sameLife(one) ? undefined : `${one.action} decides`,
        one.from,
      )
    } else {
      decided++
      differs(compare(policy, one), one)
    }
  }
  // while it waits for an answer, the supervisor looks no more: the model has no such step either
  const waiting = states.filter((one) => one.deciding)
  for (const state of waiting) {
    if (steps.some(({ from, action }) => from === state && action === 'Look')) differs('a second look', state)
    const asked: Cell[] = []
    const { life, decisions } = step(
      policy,
      decide,
      lifeIn(policy, state),
      { _tag: 'Look' },
      noting(asked, state),
    )
    if (asked.length > 0 || decisions.length > 0 || life.deciding === undefined)
      differs('a second look', state)
  }
  return { differences, decided, clock }
}

type Compare = (policy: Policy, step: Step<TimedState>) => string | undefined

const look: Compare = (policy, { from, to }) => {
  const life = step(policy, decide, lifeIn(policy, from), { _tag: 'Look' }, noting([], from)).life
  if (!sameService(life.service, serviceIn(to))) return 'the look changes the service'
  return (life.deciding !== undefined) === to.deciding ? undefined : 'it waits, or it does not'
}

const spawned: Compare = (policy, { from, action, to }) => {
  const life = lifeIn(policy, from)
  const { request } = life.deciding!
  if (request.head !== cord('spawn')) return 'it is not the spawn that it waits for'
  const answer = to.service_pid
  if (answer > 0 !== (action === 'Spawned')) return 'a spawn gives a pid, or it fails'
  const put = noting([], { ...from, runs: answer > 0 })
  const after = step(policy, decide, life, { _tag: 'Answer', request, answer }, put).life
  if (!sameService(after.service, serviceIn(to))) return 'the answer makes another service of it'
  // the model says of what is looked at again at once that its look is due
  return (after.deciding !== undefined) === to.told ? undefined : 'it is looked at once more, or it is not'
}

const ACTIONS: Readonly<Record<string, Compare>> = { Look: look, Spawned: spawned, NotSpawned: spawned }

/** The life that a state of the model is. */
const lifeIn = (policy: Policy, state: TimedState): Life => {
  const life = newLife(serviceIn(state), true)
  return state.deciding ? step(policy, decide, life, { _tag: 'Look' }, noting([], state)).life : life
}

/** A world where the process lives or not, a kill is done at once, and a spawn is answered later. */
const noting =
  (asked: Cell[], { runs }: TimedState) =>
  (request: Cell): Noun | undefined => {
    asked.push(request)
    if (request.head === cord('alive')) return runs ? YES : NO
    return request.head === cord('spawn') ? undefined : YES
  }

const sameLife = ({ from, to }: Step<TimedState>): boolean =>
  sameService(serviceIn(from), serviceIn(to)) && from.deciding === to.deciding

import { isLeft } from 'fp-ts/lib/Either.js'
import { loadFormulas, showFormulaError } from '../../../runtime/formulas/index.js'
import { type Policy, readPolicy } from '../../../runtime/supervision/policy.js'
import { type Check } from '../check.js'
import { COUNTS } from '../tla/counts.js'
import { type Graph, graphOf } from '../tla/graph.js'
import { constantOf, readModel } from '../tla/model.js'
import { readMutants } from '../tla/mutants.js'
import { compareRunit } from './runit.js'
import { RunitState } from './runit-state.js'
import { wokenUp } from './stays-down.js'
import { TimedState, compareTimed } from './timed.js'
import { pidsOf } from './world.js'

/** It takes what comes with the project. */
export const missing = (): undefined => undefined

/** Every step of the models, and every way that the formulas and the supervisor's step may go, come to the same. */
export async function* checks(): AsyncGenerator<Check> {
  const policy = sv()
  const model = readModel('runit')
  const graph = graphOf(model, RunitState)
  const pids = pidsOf(constantOf(model, 'MaxPid'))
  yield counted('runit.tla: every state and every step out of it', graph, COUNTS.runit)
  const { differences, decided, world, courses } = compareRunit(graph, policy, pids)
  yield {
    name: 'runit.tla and the formulas, by reference, machine and step',
    ok:
      differences.length === 0 && decided + world === COUNTS.runit.steps && courses === COUNTS.runit.courses,
    said:
      differences[0] ??
      `${decided} steps by ${courses} ways that a decision may go, ${world} steps of the world, no difference`,
  }
  const woken = wokenUp(graph)
  yield {
    name: 'runit.tla: what was taken down stays down until an operator takes it up',
    ok: woken.length === 0,
    said: woken[0] ?? '',
  }
  yield* mutantsDiffer(policy, pids)

  const timed = graphOf(readModel('runit_timed'), TimedState)
  yield counted('runit_timed.tla: every state and every step out of it', timed, COUNTS.runit_timed)
  const held = compareTimed(timed, policy)
  yield {
    name: 'runit_timed.tla and the step',
    ok: held.differences.length === 0 && held.decided + held.clock === COUNTS.runit_timed.steps,
    said: held.differences[0] ?? `${held.decided} steps, ${held.clock} of the clock, no difference`,
  }
}

const sv = (): Policy => {
  const book = loadFormulas()
  if (isLeft(book)) throw new Error(showFormulaError(book.left))
  const policy = readPolicy(book.right.get('sv')!)
  if (isLeft(policy)) throw new Error(policy.left)
  return policy.right
}

const counted = (
  name: string,
  { states, steps }: Graph<unknown>,
  wanted: { readonly states: number; readonly steps: number },
): Check => ({
  name,
  ok: states.length === wanted.states && steps.length === wanted.steps,
  said: `${states.length} states, ${steps.length} steps`,
})

/** The comparison can fail: a model that is wrong in what an action does is told from the formulas. */
function* mutantsDiffer(policy: Policy, pids: readonly number[]): Generator<Check> {
  for (const { name, of, model, changes } of readMutants()) {
    if (of !== 'runit' || changes.startsWith('Spec ')) continue
    yield { name: `mutant ${name} differs from the formulas`, ...difference() }

    function difference(): Omit<Check, 'name'> {
      try {
        const [said] = compareRunit(graphOf(model, RunitState), policy, pids).differences
        return { ok: said !== undefined, said: said ?? '' }
      } catch (error) {
        return { ok: true, said: (error as Error).message }
      }
    }
  }
}

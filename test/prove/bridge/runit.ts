import { type Policy } from '../../../runtime/supervision/policy.js'
import { type Event, newLife } from '../../../runtime/supervision/step.js'
import { type Graph } from '../tla/graph.js'
import { coursesOf } from './courses.js'
import { type RunitState, serviceIn, stateOf, told } from './runit-state.js'
import { stepsOtherwise } from './stepping.js'

/** An action of the model that a formula decides: its row in the policy, what makes the supervisor come to it, and where. */
interface Decided {
  readonly row: string
  readonly event: Event
  /** Whether the supervisor comes to it in this state. */
  readonly in: (state: RunitState) => boolean
}

const always = (): boolean => true
const letter = (row: string): Decided => ({ row, event: { _tag: 'Letter', letter: row }, in: always })

/** Each action that a formula decides. Two letters that mean the same are both held against it. */
const DECIDED: Readonly<Record<string, readonly Decided[]>> = {
  Up: [letter('u')],
  Once: [letter('o')],
  Down: [letter('d')],
  Term: [letter('t'), letter('k')],
  Supervise: [{ row: 'supervise', event: { _tag: 'Look' }, in: ({ supervised }) => supervised }],
  Look: [{ row: 'observe', event: { _tag: 'Look' }, in: ({ supervised }) => !supervised }],
}

/** What the world does by itself: the noun and the supervised set stay as they are. */
const WORLD = ['Crash', 'Fade']

/** What was compared. */
export interface Compared {
  readonly differences: readonly string[]
  /** Steps of the model that a formula decides, and those that the world takes. */
  readonly decided: number
  readonly world: number
  /** Ways that decisions went: each by the machine, the reference, and the supervisor's step. */
  readonly courses: number
}

/** Holds every step of runit.tla, and every way that a decision may go, against each other. */
export const compareRunit = (
  { states, steps }: Graph<RunitState>,
  policy: Policy,
  pids: readonly number[],
): Compared => {
  const differences: string[] = []
  let [decided, world, courses] = [0, 0, 0]
  const known = [...Object.keys(DECIDED), ...WORLD]
  for (const { action } of steps)
    if (!known.includes(action)) differences.push(`no formula decides ${action}`)

  for (const from of states) {
    const here = told(from)
    const out = steps.filter((one) => told(one.from) === here)
    const leaving = (action: string): RunitState[] =>
      out.filter((one) => one.action === action).map(({ to }) => to)

    for (const [action, ways] of Object.entries(DECIDED)) {
      const wanted = new Set(leaving(action).map(told))
      decided += wanted.size
      for (const way of ways) {
        const found = way.in(from) ? decisions(policy, way, from, pids) : []
        courses += found.length
        for (const { said } of found)
          if (said !== undefined) differences.push(`${action} at ${here}: ${said}`)
        const comeTo = new Set(found.map(({ to }) => told(to)))
        // where nothing comes of a formula, nothing happens in the model: it has a step for that, or none
        const [more, fewer] = [
          [...comeTo].filter((one) => !wanted.has(one) && one !== here),
          [...wanted].filter((one) => !comeTo.has(one)),
        ]
        for (const one of more) differences.push(`${action} at ${here}: only the formula comes to ${one}`)
        for (const one of fewer) differences.push(`${action} at ${here}: only the model comes to ${one}`)
      }
    }
    for (const to of WORLD.flatMap(leaving)) {
      world++
      const same = told({ ...to, leaders: from.leaders, groups: from.groups }) === here
      if (!same) differences.push(`the world changes the service: ${here} to ${told(to)}`)
    }
  }
  return { differences, decided, world, courses }
}

/** Every way that the policy may decide in a state, and what the supervisor's step makes otherwise of it, if it does. */
const decisions = (
  policy: Policy,
  { row, event }: Decided,
  from: RunitState,
  pids: readonly number[],
): readonly { readonly to: RunitState; readonly said: string | undefined }[] => {
  const { formula, supervised } = policy.get(row)!
  const isIn = supervised === 'keep' ? from.supervised : supervised === 'in'
  return coursesOf(formula, serviceIn(from), from, pids).map((course) => ({
    to: stateOf(course.service, isIn, course.system),
    said: stepsOtherwise(policy, row, event, newLife(serviceIn(from), from.supervised), isIn, course),
  }))
}

import { type Graph } from '../tla/graph.js'
import { type RunitState, told } from './runit-state.js'

/** By whose word a service comes up that is not in the supervised set. */
const OPERATORS = ['Up', 'Once']

/**
 * What an operator took down stays down until he takes it up: that is said of steps, and the checker takes no property of
 * steps, so the steps are gone through here.
 *
 * @returns those steps that do otherwise
 */
export const wokenUp = ({ steps }: Graph<RunitState>): readonly string[] =>
  steps
    .filter(({ from, action, to }) => isDown(from) && !isDown(to) && !OPERATORS.includes(action))
    .map(({ from, action, to }) => `${action} makes ${told(to)} of ${told(from)}`)

const isDown = ({ service_state, supervised }: RunitState): boolean => service_state === 'down' && !supervised

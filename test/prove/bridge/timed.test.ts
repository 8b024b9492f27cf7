import { expect, test } from 'vitest'
import { sv } from '../../_kit/story.js'
import { type Graph } from '../tla/graph.js'
import { type TimedState, compareTimed } from './timed.js'

const UP: TimedState = {
  service_state: 'up',
  service_pid: 1,
  runs: true,
  due: 0,
  told: false,
  deciding: false,
  left: 4,
  age: 0,
}
const DEAD: TimedState = { ...UP, runs: false }
const ASKED: TimedState = { ...DEAD, deciding: true }
const AGAIN: TimedState = { ...DEAD, service_state: 'down', service_pid: 0, told: true }

const compared = (from: TimedState, action: string, to: TimedState): readonly string[] => {
  const graph: Graph<TimedState> = { states: [from, to], steps: [{ from, action, to }] }
  return compareTimed(graph, sv).differences
}

test('what the supervisor does, the model may', () => {
  expect(compared(UP, 'Look', UP)).toEqual([])
  expect(compared(DEAD, 'Look', ASKED)).toEqual([])
  expect(compared(ASKED, 'Spawned', { ...UP, service_pid: 2 })).toEqual([])
  expect(compared(ASKED, 'NotSpawned', AGAIN)).toEqual([])
  expect(compared(UP, 'Crash', DEAD)).toEqual([])
})

test('and nothing else', () => {
  expect(compared(DEAD, 'Look', DEAD)).not.toEqual([])
  expect(compared(UP, 'Look', ASKED)).not.toEqual([])
  expect(compared(ASKED, 'Spawned', AGAIN)).not.toEqual([])
  expect(compared(ASKED, 'NotSpawned', { ...AGAIN, told: false })).not.toEqual([])
  expect(compared(ASKED, 'Look', ASKED)).not.toEqual([])
  expect(compared(UP, 'Pass', AGAIN)).not.toEqual([])
  expect(compared(UP, 'Reboot', UP)).not.toEqual([])
})

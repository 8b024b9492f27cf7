import { expect, test } from 'vitest'
import { runit, sv, throttled } from '../../_kit/story.js'
import { graphOf } from '../tla/graph.js'
import { readModel } from '../tla/model.js'
import { compareRunit } from './runit.js'
import { RunitState } from './runit-state.js'
import { pidsOf } from './world.js'

const graph = graphOf(readModel('runit'), RunitState)

test('the policy sv is the model', () => {
  expect(compareRunit(graph, sv, pidsOf(3)).differences).toEqual([])
})

test('another policy is not', () => {
  const policy = new Map([...sv, ['d', { supervised: 'keep' as const, formula: sv.get('d')!.formula }]])
  const said = compareRunit(graph, policy, pidsOf(3)).differences
  expect(said).toContainEqual(
    expect.stringMatching(/^Down at .*: only the formula comes to down 0, supervised/),
  )
  // they ask what the model has no answer to
  expect(() => compareRunit(graph, throttled, pidsOf(3))).toThrow('the model knows no request [%wait')
  expect(() => compareRunit(graph, runit, pidsOf(3))).toThrow('the model knows no request')
})

test('a step that is left out is missed, one too many is found', () => {
  const without = graph.steps.filter(
    ({ action, from }) => !(action === 'Up' && from.service_state === 'down'),
  )
  expect(compareRunit({ ...graph, steps: without }, sv, pidsOf(3)).differences).not.toEqual([])
  const one = graph.steps.find(({ action }) => action === 'Crash')!
  const more = [...graph.steps, { ...one, action: 'Supervise' }, { ...one, action: 'Reboot' }]
  const said = compareRunit({ ...graph, steps: more }, sv, pidsOf(3)).differences.join('\n')
  expect(said).toContain('no formula decides Reboot')
  expect(said).toContain('only the model comes to')
})

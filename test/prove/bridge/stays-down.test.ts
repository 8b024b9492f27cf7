import { expect, test } from 'vitest'
import { graphOf } from '../tla/graph.js'
import { readModel } from '../tla/model.js'
import { mutantOf } from '../tla/mutants.js'
import { RunitState } from './runit-state.js'
import { wokenUp } from './stays-down.js'

test('nothing is woken up', () => {
  expect(wokenUp(graphOf(readModel('runit'), RunitState))).toEqual([])
})

test('a supervisor that forgets the supervised set is found out', () => {
  const { model } = mutantOf(
    'set-forgotten',
    `It looks after all alike.
of: runit
breaks: nothing
- Supervise == supervised /\\ UNCHANGED supervised /\\ ObserveStart
+ Supervise == UNCHANGED supervised /\\ ObserveStart
`,
  )
  expect(wokenUp(graphOf(model, RunitState))).toContain(
    'Supervise makes up 1, not supervised, leaders {1}, groups {1} of down 0, not supervised, leaders {}, groups {}',
  )
})

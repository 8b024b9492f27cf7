import { expect, test } from 'vitest'
import { cell, cord } from '../../../nock/index.js'
import { isQuiet } from '../../../runtime/journal/quiet.js'
import { allWell, started, stopped } from '../../_kit/decisions.js'

test('a look that found all well', () => {
  expect(isQuiet(allWell('web', 7))).toBe(true)
  expect(isQuiet({ ...allWell('web', 7), tape: [] })).toBe(true) // it asked nothing, and changed nothing
})

test('and what is more than that', () => {
  expect(isQuiet(started('web', 7))).toBe(false)
  expect(isQuiet(started('web', 0))).toBe(false) // it could not start, and asked to
  expect(isQuiet(stopped('web', 7))).toBe(false)
  expect(isQuiet(stopped('web', 7, false))).toBe(false) // it failed
  expect(isQuiet({ ...allWell('web', 7), tape: [cell(cell(cord('alive'), 7), 1)] })).toBe(false) // it was dead
  expect(isQuiet({ ...allWell('web', 7), tape: [cell(cell(cord('wait'), cord('web'), 1000), 0)] })).toBe(
    false,
  )
})

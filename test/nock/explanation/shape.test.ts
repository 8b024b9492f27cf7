import { expect, test } from 'vitest'
import { SUPERVISED, UNKNOWN, named, productShape, shapeAt } from '../../../nock/index.js'
import { noun } from '../../_kit/programs.js'

const name = (text: string, axis: number): string | undefined =>
  shapeAt(
    productShape(noun(text), SUPERVISED, () => undefined),
    axis,
  ).name

test('the parts of the supervisor’s subject', () => {
  const names = [1, 2, 3, 6, 14, 15, 7, 4, 28].map((axis) => shapeAt(SUPERVISED, axis).name)
  expect(names).toEqual([
    'the subject',
    'tape',
    'service',
    'name',
    'state',
    'pid',
    undefined,
    undefined,
    undefined,
  ])
})

test.each([
  ['[[0 2] 0 14]', 2, 'tape'],
  ['[[0 2] 0 14]', 3, 'state'],
  ['[7 [[0 3] 0 2] 0 2]', 6, 'state'],
  ['[7 [[0 3] 0 2] 0 2]', 1, 'service'],
  ['[8 [0 15] [0 2] 0 7]', 2, 'pid'],
  ['[8 [0 15] [0 2] 0 7]', 3, 'service'],
  ['[11 1 0 6]', 1, 'name'],
  ['[4 0 14]', 1, undefined],
  ['[1 0 2]', 1, undefined],
  ['5', 1, undefined],
])('of the product of %s at %d: %s', (text, axis, wanted) => expect(name(text, axis)).toBe(wanted))

test('of a formula that has a name what is told of it', () => {
  expect(productShape(noun('[4 0 1]'), UNKNOWN, () => named('a number')).name).toBe('a number')
})

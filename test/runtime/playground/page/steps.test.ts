import { expect, test } from 'vitest'
import { cell } from '../../../../nock/index.js'
import { Steps } from '../../../../runtime/playground/page/steps.js'
import { plain } from '../../../../nock/stepper/expression.js'
import { nounOf } from '../../../_kit/text.js'

const stepsOf = (subject: string, formula: string) =>
  new Steps(nounOf(subject), nounOf(formula), false, new Set(), () => undefined)

test('a step, and a line for each around it', () => {
  const { step, near } = stepsOf('[1 2]', '[4 0 3]').look(1)
  expect(plain(step.before)).toBe('+*[[1 2] 0 3]')
  expect(plain(step.after!)).toBe('+2')
  expect(step).toMatchObject({ n: 1, is: 'reduction', part: 3, formula: 3, crash: undefined })
  expect(near.map(({ n, text }) => `${n} ${text}`)).toEqual([
    '0 *[[1 2] 4 0 3]',
    '1 *[[1 2] 0 3]',
    '2 +2',
    '3 3',
  ])
})

test('behind the last step is the last step', () => {
  expect(stepsOf('41', '[4 0 1]').look(100).step).toMatchObject({ n: 3, is: 'product', text: '42' })
  expect(stepsOf('[1 2]', '[4 0 1]').look(100).step).toMatchObject({ n: 2, is: 'crash' })
})

test('counts all steps, in slices', () => {
  const steps = stepsOf('41', '[4 0 1]')
  expect(steps.counts).toBe(true)
  expect(steps.count()).toEqual({ is: 'counted', steps: 3, ended: true })
  expect(steps.counts).toBe(false)
})

test('of what never ends, counts so far and no further', () => {
  const loop = cell(9, 2, 0, 1)
  const steps = new Steps(cell(loop, 0), loop, false, new Set(), () => undefined)
  let counted = steps.count()
  for (; steps.counts; counted = steps.count()) expect(counted.ended).toBe(false)
  expect(counted.ended).toBe(false)
  expect(steps.look(counted.steps + 10).step.n).toBe(counted.steps + 10)
})

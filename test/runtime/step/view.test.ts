import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cell } from '../../../nock/index.js'
import { Steps } from '../../../runtime/step/steps.js'
import { type View, firstView, press } from '../../../runtime/step/view.js'
import { D, noun } from '../../_kit/programs.js'

const decrement = (): Steps => new Steps(5, D.formula)

/** Where these keys lead, from the beginning. */
const after = (steps: Steps, ...keys: readonly string[]): View =>
  keys.reduce((view, key) => press(view, key, steps) as View, firstView())

describe('keys', () => {
  const steps = decrement()
  const last = steps.move(0, false, 'end')!

  test('forward and back, and no further than there are steps', () => {
    expect(after(steps, 'n', ' ', '\x1b[C').n).toBe(3)
    expect(after(steps, 'n', ' ', '\x1b[C', '\x1b[D', 'p').n).toBe(1)
    expect(after(steps, 'p').n).toBe(0)
    expect(after(steps, 'G', 'n')).toMatchObject({ n: last, said: `step ${last} is the last` })
    expect(after(steps, 'G', 'g').n).toBe(0)
  })

  test('to the step of a number; a digit is taken back', () => {
    expect(after(steps, '1', '2')).toMatchObject({ n: 0, typed: '12' })
    expect(after(steps, '1', '2', '\r')).toMatchObject({ n: 12, typed: '', said: '' })
    expect(after(steps, '1', '2', '\x7f', '\r').n).toBe(1)
    expect(after(steps, ...'999999999', '\r')).toMatchObject({ n: last, said: `step ${last} is the last` })
    expect(after(steps, '1', 'p')).toMatchObject({ n: 0, typed: '' })
  })

  test('to the next call, over and out', () => {
    const call = after(steps, 'c')
    const step = steps.at(call.n, false)!
    expect(step.is === 'reduction' && step.redex.of).toMatchObject({ tail: { head: 9 } })
    expect(after(steps, 'n', 's').n).toBeGreaterThan(after(steps, 'n').n)
    expect(after(steps, 'c', 'c', 'o').n).toBeGreaterThan(after(steps, 'c', 'c').n)
  })

  test('expanded, at the same place, and back again', () => {
    const there = after(steps, 'c', 'c')
    const expanded = press(there, 'x', steps) as View
    expect(expanded.isExpanded).toBe(true)
    expect(steps.at(expanded.n, true)).toMatchObject({ redex: { operator: '*' } })
    expect(press(expanded, 'x', steps)).toEqual(there)
  })

  test('help, which any key ends, and quit', () => {
    expect(after(steps, '?').isHelp).toBe(true)
    expect(after(steps, '?', 'n')).toMatchObject({ isHelp: false, n: 0 })
    for (const key of ['q', 'Q', '\x03', '\x04']) expect(press(firstView(), key, steps)).toBe('quit')
  })

  test('of a computation without an end what is far is said to be', () => {
    const endless = new Steps(noun('[2 [0 1] 0 1]'), noun('[2 [0 1] 0 1]'))
    expect(endless.move(0, false, 'end', 1_000)).toBeUndefined()
    expect(endless.within(5_000, false)).toBe(5_000)
  })

  test('whatever is pressed, there is a step to see', () => {
    const keys = fc.constantFrom(
      'n',
      'p',
      'c',
      's',
      'o',
      'x',
      'g',
      'G',
      '?',
      '1',
      '7',
      '\r',
      '\x7f',
      'z',
      '\x1b[C',
      'constructor',
    )
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 40 }), (pressed) => {
        const { n, isExpanded } = after(steps, ...pressed)
        expect(steps.at(n, isExpanded)).toBeDefined()
      }),
    )
  })
})

test('one that crashes ends there, in either form', () => {
  const steps = new Steps(41, noun('[4 0 2]'))
  const crash = after(steps, 'G')
  expect(steps.at(crash.n, false)).toMatchObject({ is: 'crash' })
  expect(steps.at((press(crash, 'x', steps) as View).n, true)).toMatchObject({ is: 'crash' })
  const constant = new Steps(1, cell(1, 7))
  expect(constant.at(after(constant, 'G').n, false)).toEqual({ is: 'product', product: 7 })
})

import { describe, expect, test } from 'vitest'
import { nextRule, out, over, ruleOf } from '../../../nock/stepper/moves.js'
import { plain, showStep } from '../../../nock/stepper/expression.js'
import { type Reduction, Stepper } from '../../../nock/stepper/stepper.js'
import { BUILD, D, noun } from '../../_kit/programs.js'

const stepper = new Stepper(3, noun(D.text))
const end = stepper.find(0, () => false, 1000)!
const expression = (n: number | undefined) => plain(showStep(stepper.at(n!)!).before)

describe('nextRule', () => {
  test('goes from call to call', () => {
    const calls: number[] = []
    for (let n = nextRule(stepper, 0, [2, 9])!; n < end; n = nextRule(stepper, n, [2, 9])!) calls.push(n)
    expect(calls.map((n) => ruleOf(stepper.at(n) as Reduction))).toEqual([9, 9, 9])
  })

  test('ends at the last step, or where it has looked enough', () => {
    expect(nextRule(stepper, 0, [10])).toBe(end)
    expect(nextRule(stepper, 0, [10], 5)).toBeUndefined()
  })
})

describe('over and out', () => {
  const increments = new Stepper(41, noun('[4 4 0 1]'))

  test('over goes to where the product is needed', () => {
    expect(over(increments, 1)).toBe(4)
    expect(over(increments, 0)).toBe(5)
    expect(over(increments, 5)).toBe(5)
  })

  test('out goes to the operator that waits', () => {
    const inner = nextRule(stepper, nextRule(stepper, 0, [9])!, [4])!
    expect(expression(inner)).toMatchInlineSnapshot(
      `"*[[[6 [5 [0 7] 4 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 0 3] 6 =[3 *[[[6 [5 [0 7] 4 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 0 3] 4 0 6]] [0 6] 9 2 [0 2] [4 0 6] 0 7]"`,
    )
    expect(expression(out(stepper, inner))).toMatchInlineSnapshot(
      `"*[[[6 [5 [0 7] 4 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 0 3] 6 =[3 1] [0 6] 9 2 [0 2] [4 0 6] 0 7]"`,
    )
    expect(expression(out(stepper, out(stepper, inner)!))).toMatchInlineSnapshot(
      `"*[[[6 [5 [0 7] 4 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 0 3] 6 1 [0 6] 9 2 [0 2] [4 0 6] 0 7]"`,
    )
    expect(out(stepper, end)).toBe(end)
  })

  test('wherever one has looked before', () => {
    const deep = () => new Stepper(60, noun(BUILD.text))
    const looked = deep()
    const last = looked.find(0, () => false, 10_000)!
    for (const move of [over, out]) {
      for (let n = 0; n < last; n += 7) {
        looked.at((n * 31) % last)
        expect(move(looked, n)).toBe(move(deep(), n))
      }
    }
  })

  test('every move goes on, to the end', () => {
    for (const move of [over, out]) {
      for (let n = 0, next; n < end; n = next) {
        next = move(stepper, n)!
        expect(next).toBeGreaterThan(n)
      }
    }
  })
})

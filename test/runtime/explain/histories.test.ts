import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { Cell, type Noun, equal, isAtom, list, nock, printNoun } from '../../../nock/index.js'
import { type Explanation, explain, subjectOf } from '../../../runtime/explain/explain.js'
import { type Step, reduction, stepText } from '../../../runtime/explain/steps.js'
import { explanationText } from '../../../runtime/explain/text.js'
import { type Policy } from '../../../runtime/supervision/policy.js'
import { ServiceNoun } from '../../../runtime/supervision/service.js'
import { type Decision } from '../../../runtime/supervision/step.js'
import { History, pasts } from '../../../runtime/verify/history.js'
import { decide, sv, throttled } from '../../_kit/story.js'
import { PLAIN, names, recorded } from './decisions.js'

/** Whatever is decided in generated histories. */
const everyDecision = (policy: Policy, holds: (decision: Decision) => void): void => {
  const law = fc.property(pasts(policy, 20), (past) => {
    const history = new History(policy, decide, past)
    for (const happening of past.happenings) history.happen(happening)
    for (const { decisions } of history.services) decisions.forEach(holds)
  })
  fc.assert(law, { numRuns: 500 })
}

type Taken = readonly [condition: Noun, product: Noun | undefined, taken: Noun | undefined]

class Crashed {}

/** The rules 6 of `*[a f]`, in the order in which they begin: by the machine, without a watch. */
const rulesSix = (a: Noun, f: Noun, found: Taken[] = []): Taken[] => {
  const value = (formula: Noun, subject = a): Noun => {
    const product = nock(subject, formula)
    if (product._tag === 'Left') throw new Crashed()
    return product.right
  }
  const all = (formula: Noun, subject = a): void => void rulesSix(subject, formula, found)
  if (isAtom(f)) throw new Crashed()
  const { head: rule, tail } = f
  if (!isAtom(rule)) {
    all(rule)
    all(tail)
    return found
  }
  if (rule === 0 || rule === 1) {
    value(f)
    return found
  }
  if (rule === 3 || rule === 4) {
    all(tail)
    return found
  }
  const { head: b, tail: c } = tail as Cell
  switch (rule) {
    case 2:
      all(b)
      all(c)
      all(value(c), value(b))
      break
    case 5:
      all(b)
      all(c)
      break
    case 6: {
      const at = found.length
      found.push([b, undefined, undefined])
      all(b)
      const product = value(b)
      const { head: yes, tail: no } = c as Cell
      const taken = product === 0 ? yes : no
      found[at] = [b, product, taken]
      all(taken)
      break
    }
    case 7:
      all(b)
      all(c, value(b))
      break
    case 8:
      all(b)
      all(c, new Cell(value(b), a))
      break
    case 9: {
      all(c)
      const core = value(c)
      all(value(new Cell(0, b), core), core)
      break
    }
    default:
      throw new Error(`no formula here uses rule ${rule}`)
  }
  return found
}

const rulesSixOf = (decision: Decision): readonly Taken[] => {
  const found: Taken[] = []
  try {
    rulesSix(subjectOf(decision), decision.formula, found)
  } catch (thrown) {
    if (!(thrown instanceof Crashed)) throw thrown
  }
  return found
}

const branchesOf = ({ reasons }: Explanation) => reasons.filter((reason) => reason.is === 'branch')
const text = (noun: Noun | undefined): string => (noun === undefined ? 'none' : printNoun(noun))

describe.each([
  ['sv', sv],
  ['throttled', throttled],
])('of every decision in histories of %s', (_, policy) => {
  test('the explanation has the product, or the crash', () => {
    const failures = new Set<boolean>()
    everyDecision(policy, (decision) => {
      const { product, agrees } = explain(decision, names)
      const failed = decision.failure !== undefined
      failures.add(failed)
      const wanted = new Cell(0, ServiceNoun.encode(decision.after))
      expect(agrees).toBe(true)
      expect(product._tag === 'Right' && equal(product.right, wanted)).toBe(!failed)
      expect(product._tag === 'Left').toBe(failed)
    })
    expect(failures.size).toBe(2)
  })

  test('the rules 6 are those that were reduced, in order, with what they gave and took', () => {
    everyDecision(policy, (decision) => {
      const wanted = rulesSixOf(decision).map((taken) => taken.map(text))
      const all = explain(decision, names, { all: true })
      const told = branchesOf(all).map(({ condition, product, taken }) =>
        [condition, product, taken].map(text),
      )
      expect(told).toEqual(wanted)
      const usual = explain(decision, names)
      expect(usual.omitted + branchesOf(usual).length).toBe(wanted.length)
      expect(all.omitted).toBe(0)
    })
  })

  test('the requests and answers are the tape', () => {
    everyDecision(policy, (decision) => {
      const { reasons } = explain(decision, names)
      const entries = reasons.flatMap((reason) =>
        reason.is === 'request' ? [new Cell(reason.request, reason.answer!)] : [],
      )
      expect(equal(list(entries), list(decision.tape))).toBe(true)
    })
  })

  test('every condition outside of formulas that jets stand for has words, and a place in a text', () => {
    everyDecision(policy, (decision) => {
      const branches = branchesOf(explain(decision, names))
      expect(branches.filter(({ meaning }) => meaning === undefined)).toEqual([])
      expect(branches.filter(({ place }) => !/^[a-z]+\.nock:\d+$/.test(place ?? ''))).toEqual([])
    })
  })

  test('no line is longer than the width, but the headline', () => {
    everyDecision(policy, (decision) => {
      const lines = explanationText(recorded(decision), explain(decision, names, { all: true }), names, PLAIN)
      const steps: string[] = []
      reduction(decision, (step) => steps.push(stepText(step, names, decision.before.name, PLAIN)))
      expect([...lines.slice(1), ...steps].filter((line) => line.length > PLAIN.width)).toEqual([])
    })
  })

  test('the reduction begins with the formula and ends with its product, or with what crashed', () => {
    everyDecision(policy, (decision) => {
      const steps: Step[] = []
      reduction(decision, (step) => steps.push(step))
      const { product } = explain(decision, names)
      const [first, last] = [steps[0]!, steps.at(-1)!]
      expect(first.depth).toBe(0)
      expect(first.begun!.formula).toBe(decision.formula)
      const isEnd =
        product._tag === 'Right'
          ? last.depth === 0 && equal(last.product!, product.right)
          : last.product === undefined && equal(last.begun!.formula, product.left.formula)
      expect(isEnd).toBe(true)
    })
  })
})

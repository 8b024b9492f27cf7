import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Noun, equal, nock, printNoun } from '../../nock/index.js'
import { type Watch, reference } from '../../nock/reference.js'
import { type Pair, pairs } from '../_kit/formulas.js'
import { kindOf, sameOutcome } from '../_kit/outcome.js'
import { nounOf } from '../_kit/text.js'

const STEPS = 200

type Event =
  | { readonly begin: readonly [Noun, Noun]; readonly depth: number }
  | { readonly end: Noun; readonly depth: number }

const watched = (subject: Noun, formula: Noun) => {
  const events: Event[] = []
  const watch: Watch = {
    begin: (a, f, depth) => events.push({ begin: [a, f], depth }),
    end: (end, depth) => events.push({ end, depth }),
  }
  return { outcome: reference(subject, formula, { budget: { steps: STEPS }, watch }), events }
}

const shown = (subject: string, formula: string): string[] =>
  watched(nounOf(subject), nounOf(formula)).events.map((event) => {
    const margin = '  '.repeat(event.depth)
    return 'end' in event
      ? `${margin}= ${printNoun(event.end)}`
      : `${margin}*[${event.begin.map((noun) => printNoun(noun)).join(' ')}]`
  })

describe('a watch sees', () => {
  test('what begins, and what it gives', () => {
    expect(shown('41', '[4 0 1]')).toEqual(['*[41 [4 0 1]]', '  *[41 [0 1]]', '  = 41', '= 42'])
  })

  test('what takes the place of what asked for it, at the same depth', () => {
    expect(shown('5', '[6 [1 0] [7 [0 1] 4 0 1] 0 0]')).toMatchInlineSnapshot(`
      [
        "*[5 [6 [1 0] [7 [0 1] 4 0 1] 0 0]]",
        "  *[5 [1 0]]",
        "  = 0",
        "*[5 [7 [0 1] 4 0 1]]",
        "  *[5 [0 1]]",
        "  = 5",
        "*[5 [4 0 1]]",
        "  *[5 [0 1]]",
        "  = 5",
        "= 6",
      ]
    `)
  })

  test('what had begun when it crashed: no end', () => {
    expect(shown('5', '[[4 0 1] 0 2]')).toMatchInlineSnapshot(`
      [
        "*[5 [[4 0 1] 0 2]]",
        "  *[5 [4 0 1]]",
        "    *[5 [0 1]]",
        "    = 5",
        "  = 6",
        "  *[5 [0 2]]",
      ]
    `)
  })
})

/** What began at each depth and has not ended, from the outside in: where several did, each gave way to the next. */
type Open = (readonly [Noun, Noun])[][]

/** What is wrong with a sequence of events, in words; and what is open at its end. */
const followed = (events: readonly Event[]): { readonly wrong: readonly string[]; readonly open: Open } => {
  const wrong: string[] = []
  const open: Open = []
  for (const event of events) {
    if ('begin' in event) {
      if (event.depth !== open.length && event.depth !== open.length - 1) wrong.push('begins out of place')
      if (event.depth === open.length) open.push([])
      open.at(-1)?.push(event.begin)
      continue
    }
    if (event.depth !== open.length - 1) wrong.push('ends out of place')
    for (const [a, f] of open.pop() ?? []) {
      const product = nock(a, f)
      if (product._tag === 'Left' || !equal(product.right, event.end)) wrong.push('another product')
    }
  }
  return { wrong, open }
}

describe('of any evaluation', () => {
  const law = (holds: (pair: Pair) => void): void => {
    const property = fc.property(pairs, (pair) => {
      holds(pair)
    })
    fc.assert(property, { numRuns: 500 })
  }

  test('the outcome is the same with a watch', () => {
    law(({ subject, formula }) => {
      const alone = reference(subject, formula, { budget: { steps: STEPS } })
      expect(sameOutcome(watched(subject, formula).outcome, alone)).toBe(true)
    })
  })

  test('as many begin as there are steps', () => {
    law(({ subject, formula }) => {
      const { outcome, events } = watched(subject, formula)
      const steps = events.filter((event) => 'begin' in event).length
      const isSpent = kindOf(outcome) === 'budget'
      expect(steps === STEPS || !isSpent).toBe(true)
      const same = reference(subject, formula, { budget: { steps: isSpent ? STEPS : steps } })
      expect(sameOutcome(same, outcome)).toBe(true)
      expect(kindOf(reference(subject, formula, { budget: { steps: steps - 1 } }))).toBe('budget')
    })
  })

  test('each product is that of all that began for it, and the last is the outcome', () => {
    law(({ subject, formula }) => {
      const { outcome, events } = watched(subject, formula)
      const { wrong, open } = followed(events)
      expect(wrong).toEqual([])
      expect(open.length === 0).toBe(outcome._tag === 'Right')
      const last = events.at(-1)!
      const end = 'end' in last && outcome._tag === 'Right' && equal(last.end, outcome.right)
      expect(end).toBe(outcome._tag === 'Right')
    })
  })

  test('what crashed is what began last and has no product', () => {
    let crashes = 0
    law(({ subject, formula }) => {
      const { outcome, events } = watched(subject, formula)
      if (outcome._tag === 'Right' || kindOf(outcome) === 'budget') return
      crashes++
      const [a, f] = followed(events).open.at(-1)!.at(-1)!
      if (!equal(outcome.left.formula, f)) throw new Error('another formula')
      if (nock(a, f)._tag === 'Right') throw new Error('it has a product')
    })
    expect(crashes).toBeGreaterThan(0)
  })
})

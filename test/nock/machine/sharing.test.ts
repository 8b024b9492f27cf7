import { describe, expect, test } from 'vitest'
import { at } from '../../../nock/axis.js'
import { type Noun, atom } from '../../../nock/noun.js'
import { reference } from '../../../nock/reference.js'
import { machine } from '../../_kit/machines.js'
import { type Outcome, kindOf, printOutcome, sameOutcome } from '../../_kit/outcome.js'
import { noun } from '../../_kit/programs.js'

const nested = (levels: number, level: (inner: string) => string, core: string): string => {
  let text = core
  for (let i = 0; i < levels; i++) text = level(text)
  return text
}

/** The ways to double a subject, around what is done with the last one. */
const DOUBLING: readonly (readonly [name: string, level: (inner: string) => string])[] = [
  ['[7 [[0 1] 0 1] ..]', (inner) => `[7 [[0 1] 0 1] ${inner}]`],
  ['[8 [0 1] ..]', (inner) => `[8 [0 1] ${inner}]`],
  ['[2 [[0 1] 0 1] 1 ..]', (inner) => `[2 [[0 1] 0 1] 1 ${inner}]`],
  ['[7 [8 [0 1] 0 1] ..]', (inner) => `[7 [8 [0 1] 0 1] ${inner}]`],
  ['[8 [0 1] 7 [10 [2 0 3] 0 1] ..]', (inner) => `[8 [0 1] 7 [10 [2 0 3] 0 1] ${inner}]`],
  ['[7 [6 [1 0] [[0 1] 0 1] 0 0] ..]', (inner) => `[7 [6 [1 0] [[0 1] 0 1] 0 0] ${inner}]`],
]

/** What is done with it, where it is doubled so often; each gives a loobean, and may crash. */
const USES: readonly (readonly [name: string, use: (levels: number) => string])[] = [
  ['a part far down is taken', (levels) => `[3 0 ${2n ** BigInt(levels)}]`],
  ['a part far down is incremented', (levels) => `[5 [1 0] 4 0 ${2n ** BigInt(levels)}]`],
  ['two parts are compared', () => '[5 [0 2] 0 3]'],
  ['two made alike are compared', () => '[5 [[0 2] 0 3] [0 2] 0 3]'],
  ['a part is edited, and compared', () => '[5 [10 [2 1 0] 0 1] 0 1]'],
  ['it is kept for later', () => '[3 [0 1] 0 1]'],
  ['it is a test', () => '[6 [0 1] [1 0] 1 0]'],
  ['it is incremented', () => '[4 0 1]'],
]

describe.each([24, 40])('a subject doubled %s times within a loop', { timeout: 60_000 }, (levels) => {
  describe.each(DOUBLING)('by %s', (_name, level) => {
    test.each(USES)('%s', (_use, use) => {
      const inner = nested(levels, level, use(levels))
      // core [battery counter limit]: the loop goes on in either case, and counts
      const formula = noun(`
        [8 [1 0] 8 [1 6 [5 [0 6] 1 9] [0 6] 6 [6 [7 [0 6] ${inner}] [1 0] 1 0] [9 2 [0 2] [4 0 6] 0 7] 0 0]
          9 2 0 1]`)
      const wanted = reference(7, formula, { budget: { steps: 100_000 } })
      expect(kindOf(wanted)).not.toBe('budget')
      const found = [1, 2, 3].map(() => machine(7, formula, { hot: 1 }))
      // neither is printed: a crash has the noun
      expect(found.map((outcome) => sameOutcome(wanted, outcome))).toEqual([true, true, true])
    })

    test('and given', () => {
      const inner = nested(levels, level, '[0 1]')
      const formula = noun(`[8 [1 0] 8 [1 6 [5 [0 6] 1 9] [7 [0 6] ${inner}] 9 2 [0 2] [4 0 6] 0 7] 9 2 0 1]`)
      for (const outcome of [1, 2, 3].map(() => machine(7, formula, { hot: 1 }))) {
        expect(outcome._tag).toBe('Right')
        expect(at(atom(2n ** BigInt(levels)), productOf(outcome))).toBe(9)
      }
    })
  })
})

const productOf = (outcome: Outcome): Noun => {
  if (outcome._tag === 'Left') throw new Error(printOutcome(outcome))
  return outcome.right
}

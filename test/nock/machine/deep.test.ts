import { describe, expect, test } from 'vitest'
import { equal } from '../../../nock/equal.js'
import { nock } from '../../../nock/nock.js'
import { type Noun, cell } from '../../../nock/noun.js'
import { machine } from '../../_kit/machines.js'
import { type Evaluate, kindOf, printOutcome } from '../../_kit/outcome.js'
import { A, D, countdown, noun } from '../../_kit/programs.js'

const DEEP = 1_000_000

/** What waits for the product of each call, and what comes of it all when the innermost one gives 0. */
const WAITING: readonly (readonly [waits: string, product: number | 'deep'])[] = [
  ['[4 X]', 'deep'],
  ['[3 X]', 1],
  ['[7 [X 1 0] 0 2]', 0],
  ['[7 [[1 0] X] 0 3]', 0],
  ['[7 X 4 0 1]', 'deep'],
  ['[8 X 0 2]', 0],
  ['[6 X [1 0] 1 1]', 0],
  ['[6 [3 X] [1 9] 1 0]', 0],
  ['[5 X 1 0]', 0],
  ['[5 [1 0] X]', 0],
  ['[10 [1 X] 0 1]', 0],
  ['[10 [1 1 0] X]', 0],
  ['[11 [1 X] 1 0]', 0],
  ['[2 X 1 0 1]', 0],
  ['[2 [1 0] 7 X 1 0 1]', 0],
]

const CALLS: readonly (readonly [name: string, call: string, levels: number])[] = [
  ['rule 9', '[9 2 [0 2] [4 0 6] 0 7]', DEEP],
  ['rule 9 on an edited core', '[9 2 10 [6 4 0 6] 0 1]', DEEP / 10],
  ['rule 2', '[2 [[0 2] [4 0 6] 0 7] 0 2]', DEEP / 10],
]

/** Counts up to the limit, each call waiting for the next; the innermost one gives what `last` gives. */
const program = (waits: string, call: string, last = '[1 0]'): Noun =>
  noun(`[9 2 [1 6 [5 [0 6] 0 7] ${last} ${waits.replace('X', call)}] [1 0] 0 1]`)

describe('calls that wait for each other, a million or a tenth', { timeout: 120_000 }, () => {
  describe.each(CALLS)('by %s', (_name, call, levels) => {
    test.each(WAITING)('%s', (waits, wanted) => {
      expect(printOutcome(nock(levels, program(waits, call)))).toBe(`${wanted === 'deep' ? levels : wanted}`)
    })
  })

  test.each(CALLS)('by %s, and a crash at the bottom', (_name, call) => {
    for (const [last, kind] of [
      ['[0 0]', 'axis 0'],
      ['[4 0 1]', 'increment 4'],
      ['[9 8 0 1]', 'axis 9'],
      ['5', 'formula'],
    ] as const) {
      const outcome = nock(DEEP, program('[4 X]', call, last))
      expect(kindOf(outcome)).toBe(kind)
    }
  })

  test('each of which starts a loop of its own at the bottom', () => {
    // D, and the sum of two numbers, from a million levels down
    expect(printOutcome(nock(DEEP, program('[4 X]', CALLS[0]![1], `[7 [0 7] ${D.text}]`)))).toBe(
      `${2 * DEEP - 1}`,
    )
    const sum = `[7 [[1 1.000] 0 7] ${A.text}]`
    expect(printOutcome(nock(DEEP, program('[4 X]', CALLS[0]![1], sum)))).toBe(`${2 * DEEP + 1_000}`)
  })

  test('to the bottom and back five times', () => {
    // a list of a million copied, and its copy, and so on
    const copy = '[8 [1 6 [3 0 3] [[0 6] 9 2 [0 2] 0 7] 1 0] 9 2 0 1]'
    const five = noun(`[7 ${copy} 7 ${copy} 7 ${copy} 7 ${copy} ${copy}]`)
    const list = countdown(DEEP)
    const outcome = nock(list, five)
    expect(outcome._tag === 'Right' && equal(outcome.right, list)).toBe(true)
  })
})

describe('a million calls, none of which waits', { timeout: 120_000 }, () => {
  const evaluations: readonly (readonly [string, Evaluate])[] = [
    ['as it is', nock],
    ['translated at once', (subject, formula) => machine(subject, formula, { hot: 3 })],
  ]
  describe.each(evaluations)('%s', (_name, evaluate) => {
    // core [battery counter limit]: each needs a stack if the call before it is not left for good
    test.each([
      ['rule 9', '[9 2 [0 2] [4 0 6] 0 7]'],
      ['rule 9 in rule 6', '[6 [5 [0 6] 1 7] [9 2 [0 2] [4 0 6] 0 7] 9 2 10 [6 4 0 6] 0 1]'],
      ['rule 9 in rule 7', '[7 [[0 2] [4 0 6] 0 7] 9 2 0 1]'],
      ['rule 9 in rule 8', '[8 [4 0 6] 9 2 [0 6] [0 2] 0 15]'],
      ['rule 9 in a hint', '[11 1 11 [2 0 6] 9 2 [0 2] [4 0 6] 0 7]'],
      ['rule 2', '[2 [[0 2] [4 0 6] 0 7] 0 2]'],
      ['rule 2, its formula chosen', '[2 [[0 2] [4 0 6] 0 7] 6 [1 0] [0 2] 0 0]'],
      ['rule 2 in rule 2', '[2 [[0 2] [4 0 6] 0 7] 1 2 [0 1] 0 2]'],
      ['rule 9 in rule 2', '[2 [[0 2] [4 0 6] 0 7] 1 9 2 0 1]'],
      ['seven of them', '[7 [0 1] 7 [0 1] 7 [0 1] 7 [0 1] 7 [0 1] 7 [0 1] 9 2 10 [6 4 0 6] 0 1]'],
    ])('%s', (_what, call) => {
      const formula = noun(`[9 2 [1 6 [5 [0 6] 0 7] [0 6] ${call}] [1 0] 0 1]`)
      expect(printOutcome(evaluate(DEEP, formula))).toBe(`${DEEP}`)
    })
  })

  test('ten million turns', () => {
    expect(printOutcome(nock(10_000_000, D.formula))).toBe('9999999')
    expect(printOutcome(nock(cell(10_000_000, 7), A.formula))).toBe('10000007')
  })
})

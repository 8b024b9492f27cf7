import { describe, expect, test } from 'vitest'
import { nock } from '../../../nock/nock.js'
import { reference } from '../../../nock/reference.js'
import { inChild } from '../../_kit/in-child.js'
import { machine } from '../../_kit/machines.js'
import { printOutcome } from '../../_kit/outcome.js'
import { noun } from '../../_kit/programs.js'

const MILLION = 1_000_000

describe('formulas made as it runs', { timeout: 180_000 }, () => {
  // core [battery [counter last] 0]
  const loop = (made: string): string =>
    `[9 2 [1 6 [5 [0 12] 1 ${MILLION}] [0 13] 9 2 [0 2] [[4 0 12] ${made}] 0 7] [1 0 0] 1 0]`

  test.each([
    // [4 4 1 counter]
    ['run once', '2 [0 1] [1 4] [1 4] [1 1] 0 12', MILLION + 1],
    // [8 [1 counter] [5 [0 2] 0 3] 4 0 2]
    ['of several levels', '7 [2 [0 1] [1 8] [[1 1] 0 12] [1 5 [0 2] 0 3] 1 4 0 2] 0 3', MILLION],
    // [9 2 [[1 4 0 6] counter 0]], whose battery stays, and the core around it changes
    ['cores', '9 2 [1 4 0 6] [0 12] 1 0', MILLION],
    // a battery made anew, [6 [5 [0 6] 1 counter] [0 6] 0 0]
    ['batteries', '9 2 [[1 6] [[1 5] [1 0 6] [1 1] 0 12] [1 0 6] 1 0 0] [0 12] 1 0', MILLION - 1],
  ])('a million that are %s, in 128 MB', (_what, made, product) => {
    const script = `
      import { nock } from 'nock/nock.js'
      import { parseNoun } from 'nock/parse.js'
      import { printNoun } from 'nock/print.js'
      const outcome = nock(0, parseNoun('${loop(made).replaceAll('\n', ' ')}').right)
      console.log(outcome._tag === 'Right' ? printNoun(outcome.right) : outcome.left.why)`
    expect(inChild(['--max-old-space-size=128'], script).trim()).toBe(`${product}`)
  })

  test('a million from outside, in 128 MB', () => {
    const script = `
      import { nock } from 'nock/nock.js'
      import { cell } from 'nock/noun.js'
      let sum = 0
      for (let i = 0; i < ${MILLION}; i++) sum += nock(i, cell(8, cell(1, i), 4, 4, 1, i)).right - i
      console.log(sum)`
    expect(inChild(['--max-old-space-size=128'], script).trim()).toBe(`${2 * MILLION}`)
  })

  test('each hot, so that each is translated, in 128 MB', () => {
    const script = `
      import { run } from 'nock/machine/run.js'
      import { cell } from 'nock/noun.js'
      import { parseNoun } from 'nock/parse.js'
      let wrong = 0
      for (let i = 0; i < 5_000; i++) {
        // D, its loop's start a constant of its own
        const formula = parseNoun('[8 [1 ' + i + '] 8 [1 6 [5 [0 7] 4 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 9 2 0 1]').right
        for (let n = 0; n < 3; n++) if (run(i + 5 + n, formula, undefined, {}, 1) !== i + 4 + n) wrong++
      }
      console.log(wrong)`
    expect(inChild(['--max-old-space-size=128'], script).trim()).toBe('0')
  })
})

describe('code that rule 10 changes in every turn', { timeout: 60_000 }, () => {
  test.each([
    // core [battery counter limit]; at 91 is the last number of the code, which is in the product
    ['between two', '[9 2 10 [2 10 [59 6 [5 [0 91] 1 1] [1 2] 1 1] 0 2] 10 [6 4 0 6] 0 1]'],
    ['to another one each time', '[9 2 10 [91 0 6] 10 [6 4 0 6] 0 1]'],
    ['to an equal one', '[9 2 10 [2 [0 4] 0 5] 10 [6 4 0 6] 0 1]'],
  ])('%s', (_what, call) => {
    const formula = noun(`[9 2 [1 6 [5 [0 6] 0 7] [[0 6] 1 1] ${call}] [1 0] 0 1]`)
    const wanted = printOutcome(reference(5_000, formula))
    expect(wanted.startsWith('[5000 ')).toBe(true)
    expect(printOutcome(nock(5_000, formula))).toBe(wanted)
    expect(printOutcome(machine(5_000, formula, { hot: 1 }))).toBe(wanted)
    const far = printOutcome(nock(100_000, formula))
    expect(far.startsWith('[100000 ')).toBe(true)
  })
})

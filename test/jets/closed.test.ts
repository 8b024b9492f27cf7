import { describe, expect, test } from 'vitest'
import { whyOpen } from '../../jets/index.js'
import { type Noun, cell } from '../../nock/index.js'
import { book } from '../_kit/book.js'
import * as programs from '../_kit/programs.js'
import { nounOf } from '../_kit/text.js'
import { within } from '../_kit/within.js'

const whyOpenText = (text: string): string | undefined => whyOpen(nounOf(text))

const TOO_MUCH = 'it runs more code than can be followed'

describe('closed', () => {
  test.each([
    ['no call at all', '[4 0 1]'],
    ['branches of rule 6', '[6 [3 0 1] [[0 3] 0 2] [1 0]]'],
    ['decrement', programs.D.text],
    ['a constant run by rule 2', '[2 [0 1] 1 4 0 1]'],
    ['a constant found through rule 7', '[7 [[1 4 0 1] 0 1] 2 [0 3] 0 2]'],
    ['a constant found through rule 8', '[8 [1 4 0 3] 9 2 0 1]'],
    ['a constant put there by rule 10', '[9 2 10 [2 1 4 0 3] 0 1]'],
    ['a constant kept by rule 10', '[9 2 10 [3 0 1] [1 [4 0 3] 0]]'],
    ['a constant behind a hint of rule 11', '[2 [0 1] 11 %fast 1 4 0 1]'],
    ['a constant behind a dynamic hint', '[2 [0 1] 11 [%spot 0 1] 1 4 0 1]'],
    ['a constant picked by a test that is known', '[2 [0 1] 6 [1 0] [1 4 0 3] 0 3]'],
    ['a constant at the end of several ways', '[7 [8 [1 4 0 3] [0 2] 0 3] 8 [0 1] 9 4 0 1]'],
    ['a formula put together of constants', '[2 [0 1] [1 4] [1 0] 1 1]'],
    ['two arms that call each other', programs.EVEN.text],
    ['two arms, one called by rule 2', programs.EVEN2.text],
    ['a loop by rule 2', programs.EVAL2.text],
    ['recursion in the argument of recursion', programs.ACK.text],
    ['calls of formulas within a loop', programs.FIB.text],
    ['a gate called as Hoon does', programs.GATE.text],
    ['code of the subject that is not run', '[8 [0 2] 1 9 2 0 1]'],
    ['code of the subject in the branch not taken', '[6 [1 1] [9 2 0 1] 0 1]'],
    ['what is no formula, and crashes', '[2 [0 1] 1 7]'],
    ['an atom', '7'],
    ['a rule that there is not', '[12 9 2 0 1]'],
    ['malformed rules', '[[2 3] [9 2] [9 [0 1] 0 1] [10 3] [10 [2 3] 4] [6 [0 1] 5] 0 0 1]'],
  ])('%s: %s', (_what, text) => {
    expect(whyOpenText(text)).toBeUndefined()
  })

  test.each(book.names)('%s.nock', (name) => {
    expect(whyOpen(book.get(name)!)).toBeUndefined()
  })
})

describe('closed, and a loop that', () => {
  test.each([
    ['builds a list', programs.BUILD.text],
    ['reverses a list', programs.REV.text],
    ['goes along a list', programs.LEN.text],
    ['adds up a list', programs.SUM.text],
    ['counts a list by recursion', programs.LENDEEP.text],
    ['copies a list by recursion', programs.COPYDEEP.text],
    ['carries a constant', '[8 [1 0] 8 [1 6 [5 [0 6] 0 7] [0 6] 9 2 [0 2] [4 0 6] 0 7] 9 2 [0 2] [0 6] 1 9]'],
    [
      'makes the same constant again on each turn',
      '[8 [1 6 [5 [0 6] 0 14] [0 15] 9 2 [0 2] [4 0 6] [0 14] [1 7] 1 8] 9 2 [0 2] [1 0] [0 3] [1 7] 1 8]',
    ],
    ['exchanges its arms on each turn', programs.SWAP.text],
  ])('%s: %s', (_what, text) => {
    expect(whyOpenText(text)).toBeUndefined()
  })
})

describe('open', () => {
  test.each([
    ['[9 2 0 1]', 'rule 9 runs what the subject has at axis 2'],
    ['[9 5 0 3]', 'rule 9 runs what the subject has at axis 13'],
    ['[2 [0 1] 0 1]', 'rule 2 runs what the subject has at axis 1'],
    ['[2 [0 1] 0 2]', 'rule 2 runs what the subject has at axis 2'],
    ['[2 [0 3] 0 2]', 'rule 2 runs what the subject has at axis 2'],
    // Hoon's call of a gate in the subject
    ['[8 [0 2] 9 2 10 [6 0 7] 0 2]', 'rule 9 runs what the subject has at axis 4'],
    // the way there is followed
    ['[7 [0 3] 9 2 0 1]', 'rule 9 runs what the subject has at axis 6'],
    ['[8 [0 6] 2 [0 3] 0 2]', 'rule 2 runs what the subject has at axis 6'],
    ['[7 [[0 3] 0 2] 9 2 0 1]', 'rule 9 runs what the subject has at axis 3'],
    ['[9 2 10 [3 1 4 0 3] 0 1]', 'rule 9 runs what the subject has at axis 2'],
    ['[11 [%spot 9 2 0 1] 0 1]', 'rule 9 runs what the subject has at axis 2'],
    ['[9 2 [1 9 2 0 3] 0 1]', 'rule 9 runs what the subject has at axis 2'],
    // code that a test on the subject picks, out of constants or not
    ['[2 [0 1] 6 [0 2] [1 4 0 3] 1 0 3]', 'rule 2 runs a formula that it computes'],
    ['[2 [0 1] 6 [0 2] [1 4 0 3] 0 3]', 'rule 2 runs a formula that it computes'],
    ['[2 [0 1] 6 [1 1] [1 4 0 3] 0 3]', 'rule 2 runs what the subject has at axis 3'],
    // code with something of the subject in it
    ['[2 [0 1] [1 0] 0 2]', 'rule 2 runs a formula that it puts together'],
    ['[2 [0 1] [1 1] 0 2]', 'rule 2 runs a formula that it puts together'],
    // both branches are followed, however deep
    ['[6 [0 2] [0 3] 6 [0 2] [0 3] 9 2 0 1]', 'rule 9 runs what the subject has at axis 2'],
    ['[[[0 1] 0 1] 3 4 5 [0 1] 9 2 0 1]', 'rule 9 runs what the subject has at axis 2'],
    // a loop that calls its argument in the end
    [
      '[8 [1 0] 8 [1 6 [5 [0 6] 1 9] [9 7 0 1] 9 2 [0 2] [4 0 6] 0 7] 9 2 0 1]',
      'rule 9 runs what the subject has at axis 1',
    ],
  ])('%s: %s', (text, why) => {
    expect(whyOpenText(text)).toBe(why)
  })
})

describe('whatever the size', () => {
  const nested = (levels: number, level: (inner: Noun) => Noun, core: Noun): Noun => {
    let noun = core
    for (let i = 0; i < levels; i++) noun = level(noun)
    return noun
  }
  const ID = cell(0, 1)

  test.each<[string, (inner: Noun) => Noun]>([
    ['[[1 0] ..]', (f) => cell(cell(1, 0), f)],
    ['[.. 1 0]', (f) => cell(f, 1, 0)],
    ['[2 [0 1] 1 ..]', (f) => cell(2, ID, 1, f)],
    ['[3 ..]', (f) => cell(3, f)],
    ['[4 ..]', (f) => cell(4, f)],
    ['[5 .. 0 1]', (f) => cell(5, f, ID)],
    ['[6 [0 1] [0 1] ..]', (f) => cell(6, ID, ID, f)],
    ['[7 [0 1] ..]', (f) => cell(7, ID, f)],
    ['[8 .. 0 1]', (f) => cell(8, f, ID)],
    ['[9 2 [1 ..] 0 1]', (f) => cell(9, 2, cell(1, f), ID)],
    ['[10 [1 ..] 0 1]', (f) => cell(10, cell(1, f), ID)],
    ['[11 [1 ..] 0 1]', (f) => cell(11, cell(1, f), ID)],
  ])('100,000 levels of %s', (_form, level) => {
    expect(within(10, () => whyOpen(nested(100_000, level, ID)))).toBeOneOf([undefined, TOO_MUCH])
    // what a hundred levels hide is found
    expect(whyOpen(nested(100, level, nounOf('[9 3 0 1]')))).toMatch(/^rule 9 runs /)
  })

  test('a constant of 100,000 levels', () => {
    expect(
      within(10, () =>
        whyOpen(
          cell(
            1,
            nested(100_000, (f) => cell(f, 0), 0),
          ),
        ),
      ),
    ).toBeUndefined()
  })

  test('an axis of 100,000 bits', () => {
    expect(within(10, () => whyOpen(cell(0, 2n ** 100_000n)))).toBeUndefined()
  })

  test.each<[string, Noun]>([
    ['autocons', nested(60, (f) => cell(f, f), ID)],
    ['rule 2', nested(60, (f) => cell(2, f, f), ID)],
    ['rule 6', nested(60, (f) => cell(6, f, f, f), ID)],
    ['rule 7', nested(60, (f) => cell(7, f, f), ID)],
    ['rule 8', nested(60, (f) => cell(8, f, f), ID)],
    ['constants run', nested(60, (f) => cell(2, f, 1, f), ID)],
  ])('2^60 formulas that share their parts, by %s', (_rule, formula) => {
    expect(within(10, () => whyOpen(formula))).not.toBe('')
  })

  test('a constant of 2^60 cells that share their parts', () => {
    expect(
      whyOpen(
        cell(
          1,
          nested(60, (f) => cell(f, f), 0),
        ),
      ),
    ).toBeUndefined()
    expect(
      within(10, () =>
        whyOpen(
          cell(
            2,
            ID,
            1,
            1,
            nested(60, (f) => cell(f, f), 0),
          ),
        ),
      ),
    ).toBeUndefined()
  })

  test('a subject that the formula doubles 60 times, and calls with it', () => {
    const formula = nested(60, (f) => cell(7, cell(ID, ID), f), nounOf('[2 [0 1] 1 0 1]'))
    expect(within(10, () => whyOpen(formula))).toBeUndefined()
  })

  test('a subject that the formula doubles a little at a time, and calls with it each time', () => {
    const call = nounOf('[2 [0 1] 1 0 1]')
    const formula = nested(60, (f) => cell(7, cell(ID, ID), cell(call, f)), call)
    expect(within(10, () => whyOpen(formula))).toBeOneOf([undefined, TOO_MUCH])
  })
})

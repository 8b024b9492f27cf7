import { describe, expect, test } from 'vitest'

import { at } from '../../nock/axis.js'
import { equal } from '../../nock/equal.js'
import { type Atom, type Noun, cell, list } from '../../nock/noun.js'
import { type Evaluate, type Outcome, kindOf, printOutcome, sameOutcome } from './outcome.js'
import * as programs from './programs.js'
import { type Program, countdown, noun } from './programs.js'
import { type CrashText, rules } from './rules.js'

/**
 * What holds of every interpreter of Nock, tested on one of them: the rules by examples, programs that loop and
 * recurse, formulas of any depth and width, and budgets.
 *
 * @param size how many turns the long loops take, and how deep the deep recursions go
 * @param levels how many rules the deep formulas have within each other
 */
export const interpreterLaws = (evaluate: Evaluate, size: number, levels = 100_000): void => {
  const product = (subject: Noun, formula: Noun): Noun => {
    const outcome = evaluate(subject, formula)
    if (outcome._tag === 'Left') throw new Error(printOutcome(outcome))
    return outcome.right
  }
  /** `expect` alone would walk into these nouns, and they are deep. */
  const gives = (subject: Noun, formula: Noun, wanted: Noun): boolean =>
    equal(product(subject, formula), wanted)

  describe.each(Object.entries(rules))('%s', (_line, examples) => {
    test.each(examples)('*[%s %s]', (subject, formula, wanted) => {
      const outcome = evaluate(noun(subject), noun(formula))
      expect(printOutcome(outcome)).toBe(printOutcome(outcomeOf(wanted, formula)))
      expect(sameOutcome(outcome, outcomeOf(wanted, formula))).toBe(true)
    })
  })

  test.each(small)('%s, against a direct computation', (_name, { formula, direct }, subjects) => {
    for (const subject of subjects) expect(gives(subject, formula, direct(subject))).toBe(true)
  })

  describe(`${size} turns`, { timeout: 60_000 }, () => {
    const { D, EVAL2, EVEN, EVEN2, SWAP, BUILD, LEN, REV, EVENDEEP, EVENDEEP2 } = programs
    test.each(Object.entries({ D, EVAL2, EVEN, EVEN2, SWAP, BUILD, EVENDEEP, EVENDEEP2 }))(
      '%s',
      (_name, { formula, direct }) => {
        expect(gives(size, formula, direct(size))).toBe(true)
      },
    )
    test.each(Object.entries({ LEN, REV }))('%s', (_name, { formula, direct }) => {
      const subject = countdown(size)
      expect(gives(subject, formula, direct(subject))).toBe(true)
    })
  })

  describe(`${size} deep`, { timeout: 60_000 }, () => {
    const deep = countdown(size)
    test('LENDEEP', () => {
      expect(gives(deep, programs.LENDEEP.formula, size)).toBe(true)
    })
    test('COPYDEEP', () => {
      expect(gives(deep, programs.COPYDEEP.formula, deep)).toBe(true)
    })
    test('a crash at the bottom', () => {
      // [9 2 [1 [4 9 2 ...]] list], down to the atom that ends the list
      const formula = noun('[8 [1 4 9 2 [0 2] 0 7] 9 2 0 1]')
      const outcome = evaluate(deep, formula)
      expect(kindOf(outcome)).toBe('axis 0')
    })
    test('a subject that is', () => {
      const axis: Atom = 2n ** BigInt(size)
      let left: Noun = 7
      for (let i = 0; i < size; i++) left = cell(left, 0)
      expect(gives(left, cell(0, axis), 7)).toBe(true)
      expect(kindOf(evaluate(left, cell(0, axis * 2n)))).toBe('axis 0')
      expect(at(axis, product(left, cell(10, cell(axis, 1, 8), 0, 1)))).toBe(8)
      expect(at(axis, left)).toBe(7)
      expect(gives(cell(left, left), noun('[5 [0 2] 0 3]'), 0)).toBe(true)
    })
  })

  describe(`a formula of ${levels} levels`, { timeout: 60_000 }, () => {
    const N = levels
    test.each<[string, (inner: Noun) => Noun, core: string, subject: string, wanted: Noun]>([
      ['[.. 1 0]', (f) => cell(f, 1, 0), '[0 1]', '5', nested(N, (b) => cell(b, 0), 5)],
      ['[[1 0] ..]', (f) => cell(cell(1, 0), f), '[0 1]', '5', nested(N, (b) => cell(0, b), 5)],
      ['[2 .. 1 0 1]', (f) => cell(2, f, 1, 0, 1), '[0 1]', '5', 5],
      ['[2 [0 1] 1 ..]', (f) => cell(2, cell(0, 1), 1, f), '[0 1]', '5', 5],
      ['[2 [0 1] ..]', (f) => cell(2, cell(0, 1), f), '[0 1]', '[0 1]', cell(0, 1)],
      ['[3 ..]', (f) => cell(3, f), '[0 1]', '5', 1],
      ['[4 ..]', (f) => cell(4, f), '[0 1]', '5', N + 5],
      ['[5 .. 0 1]', (f) => cell(5, f, 0, 1), '[0 1]', '5', 1],
      ['[5 [0 1] ..]', (f) => cell(5, cell(0, 1), f), '[0 1]', '5', 1],
      ['[6 .. [1 0] 1 1]', (f) => cell(6, f, cell(1, 0), 1, 1), '[0 1]', '1', 1],
      ['[6 [0 1] .. 1 7]', (f) => cell(6, cell(0, 1), f, 1, 7), '[0 1]', '0', 0],
      ['[6 [0 1] [1 7] ..]', (f) => cell(6, cell(0, 1), cell(1, 7), f), '[0 1]', '1', 1],
      ['[7 [0 1] ..]', (f) => cell(7, cell(0, 1), f), '[0 1]', '5', 5],
      ['[7 .. 4 0 1]', (f) => cell(7, f, 4, 0, 1), '[0 1]', '5', N + 5],
      ['[8 [1 0] ..]', (f) => cell(8, cell(1, 0), f), '[0 1]', '5', nested(N, (a) => cell(0, a), 5)],
      ['[8 .. 4 0 2]', (f) => cell(8, f, 4, 0, 2), '[0 1]', '5', N + 5],
      ['[9 2 [1 ..] 0 1]', (f) => cell(9, 2, cell(1, f), 0, 1), '[1 7]', '5', 7],
      ['[9 2 ..]', (f) => cell(9, 2, f), '[1 [0 1] 7]', '5', cell(cell(0, 1), 7)],
      ['[10 [1 ..] 0 1]', (f) => cell(10, cell(1, f), 0, 1), '[0 1]', '5', 5],
      ['[10 [1 0 1] ..]', (f) => cell(10, cell(1, 0, 1), f), '[0 1]', '5', 5],
      ['[11 1 ..]', (f) => cell(11, 1, f), '[0 1]', '5', 5],
      ['[11 [1 ..] 0 1]', (f) => cell(11, cell(1, f), 0, 1), '[0 1]', '5', 5],
      ['[11 [1 0 1] ..]', (f) => cell(11, cell(1, 0, 1), f), '[0 1]', '5', 5],
    ])('%s', (_form, level, core, subject, wanted) => {
      expect(gives(noun(subject), nested(N, level, noun(core)), wanted)).toBe(true)
    })
  })

  describe('a formula that is wide', () => {
    test('a list of 100,000', () => {
      const formulas = Array.from({ length: 100_000 }, (_, i) => cell(1, i))
      const formula = formulas.reduceRight<Noun>((rest, f) => cell(f, rest), cell(1, 0))
      expect(gives(5, formula, list(formulas.map(({ tail }) => tail)))).toBe(true)
    })
    test('a tree of 2^17', () => {
      const tree = (level: number, leaf: (i: number) => Noun, i = 0): Noun =>
        level === 0 ? leaf(i) : cell(tree(level - 1, leaf, 2 * i), tree(level - 1, leaf, 2 * i + 1))
      const formula = tree(17, (i) => cell(4, 1, i))
      const wanted = tree(17, (i) => i + 1)
      expect(gives(5, formula, wanted)).toBe(true)
    })
  })

  describe('a noun of 2^60 cells that share their parts', () => {
    // written out it fits into no memory; whoever walks or compiles all of it does not come back
    const doubled = (one: Noun, n = 60): Noun => nested(n, (half) => cell(half, half), one)
    test.each<[string, Noun]>([
      ['a formula not taken', cell(6, cell(1, 0), cell(0, 1), doubled(cell(0, 1)))],
      ['the other one not taken', cell(6, cell(1, 1), doubled(cell(0, 1)), 0, 1)],
      [
        'nested by rule 7',
        cell(
          6,
          cell(1, 1),
          nested(60, (f) => cell(7, f, f), cell(0, 1)),
          0,
          1,
        ),
      ],
      [
        'nested by rule 6',
        cell(
          6,
          cell(1, 1),
          nested(60, (f) => cell(6, f, f, f), cell(0, 1)),
          0,
          1,
        ),
      ],
      ['a constant', cell(7, cell(cell(0, 1), 1, doubled(7)), 0, 2)],
      ['a hint', cell(11, cell(doubled(7), 0, 1), 0, 1)],
      ['a battery not called', cell(8, cell(1, doubled(cell(0, 1))), 0, 3)],
    ])('%s', (_what, formula) => {
      expect(gives(5, formula, 5)).toBe(true)
    })
    test('made', () => {
      const made = product(
        7,
        nested(60, (f) => cell(7, cell(cell(0, 1), 0, 1), f), cell(0, 1)),
      )
      expect(at(2n ** 61n - 1n, made)).toBe(7)
    })
    test('compared with another', () => {
      const compare = noun('[5 [0 2] 0 3]')
      expect(gives(cell(doubled(7), doubled(7)), compare, 0)).toBe(true)
      expect(gives(cell(doubled(7), doubled(8)), compare, 1)).toBe(true)
    })
    test.each<[string, Noun]>([
      ['autocons', doubled(cell(0, 1))],
      ['rule 7', nested(60, (f) => cell(7, f, f), cell(0, 1))],
      ['rule 8', nested(60, (f) => cell(8, f, f), cell(0, 1))],
      ['rule 2', nested(60, (f) => cell(2, f, 1, f), cell(0, 1))],
      ['rule 6', nested(60, (f) => cell(6, f, f, f), cell(1, 0))],
    ])('run by %s, until the budget is spent', (_rule, formula) =>
      expect(kindOf(evaluate(5, formula, { budget: { steps: 10_000 } }))).toBe('budget'),
    )
  })

  describe('a budget', () => {
    test.each(Object.entries(endless))('of steps ends %s', (_what, formula) => {
      const outcome = evaluate(0, noun(formula), { budget: { steps: 100_000 } })
      expect(outcome).toMatchObject({ left: { why: 'budget', rule: undefined, axis: undefined } })
    })
    test.each(Object.entries(growing))('of nouns ends %s', (_what, formula) => {
      const outcome = evaluate(0, noun(formula), { budget: { nouns: 100_000 } })
      expect(outcome).toMatchObject({ left: { why: 'budget', rule: undefined, axis: undefined } })
    })
    test('that suffices changes nothing', () => {
      const { formula } = programs.D
      const outcome = evaluate(100, formula, { budget: { steps: 100_000, nouns: 100_000 } })
      expect(printOutcome(outcome)).toBe('99')
      expect(printOutcome(evaluate(100, formula, { budget: {} }))).toBe('99')
    })
    test('that does not is a crash', () => {
      const { formula } = programs.D
      expect(kindOf(evaluate(100, formula, { budget: { steps: 50 } }))).toBe('budget')
      expect(kindOf(evaluate(100, formula, { budget: { nouns: 50 } }))).toBe('budget')
    })
  })
}

/** Programs, and subjects for them. */
const small: readonly (readonly [name: string, Program, subjects: readonly Noun[]])[] = [
  ['D', programs.D, [1, 2, 60]],
  ['A', programs.A, [cell(0, 0), cell(3, 4), cell(30, Number.MAX_SAFE_INTEGER - 2), cell(0, 2n ** 64n)]],
  ['FIB', programs.FIB, [0, 1, 2, 3, 10]],
  ['ACK', programs.ACK, [cell(0, 0), cell(0, 5), cell(1, 3), cell(2, 3), cell(3, 2)]],
  ['BUILD', programs.BUILD, [0, 1, 50]],
  ['REV', programs.REV, [0, countdown(1), countdown(50), noun('[[1 2] 3 [4 5 6] 0]')]],
  ['LEN', programs.LEN, [0, countdown(1), countdown(50)]],
  ['SUM', programs.SUM, [0, countdown(1), countdown(20)]],
  ['LENDEEP', programs.LENDEEP, [0, countdown(1), countdown(50)]],
  ['COPYDEEP', programs.COPYDEEP, [0, countdown(1), countdown(50), noun('[[1 2] 3 [4 5 6] 0]')]],
  ['EVAL2', programs.EVAL2, [1, 2, 60]],
  ['EVEN', programs.EVEN, [0, 1, 2, 51]],
  ['EVEN2', programs.EVEN2, [0, 1, 2, 51]],
  ['SWAP', programs.SWAP, [0, 1, 2, 51]],
  ['COUNT', programs.COUNT, [cell(0, 0), cell(5, 50), cell(Number.MAX_SAFE_INTEGER - 20, 2n ** 53n + 20n)]],
  ['EVENDEEP', programs.EVENDEEP, [0, 1, 2, 51]],
  ['EVENDEEP2', programs.EVENDEEP2, [0, 1, 2, 51]],
  ['GATE', programs.GATE, [0, 41, 2n ** 53n, 2n ** 64n - 1n]],
]

/** Formulas that never come to an end. */
const endless = {
  'a tail call': '[9 2 [1 9 2 0 1] 0 1]',
  'a call in a call': '[9 2 [1 4 9 2 0 1] 0 1]',
  'a call whose product is its own argument': '[9 2 [1 9 2 9 2 0 1] 0 1]',
  'a counting loop': '[9 2 [1 9 2 [0 2] 4 0 3] 1 0]',
  'two arms that call each other': '[9 4 [1 [9 5 0 1] 9 4 0 1] 0 1]',
  'rule 2 on itself': '[7 [1 2 [0 1] 0 1] 2 [0 1] 0 1]',
  'a battery that edits itself': '[9 2 [1 9 2 10 [2 0 2] 0 1] 0 1]',
  'a hint that does not': '[9 2 [1 11 [1 9 2 0 1] 0 1] 0 1]',
  'a test that does not': '[9 2 [1 6 [9 2 0 1] [1 0] 1 0] 0 1]',
}

/** The same, and they make ever more cells. */
const growing = {
  'a list that grows': '[9 2 [1 9 2 [0 2] [1 0] 0 3] 1 0]',
  'a subject that grows': '[9 2 [1 8 [0 1] 9 2 [0 6] 0 1] 0 1]',
  'a list never built': '[9 2 [1 [1 0] 9 2 [0 2] 0 3] 1 0]',
  'the doubling of a noun': '[9 2 [1 9 2 [0 2] [0 3] 0 3] 1 0]',
  'an edit again and again': '[9 2 [1 9 2 10 [3 4 0 3] 0 1] 1 0]',
}

const nested = (levels: number, level: (inner: Noun) => Noun, core: Noun): Noun => {
  let noun = core
  for (let i = 0; i < levels; i++) noun = level(noun)
  return noun
}

const outcomeOf = (wanted: string | CrashText, formula: string): Outcome => {
  if (typeof wanted === 'string') return { _tag: 'Right', right: noun(wanted) }
  const crash = {
    why: wanted.why,
    rule: wanted.rule,
    axis: wanted.axis === undefined ? undefined : (noun(wanted.axis) as Atom),
    noun: noun(wanted.noun),
    formula: noun(wanted.formula ?? formula),
  }
  return { _tag: 'Left', left: crash }
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Explaining,
  type Explanation,
  type Noun,
  SUPERVISED,
  UNKNOWN,
  axis as at,
  cell,
  explainFormula,
  explanationLines,
} from '../../../nock/index.js'
import { pairs } from '../../_kit/formulas.js'
import { doubled, nouns } from '../../_kit/nouns.js'
import { noun } from '../../_kit/programs.js'

const PLAIN: Explaining = {
  subject: UNKNOWN,
  nameOf: () => undefined,
  productOf: () => undefined,
  cords: new Set(),
}

const all = (one: Explanation): readonly Explanation[] => [one, ...one.parts.flatMap(({ of }) => all(of))]

const lines = (text: string, how: Partial<Explaining> = {}): string =>
  '\n' + explanationLines(explainFormula(noun(text), { ...PLAIN, ...how })).join('\n')

describe('a formula in words', () => {
  test('each rule', () => {
    expect(lines('[[0 1] 1 7]')).toMatchInlineSnapshot(`
      "
      a cell of
        the subject, all of it
        the constant 7"
    `)
    expect(lines('[2 [0 1] 0 2]')).toMatchInlineSnapshot(`
      "
      evaluate a formula that is made
        on: the subject, all of it
        by what this gives: the part at axis 2"
    `)
    expect(lines('[3 4 0 6]')).toMatchInlineSnapshot(`
      "
      is this a cell?
        one more than
          the part at axis 6"
    `)
    expect(lines('[6 [5 [0 1] 1 0] [1 1] 0 0]')).toMatchInlineSnapshot(`
      "
      if
        are these the same?
          this: the subject, all of it
          and this: the constant 0
        then: the constant 1
        else: a crash: there is no axis 0"
    `)
    expect(lines('[8 [1 0] 9 2 0 1]')).toMatchInlineSnapshot(`
      "
      put in front of the subject
        this: the constant 0
        then: run the arm at axis 2 of this core
          the subject, all of it"
    `)
    expect(lines('[10 [6 0 2] 7 [0 3] 0 1]')).toMatchInlineSnapshot(`
      "
      replace the part at axis 6
        by: the part at axis 2
        in: one after the other
          first: the part at axis 3
          then, on that: the subject, all of it"
    `)
    expect(lines('[11 1 11 [2 0 1] 0 1]')).toMatchInlineSnapshot(`
      "
      with the hint 1
        then: with the hint 2
          hint: the subject, all of it
          then: the subject, all of it"
    `)
  })

  test('what is no formula', () => {
    expect(lines('[7 5 12 3]')).toMatchInlineSnapshot(`
      "
      one after the other
        first: 5, an atom: no formula
        then, on that: [12 3]: no rule 12"
    `)
    expect(lines('[10 2 0 1]')).toMatchInlineSnapshot(`
      "
      [10 2 0 1]: no form that rule 10 takes
        by: the subject, all of it"
    `)
  })

  test('the names of axes go along with rules 7 and 8', () => {
    expect(lines('[8 [0 14] 7 [[0 6] 0 15] [0 2] 0 3]', { subject: SUPERVISED })).toMatchInlineSnapshot(`
      "
      put in front of the subject
        this: state (axis 14)
        (now at axis 2; tape 2→6, service 3→7, name 6→14, state 14→30, pid 15→31)
        then: one after the other
          first: a cell of
            tape (axis 6)
            the part at axis 15
          then, on that: a cell of
            tape (axis 2)
            the part at axis 3"
    `)
  })

  test('each part stands at its axis', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pairs.map(({ formula }) => formula),
          nouns,
        ),
        (formula) => {
          for (const one of all(explainFormula(formula, PLAIN)))
            expect(at(one.axis, formula)).toBe(one.formula)
        },
      ),
    )
  })

  test('what is too deep, or too much, is said to be', () => {
    let deep: Noun = noun('[0 1]')
    for (let i = 0; i < 1_000_000; i++) deep = cell(4, deep)
    expect(explanationLines(explainFormula(deep, PLAIN)).at(-1)).toMatch(/^ +one more than …$/)
    let wide: Noun = noun('[0 1]')
    for (let i = 0; i < 14; i++) wide = cell(wide, wide)
    expect(explanationLines(explainFormula(wide, PLAIN)).at(-1)).toBe('…')
  })

  test('a formula that shares and shares, and one whose subject does, are not gone through to their end', () => {
    const shared = explanationLines(explainFormula(doubled(64, noun('[0 1]')), PLAIN))
    expect(shared.length).toBeLessThanOrEqual(2_001)
    let chain = noun('[8 [0 1] 0 1]')
    for (let i = 0; i < 60; i++) chain = cell(7, cell(noun('[[0 1] 0 1]'), chain))
    expect(explanationLines(explainFormula(chain, { ...PLAIN, subject: SUPERVISED })).join()).toContain(
      'put in front',
    )
  })

  test('what is put in front of the subject may be made by a formula of any depth', () => {
    let deep: Noun = noun('[0 1]')
    for (let i = 0; i < 100_000; i++) deep = cell(8, cell(deep, noun('[0 1]')))
    expect(explanationLines(explainFormula(deep, PLAIN))[0]).toBe('put in front of the subject')
  })
})

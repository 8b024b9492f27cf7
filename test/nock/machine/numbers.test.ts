import { describe, expect, test } from 'vitest'
import { type Noun, atom, cell, list } from '../../../nock/noun.js'
import { nock } from '../../../nock/nock.js'
import { equal } from '../../../nock/equal.js'
import { machine } from '../../_kit/machines.js'
import { type Outcome } from '../../_kit/outcome.js'
import { A, COUNT, type Program, REV, SUM, noun } from '../../_kit/programs.js'

const gives = (outcome: Outcome, wanted: Noun): boolean =>
  outcome._tag === 'Right' && equal(outcome.right, wanted)

// so many turns that the loop is translated half-way, or long before
const SIZES = [
  ['translated soon', 2_000, (subject: Noun, formula: Noun) => machine(subject, formula, { hot: 3 })],
  ['as it is', 100_000, (subject: Noun, formula: Noun) => nock(subject, formula)],
] as const

describe.each(SIZES)(
  '%s, a loop in whose middle an atom comes to',
  { timeout: 60_000 },
  (_how, turns, evaluate) => {
    const evaluates = ({ formula, direct }: Program, subject: Noun): void =>
      expect(gives(evaluate(subject, formula), direct(subject))).toBe(true)

    describe.each([31, 32, 53, 64])('2^%s', (power) => {
      const edge = 2n ** BigInt(power)
      const half = BigInt(turns / 2)

      test('its counter', () => {
        for (const off of [-2n, -1n, 0n, 1n, 2n]) {
          evaluates(COUNT, cell(atom(edge - half + off), atom(edge + half)))
        }
      })
      test('its limit', () => {
        for (const off of [-2n, -1n, 0n, 1n, 2n])
          evaluates(COUNT, cell(atom(edge + off - half), atom(edge + off)))
      })
      test('what it adds up', () => {
        evaluates(A, cell(turns, atom(edge - half)))
        evaluates(A, cell(turns, atom(edge)))
      })
      test('what it adds up, first below and then beyond, and below again', () => {
        // the same cells all the time, so that what was translated for the one is there for the other
        for (const from of [0n, edge - half, edge * edge, 5n, edge - half])
          evaluates(A, cell(turns, atom(from)))
      })
      test('the items of its list, by turns below and beyond', () => {
        const items = list(
          Array.from({ length: turns }, (_, i) => (i % 3 === 0 ? i : atom(edge + BigInt((i % 7) - 3)))),
        )
        evaluates(REV, items)
      })
      test('the sum of its list', () => {
        const from = SUM.text.replace('[8 [1 0]', `[8 [1 ${edge - half}]`)
        const items = Array.from({ length: turns / 10 }, (_, i) => i % 20)
        const sum = items.reduce((sum, n) => sum + n, 0)
        expect(gives(evaluate(list(items), noun(from)), atom(edge - half + BigInt(sum)))).toBe(true)
      })
    })

    test('a cell by turns, and an atom again', () => {
      // core [battery [counter x] limit]: x is [x 0] at even turns, its head else
      const formula = noun(`
      [9 2 [1 6 [5 [0 12] 0 7] [0 13]
              9 2 [0 2] [[4 0 12] 6 [3 0 13] [0 26] [0 13] 1 0] 0 7]
        [[1 0] 1 5] 0 1]`)
      expect(gives(evaluate(turns, formula), 5)).toBe(true)
      expect(gives(evaluate(turns + 1, formula), cell(5, 0))).toBe(true)
    })

    test('two trees that grow alike, of cells of their own, and compared in each turn', () => {
      // core [battery [counter x y equal] limit]
      const formula = noun(`
      [9 2 [1 6 [5 [0 12] 0 7] [0 55]
              9 2 [0 2] [[4 0 12] [[1 0] 0 26] [[1 0] 0 54] 6 [5 [0 26] 0 54] [4 0 55] 1 0] 0 7]
        [[1 0] [1 0] [1 0] 1 0] 0 1]`)
      expect(gives(evaluate(turns, formula), turns)).toBe(true)
    })
  },
)

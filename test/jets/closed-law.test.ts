import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Reliance, codeRun, whyOpen } from '../../jets/index.js'
import { Cell, type Noun, edit, isAtom, isCell, nock, printNoun } from '../../nock/index.js'
import { mutated, pairs, wild } from '../_kit/formulas.js'
import { axes, find, replace } from '../_kit/subjects.js'
import { nounOf } from '../_kit/text.js'

// The law: a closed formula runs no code out of its subject. So mines are laid in the subject, formulas that nobody else
// has, and the machine, which looks for a jet of every formula that it compiles, tells whether it met one.

/** A formula that gives a number above all others. */
const mine = (i: number): Cell => new Cell(1, MINE + BigInt(i))
const MINE = 2n ** 200n

const holdsMine = (noun: Noun): boolean => {
  const seen = new Set<Cell>()
  const rest = [noun]
  for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
    if (isAtom(part)) {
      if (part >= MINE) return true
    } else if (!seen.has(part)) {
      seen.add(part)
      rest.push(part.head, part.tail)
    }
  }
  return false
}

/** Does the machine come upon a formula with a mine in it? */
const runsMine = (subject: Noun, formula: Noun): boolean => {
  let found = false
  const find = (compiled: Noun): undefined => {
    found ||= holdsMine(compiled)
    return undefined
  }
  nock(subject, formula, { jets: { find }, budget: { steps: 5_000, nouns: 5_000 } })
  return found
}

/** A subject of 64 parts, every one of which is a mine or a formula made of mines. */
const minefield = ((): Noun => {
  const tree = (level: number, i: number): Noun =>
    level === 0 ? mine(i) : new Cell(tree(level - 1, 2 * i), tree(level - 1, 2 * i + 1))
  return tree(5, 0)
})()

describe('the mines work', () => {
  test.each([
    ['[9 2 0 1]', true],
    ['[2 [0 1] 0 5]', true],
    ['[8 [1 0] 2 [0 1] [0 6] 0 7]', true],
    ['[7 [0 2] 2 [1 0] [1 1] 0 3]', true],
    ['[[0 1] 0 5]', false],
    ['[2 [0 1] 1 0 5]', false],
  ])('%s: %s', (text, runs) => {
    expect(runsMine(minefield, nounOf(text))).toBe(runs)
    expect(whyOpen(nounOf(text)) !== undefined).toBe(runs)
  })
})

/** Calls of whatever can be had: of the subject's parts, of constants, of what is made of both. */
const calls: fc.Arbitrary<Noun> = fc.letrec<{ formula: Noun }>((tie) => {
  const formula = tie('formula')
  const rule = (...parts: readonly fc.Arbitrary<Noun>[]): fc.Arbitrary<Noun> =>
    fc.tuple(...parts).map((nouns) => nouns.reduceRight((tail, head) => new Cell(head, tail)))
  const is = (n: number): fc.Arbitrary<Noun> => fc.constant(n)
  const axis = fc.integer({ min: 1, max: 15 })
  const test = fc.constantFrom(nounOf('[1 0]'), nounOf('[1 1]'), nounOf('[3 0 1]'), nounOf('[5 [0 2] 0 3]'))
  return {
    formula: fc.oneof(
      { depthSize: 'small', maxDepth: 6, withCrossShrink: true },
      rule(is(0), axis),
      rule(is(1), formula),
      rule(formula, formula),
      rule(is(2), formula, formula),
      rule(is(2), formula, is(1), formula),
      rule(is(6), test, formula, formula),
      rule(fc.constantFrom(7, 8), formula, formula),
      rule(is(9), axis, formula),
      rule(is(9), is(2), rule(is(1), formula), formula),
      rule(is(10), rule(axis, formula), formula),
      rule(is(11), rule(is(5), formula), formula),
    ),
  }
}).formula

describe('a closed formula runs no code of its subject', () => {
  const counts = { closed: 0, open: 0, ran: 0 }

  test('nothing but mines', () => {
    fc.assert(
      fc.property(calls, (formula) => {
        const ran = runsMine(minefield, formula)
        const open = whyOpen(formula)
        counts[open === undefined ? 'closed' : 'open']++
        if (ran) counts.ran++
        expect(open === undefined && ran ? `closed, but it runs a mine: ${printNoun(formula)}` : '').toBe('')
      }),
      { numRuns: 20_000 },
    )
  })

  test('that was worth while', () => {
    expect(counts.closed).toBeGreaterThan(2_000)
    expect(counts.open).toBeGreaterThan(2_000)
    // what is called open is mostly so, though a call need not be reached
    expect(counts.ran).toBeGreaterThan(counts.open / 4)
  })

  test('a mine or two in a subject that a formula was made for', () => {
    fc.assert(
      fc.property(
        fc.oneof(pairs, mutated, wild),
        fc.array(axes, { minLength: 1, maxLength: 4 }),
        ({ subject, formula }, ways) => {
          fc.pre(whyOpen(formula) === undefined)
          const mined = ways.reduce(
            (noun, way, i) => (isCell(noun) ? replace(find(noun, way).axis, mine(i), noun) : mine(i)),
            subject,
          )
          expect(runsMine(mined, formula)).toBe(false)
        },
      ),
      {
        numRuns: 2_000,
      },
    )
  })
})

describe('a formula that relies on code of its subject runs that and no other', () => {
  const counts = { closed: 0, needed: 0, ran: 0 }

  test('among mines', () => {
    fc.assert(
      fc.property(calls, calls, fc.integer({ min: 2, max: 15 }), (formula, code, axis) => {
        if (whyOpen(formula, [[axis, code]]) !== undefined) return
        counts.closed++
        if (whyOpen(formula) !== undefined) counts.needed++
        expect(runsMine(edit(axis, code, minefield)!, formula)).toBe(false)
      }),
      { numRuns: 20_000 },
    )
  })

  test('and what it runs is told', () => {
    fc.assert(
      fc.property(calls, calls, calls, (formula, one, other) => {
        const offered: readonly Reliance[] = [
          [2, one],
          [6, other],
        ]
        const ran = codeRun(formula, offered)
        expect(ran._tag === 'Left').toBe(whyOpen(formula, offered) !== undefined)
        if (ran._tag === 'Left' || whyOpen(formula, ran.right) !== undefined) return
        if (ran.right.length > 0) counts.ran++
        expect(ran.right.every((reliance) => offered.includes(reliance))).toBe(true)
        const mined = ran.right.reduce((noun, [axis, code]) => edit(axis, code, noun)!, minefield)
        expect(runsMine(mined, formula)).toBe(false)
      }),
      { numRuns: 10_000 },
    )
  })

  test('that was worth while', () => {
    expect(counts.closed).toBeGreaterThan(2_000)
    expect(counts.needed).toBeGreaterThan(100)
    expect(counts.ran).toBeGreaterThan(30)
  })
})

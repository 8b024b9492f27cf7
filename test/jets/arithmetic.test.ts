import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { arithmetic, arithmeticJets } from '../../jets/index.js'
import {
  type Cell,
  type Jet,
  type Noun,
  atom,
  cell,
  equal,
  nock,
  printNoun,
  reference,
} from '../../nock/index.js'
import { draw } from '../../runtime/verify/index.js'
import { type Outcome, kindOf, printOutcome } from '../_kit/outcome.js'
import { atoms, small, trees } from '../_kit/subjects.js'
import { nounOf } from '../_kit/text.js'

const jetOf = Object.fromEntries(arithmetic.map((jet) => [jet.name, jet]))

/** A product, or what kind of crash. */
const told = (outcome: Outcome): string =>
  outcome._tag === 'Right' ? printNoun(outcome.right) : kindOf(outcome)

/** What the machine makes of a formula, with jets. */
const withJets = (subject: Noun, { formula }: Jet): string =>
  told(nock(subject, formula, { jets: arithmeticJets }))

/** Enough for every formula of arithmetic on numbers up to 24, by the reference. */
const BUDGET = { steps: 40_000 }

/** Pairs of which both sides can be counted to, or one; and everything else. */
const sides = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(small, small).map(([a, b]) => cell(a, b)) },
  { weight: 1, arbitrary: fc.tuple(small, fc.oneof(atoms, trees)).map(([a, b]) => cell(a, b)) },
  { weight: 1, arbitrary: fc.tuple(fc.oneof(atoms, trees), small).map(([a, b]) => cell(a, b)) },
  { weight: 1, arbitrary: fc.oneof(small, trees) },
)
const counts = fc.oneof({ weight: 9, arbitrary: small }, { weight: 1, arbitrary: trees })

describe.each(arithmetic)('$name, against its formula', (jet) => {
  let valued = 0
  const runs = 150

  test('the same wherever the formula has a value', () => {
    fc.assert(
      fc.property(jet.name === 'dec' ? counts : sides, (subject) => {
        const outcome = reference(subject, jet.formula, { budget: BUDGET })
        if (outcome._tag === 'Right') valued++
        // where it crashes, so does the jet; where it has not ended, it may have no value, or only be slow
        const wanted = kindOf(outcome) === 'budget' ? withJets(subject, jet) : told(outcome)
        expect(withJets(subject, jet)).toBe(wanted)
      }),
      { numRuns: runs },
    )
  })

  test('it had one often enough', () => {
    expect(valued).toBeGreaterThan(runs / 5)
  })

  test('every pair up to 8', () => {
    for (let a = 0; a <= 8; a++) {
      for (let b = 0; b <= 8; b++) {
        const subject = jet.name === 'dec' ? 9 * a + b : cell(a, b)
        const outcome = reference(subject, jet.formula, { budget: BUDGET })
        const wanted = kindOf(outcome) === 'budget' ? 'jet' : told(outcome)
        expect(withJets(subject, jet)).toBe(wanted)
      }
    }
  })

  test('it ends on every subject', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          trees,
          fc.tuple(atoms, atoms).map(([a, b]) => cell(a, b)),
        ),
        (subject) => {
          expect(withJets(subject, jet)).toMatch(/^([[\d].*|jet|axis 0|increment 4)$/)
        },
      ),
    )
  })
})

describe('on large numbers, against reckoning', () => {
  const large = fc.oneof(atoms, fc.bigInt(0n, 2n ** 3000n).map(atom))
  test.each<[string, (a: bigint, b: bigint) => bigint | undefined]>([
    ['add', (a, b) => a + b],
    ['mul', (a, b) => a * b],
    ['sub', (a, b) => (a < b ? undefined : a - b)],
    ['lth', (a, b) => (a < b ? 0n : 1n)],
  ])('%s', (name, reckon) => {
    fc.assert(
      fc.property(large, large, (a, b) => {
        const wanted = reckon(BigInt(a), BigInt(b))
        expect(withJets(cell(a, b), jetOf[name]!)).toBe(wanted === undefined ? 'jet' : String(wanted))
      }),
    )
  })

  test('dec', () => {
    fc.assert(
      fc.property(large, (n) => {
        expect(withJets(n, jetOf['dec']!)).toBe(n === 0 ? 'jet' : String(BigInt(n) - 1n))
      }),
    )
  })
})

describe.each(arithmetic)('the later point that $name names', ({ name, formula, resume }) => {
  const { small: counted, edges, large, nouns, pair } = draw
  const numbers = fc.oneof(counted, edges, large)
  const subjects = name === 'dec' ? numbers : pair(numbers, numbers)

  /** What the formula comes to from there, with the other jets for its parts. */
  const fromThere = (subject: Noun): Outcome | undefined => {
    const later = resume!(subject)
    const others = { find: (f: Cell) => (equal(f, formula) ? undefined : arithmeticJets.find(f)) }
    return later && nock(later.subject, later.formula, { jets: others, budget: { steps: 5_000 } })
  }

  test('is near the end, however large the numbers', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const outcome = fromThere(subject)!
        const wanted = withJets(subject, { name, formula } as Jet)
        // where the formula never ends, a part of it never does, or it counts for ever
        expect(told(outcome)).toMatch(wanted === 'jet' ? /^(jet|budget)$/ : new RegExp(`^${wanted}$`))
      }),
    )
  })

  test('is there or not, for whatever noun', () => {
    fc.assert(
      fc.property(fc.oneof(nouns, pair(nouns, numbers), pair(numbers, nouns)), (subject) => {
        const outcome = fromThere(subject)
        const whole = reference(subject, formula, { budget: { steps: 2_000 } })
        // there is none only where the formula crashes at once
        const ends = kindOf(whole) !== 'budget'
        return outcome === undefined ? whole._tag === 'Left' && ends : !ends || told(outcome) === told(whole)
      }),
    )
  })
})

describe('edges', () => {
  test.each([
    // around the largest whole number that JavaScript's own hold, and around 2^64
    ['dec', '1', '0'],
    ['dec', '9007199254740991', '9007199254740990'],
    ['dec', '9007199254740992', '9007199254740991'],
    ['dec', '9007199254740993', '9007199254740992'],
    ['dec', '18446744073709551616', '18446744073709551615'],
    ['add', '[9007199254740991 1]', '9007199254740992'],
    ['add', '[1 9007199254740991]', '9007199254740992'],
    ['add', '[9007199254740992 0]', '9007199254740992'],
    ['add', '[18446744073709551615 1]', '18446744073709551616'],
    ['sub', '[9007199254740992 1]', '9007199254740991'],
    ['sub', '[18446744073709551616 18446744073709551616]', '0'],
    ['mul', '[94906267 94906267]', '9007199515875289'],
    ['mul', '[1267650600228229401496703205376 3]', '3802951800684688204490109616128'],
    ['mul', '[3 1267650600228229401496703205376]', '3802951800684688204490109616128'],
    ['lth', '[9007199254740991 9007199254740992]', '0'],
    ['lth', '[9007199254740992 9007199254740992]', '1'],
    // cells, where the formula does not look at them
    ['add', '[0 1 2]', '[1 2]'],
    ['sub', '[[1 2] 0]', '[1 2]'],
    ['mul', '[0 1 2]', '0'],
    ['lth', '[3 1 2]', '0'],
    ['lth', '[[1 2] 3]', '1'],
  ])('%s %s is %s', (name, subject, wanted) => {
    const jet = jetOf[name]!
    expect(withJets(nounOf(subject), jet)).toBe(wanted)
    // in an atom's one representation
    const product = nock(nounOf(subject), jet.formula, { jets: arithmeticJets })
    expect(product._tag === 'Right' && equal(product.right, nounOf(wanted))).toBe(true)
  })

  test.each([
    // the formula never ends on these; the jet knows
    ['dec', '0', 'jet'],
    ['dec', '[1 2]', 'jet'],
    ['add', '[[1 2] 1]', 'jet'],
    ['sub', '[1 2]', 'jet'],
    ['sub', '[18446744073709551615 18446744073709551616]', 'jet'],
    ['sub', '[5 1 2]', 'jet'],
    ['mul', '[1 1 2]', 'jet'],
    ['mul', '[[1 2] 1]', 'jet'],
    ['lth', '[[1 2] 1 2]', 'jet'],
    // and here it crashes by its own rules
    ['add', '[1 1 2]', 'increment 4'],
    ['add', '5', 'axis 0'],
    ['sub', '5', 'axis 0'],
    ['mul', '5', 'axis 0'],
    ['lth', '5', 'axis 0'],
  ])('%s %s has no value: %s', (name, subject, kind) => {
    expect(kindOf(nock(nounOf(subject), jetOf[name]!.formula, { jets: arithmeticJets }))).toBe(kind)
  })

  test('a product that is too large for JavaScript spends the budget', () => {
    const half = 1n << (2n ** 29n)
    expect(kindOf(nock(cell(half, half), jetOf['mul']!.formula, { jets: arithmeticJets }))).toBe('budget')
  })

  test('2^100 times a small number, by the formula of mul with the jets of add and dec', () => {
    const [dec, add, , mul] = arithmetic
    const jets = { find: (formula: Cell) => [dec!, add!].find((jet) => equal(jet.formula, formula)) }
    for (let n = 0; n <= 20; n++) {
      const product = nock(cell(n, 2n ** 100n), mul!.formula, { jets })
      expect(printOutcome(product)).toBe(printNoun(atom(BigInt(n) * 2n ** 100n)))
    }
  })
})

import { describe, expect, test } from 'vitest'
import { arithmetic, arithmeticJets, defineJet, jetTable, showJetError } from '../../jets/index.js'
import { type Jet, type Jets, type Noun, isAtom, nock, noValue } from '../../nock/index.js'
import { formulaOf } from '../_kit/book.js'
import { kindOf, printOutcome } from '../_kit/outcome.js'
import { nounOf } from '../_kit/text.js'

// How the machine uses jets. To see that it does, some of these break the law: they give what their formula does not.

/** A jet for +(+a), and how often it ran. */
const twice = (run: (n: Noun) => Noun | undefined): Jet & { calls: number } => {
  const defined = defineJet({ name: 'twice', formula: '[4 4 0 1]', run })
  if (defined._tag === 'Left') throw new Error(showJetError(defined.left))
  const jet = {
    ...defined.right,
    calls: 0,
    run: (n: Noun) => {
      jet.calls++
      return run(n)
    },
  }
  return jet
}

const table = (...jets: readonly Jet[]): Jets => {
  const table = jetTable(jets)
  if (table._tag === 'Left') throw new Error(showJetError(table.left))
  return table.right
}

const product = (subject: string, formula: string, jets?: Jets): string =>
  printOutcome(nock(nounOf(subject), nounOf(formula), { jets }))

describe('a jet is used wherever its formula is applied', () => {
  test.each([
    // formula, how often the jet runs, product (the jet adds 100)
    ['[4 4 0 1]', 1, '105'],
    ['[[4 4 0 1] 0 1]', 1, '[105 5]'],
    ['[[0 1] 4 4 0 1]', 1, '[5 105]'],
    ['[2 [4 4 0 1] 1 0 1]', 1, '105'],
    ['[2 [0 1] 1 4 4 0 1]', 1, '105'], // a constant that is run
    ['[3 4 4 0 1]', 1, '1'],
    ['[4 4 4 0 1]', 1, '106'],
    ['[5 [4 4 0 1] [1 105]]', 1, '0'],
    ['[6 [5 [4 4 0 1] [1 105]] [4 4 0 1] [0 1]]', 2, '105'],
    ['[6 [1 1] [4 4 0 1] [0 1]]', 0, '5'],
    ['[7 [4 4 0 1] 4 4 0 1]', 2, '205'],
    ['[8 [4 4 0 1] 0 1]', 1, '[105 5]'],
    ['[8 [1 4 4 0 1] 2 [0 3] 0 2]', 1, '105'], // found in the subject
    ['[9 2 [1 4 4 0 1] 0 1]', 1, 'crash'], // an arm, whose subject is the core
    ['[9 2 [1 7 [0 3] 4 4 0 1] 0 1]', 1, '105'],
    ['[10 [2 4 4 0 1] [0 1] 0 1]', 1, '[105 5]'],
    ['[11 [1 4 4 0 1] 0 1]', 1, '5'],
    ['[11 1 4 4 0 1]', 1, '105'],
    ['[1 4 4 0 1]', 0, '[4 4 0 1]'],
    ['[4 4 4 4 0 1]', 1, '107'], // [4 4 [4 4 0 1]]
  ])('%s', (formula, calls, wanted) => {
    const jet = twice((n) => (isAtom(n) ? Number(n) + 100 : undefined))
    const found = product('5', formula, table(jet))
    expect(found.startsWith('crash') ? 'crash' : found).toBe(wanted)
    expect(jet.calls).toBe(calls)
  })

  test('in a loop, on each turn', () => {
    const jet = twice((n) => (isAtom(n) ? Number(n) + 100 : undefined))
    // [loop counter sum], ten turns
    const loop = '[8 [1 0] 8 [1 6 [5 [0 6] 1 10] [0 7] 9 2 [0 2] [4 0 6] 7 [0 7] 4 4 0 1] 9 2 0 1]'
    expect(product('0', loop, table(jet))).toBe('1000')
    expect(jet.calls).toBe(10)
  })

  test('found by the formula alone: a name or hint makes no jet', () => {
    const jet = twice(() => 0)
    expect(product('5', '[11 %twice 4 4 4 0 1]', table(jet))).toBe('1')
    expect(product('5', '[11 %twice 4 0 1]', table(jet))).toBe('6')
  })
})

describe('where a jet gives its subject back', () => {
  test('the formula is called', () => {
    const jet = twice(() => undefined)
    expect(product('5', '[4 4 0 1]', table(jet))).toBe('7')
    expect(product('[1 2]', '[7 [[4 4 0 2] 4 4 0 3] 5 [0 2] 0 3]', table(jet))).toBe('1')
    expect(product('5', '[[4 4 0 1] [7 [4 4 0 1] 4 4 0 1]]', table(jet))).toBe('[7 9]')
  })

  test('it crashes as the formula does', () => {
    const jet = twice(() => undefined)
    expect(kindOf(nock(nounOf('[1 2]'), nounOf('[4 4 0 1]'), { jets: table(jet) }))).toBe('increment 4')
  })

  test('the parts of its formula still have their jets', () => {
    const [dec, add, , mul] = arithmetic
    const back = { ...mul!, run: () => undefined }
    let added = 0
    const counting = { ...add!, run: (subject: Noun) => (added++, add!.run(subject)) }
    const jets = table(dec!, counting, back)
    expect(printOutcome(nock(nounOf('[7 1.000.000.000.000]'), mul!.formula, { jets }))).toBe('7000000000000')
    expect(added).toBe(7)
  })

  test('a jet for a part of its own formula', () => {
    const inner = defineJet({
      name: 'inner',
      formula: '[4 0 1]',
      run: (n) => (isAtom(n) ? Number(n) + 10 : undefined),
    })
    if (inner._tag === 'Left') throw new Error(showJetError(inner.left))
    const jets = table(
      twice(() => undefined),
      inner.right,
    )
    // [4 4 0 1] is [4 [4 0 1]]
    expect(product('5', '[4 4 0 1]', jets)).toBe('16')
  })
})

describe('where a jet throws', () => {
  test('Crashed is a crash', () => {
    const jet: Jet = twice((n) => {
      throw noValue(n, jet.formula)
    })
    expect(nock(5, nounOf('[7 [0 1] 4 4 0 1]'), { jets: table(jet) })).toMatchObject({
      left: { why: 'jet', rule: undefined, noun: 5 },
    })
  })

  test('anything else goes through to whoever evaluates, and the machine is as it was', () => {
    const formula = nounOf('[7 [4 4 0 1] 4 0 1]')
    let broken = true
    const jet = twice((n) => {
      if (broken) throw new TypeError('of its own')
      return n
    })
    const jets = table(jet)
    expect(() => nock(5, formula, { jets })).toThrow(new TypeError('of its own'))
    broken = false
    expect(printOutcome(nock(5, formula, { jets }))).toBe('6')
    expect(printOutcome(nock(5, formula))).toBe('8')
  })
})

describe('several sets of jets', () => {
  test('one formula, many sets in turn, each has its own', () => {
    // more sets than a formula keeps code for
    const sets = Array.from({ length: 7 }, (_, i) => table(twice(() => i)))
    const formula = nounOf('[[4 4 0 1] [7 [0 1] 4 4 0 1]]')
    for (let round = 0; round < 3; round++) {
      for (const [i, jets] of sets.entries()) {
        expect(printOutcome(nock(5, formula, { jets }))).toBe(`[${i} ${i}]`)
        expect(printOutcome(nock(5, formula))).toBe('[7 7]')
      }
    }
  })

  test('a loop that was compiled without them, then with them, then without', () => {
    const dec = formulaOf('dec')
    const budget = { steps: 1_000 }
    expect(kindOf(nock(1_000_000, dec, { budget }))).toBe('budget')
    expect(printOutcome(nock(1_000_000, dec, { budget, jets: arithmeticJets }))).toBe('999999')
    expect(kindOf(nock(1_000_000, dec, { budget }))).toBe('budget')
  })

  test('an evaluation within an evaluation, under another set', () => {
    const inner = table(twice(() => 1))
    const outer = table(twice((n) => (printOutcome(nock(n, formula, { jets: inner })) === '[1 1]' ? 2 : 3)))
    const formula = nounOf('[[4 4 0 1] [4 4 0 1]]')
    expect(printOutcome(nock(5, formula, { jets: outer }))).toBe('[2 2]')
  })
})

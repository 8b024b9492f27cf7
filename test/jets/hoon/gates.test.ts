import { describe, expect, test } from 'vitest'
import { hoon, hoonJets } from '../../../jets/hoon/index.js'
import { type DefinedJet, whyOpen } from '../../../jets/index.js'
import { nounWith } from '../../../jets/reliance.js'
import { type Noun, cell, nock, printNoun } from '../../../nock/index.js'
import { checkJet } from '../../../runtime/verify/index.js'
import { nounOf } from '../../_kit/text.js'

const jetOf = (name: string): DefinedJet => {
  const jet = hoon.find((other) => other.name === `hoon/${name}`)
  if (jet === undefined) throw new Error(`there is no gate ${name}`)
  return jet
}

/** A gate with this sample, in a context that has what it runs, or has something else at one axis of that. */
const gate = ({ formula, relies = [] }: DefinedJet, sample: Noun, other?: readonly [number, Noun]): Noun =>
  nounWith([
    [2, formula],
    [6, sample],
    ...relies.filter(([axis]) => axis !== 2 && axis !== other?.[0]),
    ...(other ? [other] : []),
  ])

describe.each(hoon)('$name', (jet) => {
  test('agrees with its formula', () => {
    const { failure, valued, answered } = checkJet(jet, { runs: 60, seed: 4, jets: hoon })
    expect(failure).toBeUndefined()
    expect(valued).toBeGreaterThan(3)
    expect(answered).toBeGreaterThan(3)
  })

  test('is closed with what it relies on, and not without any of it', () => {
    const { formula, relies = [] } = jet
    expect(whyOpen(formula, relies)).toBeUndefined()
    for (const [axis] of relies) {
      const rest = relies.filter(([other]) => other !== axis)
      expect(whyOpen(formula, rest)).toContain(`axis ${axis}`)
    }
  })
})

describe('the values', () => {
  test.each([
    ['dec', '9007199254740992', '9007199254740991'],
    ['add', '[9007199254740991 1]', '9007199254740992'],
    ['sub', '[18446744073709551616 1]', '18446744073709551615'],
    ['mul', '[4294967296 4294967296]', '18446744073709551616'],
    ['div', '[17 5]', '3'],
    ['mod', '[17 5]', '2'],
    ['dvr', '[17 5]', '[3 2]'],
    ['lth', '[1 2]', '0'],
    ['lte', '[2 2]', '0'],
    ['gth', '[1 2]', '1'],
    ['gte', '[2 2]', '0'],
    ['max', '[1 2]', '2'],
    ['min', '[1 2]', '1'],
    ['cap', '13', '3'],
    ['mas', '13', '5'],
    ['peg', '[7 2]', '14'],
    ['bex', '64', '18446744073709551616'],
    ['lsh', '[3 1]', '256'],
    ['lsh', '[[3 2] 1]', '65536'],
    ['lsh', '[0 4503599627370496]', '9007199254740992'],
    ['rsh', '[3 0x1234]', '0x12'],
    ['end', '[3 0x1234]', '0x34'],
    ['cut', '[2 [1 2] 0x1234]', '0x23'],
    ['cat', '[3 0x12 0x34]', '0x3412'],
    ['can', '[3 [1 0x1234] [2 0x56] 0]', '0x5634'],
    ['rap', '[3 0x12 0 0x3456 0]', '0x345612'],
    ['rep', '[3 0x12 0 0x3456 0]', '0x560012'],
    ['rip', '[3 0x123456]', '[0x56 0x34 0x12 0]'],
    ['rip', '[[3 0] 0]', '0'],
    ['met', '[3 0x123456]', '3'],
    ['mix', '[12 10]', '6'],
    ['con', '[12 10]', '14'],
    ['dis', '[12 10]', '8'],
    ['swp', '[3 0x123456]', '0x563412'],
    ['fil', '[3 3 0x12]', '0x121212'],
    ['mug', '0', '2046756072'],
    ['gor', '[1 2]', '0'],
    ['mor', '[1 2]', '1'],
    ['dor', '[[1 2] 1 3]', '0'],
    ['lent', '[7 7 7 0]', '3'],
    ['flop', '[1 2 3 0]', '[3 2 1 0]'],
    ['weld', '[[1 2 0] 3 0]', '[1 2 3 0]'],
    ['slag', '[1 1 2 3 0]', '[2 3 0]'],
    ['scag', '[2 1 2 3 0]', '[1 2 0]'],
    ['snag', '[2 1 2 3 0]', '3'],
  ])('(%s %s) is %s', (name, sample, product) => {
    const jet = jetOf(name)
    const done = nock(gate(jet, nounOf(sample)), jet.formula, { jets: hoonJets })
    expect(done._tag === 'Right' && printNoun(done.right)).toBe(printNoun(nounOf(product)))
  })
})

describe('in a context with other code', () => {
  test('a gate does what that code does', () => {
    const add = jetOf('add')
    const axis = add.relies?.find(([other]) => other !== 2)?.[0]
    // a gate that divides by two where there should be dec, so [4 b] is counted 4, 2, 1 and 0
    const half = nounOf('[8 [1 0] [1 6 [5 [1 4] 0 6] [1 2] 6 [5 [1 2] 0 6] [1 1] 1 0] 0 1]')
    const product = (subject: Noun, jets = hoonJets) => {
      const done = nock(subject, add.formula, { jets })
      return done._tag === 'Right' && done.right
    }
    expect(product(gate(add, cell(4, 10)))).toBe(14)
    expect(product(gate(add, cell(4, 10), [Number(axis), half]))).toBe(13)
    expect(product(gate(add, cell(4, 10)))).toBe(14)
  })

  test('every one of them notices', () => {
    for (const jet of hoon) {
      for (const [axis] of jet.relies ?? []) {
        if (axis === 2) continue
        // [0 0] crashes wherever it is run
        const subject = gate(jet, cell(1, 1), [Number(axis), cell(0, 0)])
        expect(jet.run(subject)).toBeUndefined()
      }
    }
  })
})

import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { arithmetic, defineJet, questionJet, questions } from '../../../jets/index.js'
import { type Noun, cell, increment, isAtom } from '../../../nock/index.js'
import { draw, jetLaws } from '../../../runtime/verify/index.js'

const inc = (run: (n: Noun) => Noun | undefined = (n) => (isAtom(n) ? increment(n) : undefined)) =>
  defineJet({ name: 'inc', formula: '[4 0 1]', run })

test('inc', () => jetLaws(inc(), fc.nat()))

test('a jet, too, as defineJet accepted it', () => {
  for (const jet of arithmetic) jetLaws(jet, undefined, { runs: 100 })
  jetLaws(inc(), draw.atoms, { runs: 100, seed: 1 })
})

test.each(questions)(
  'the jet of the question $name, but for the empty tape, where it is not asked',
  ({ name }) => {
    const world = {
      ask: (): never => {
        throw new Error('it was asked')
      },
    }
    jetLaws(questionJet(name, world), draw.taped(name, draw.trees, draw.small), { runs: 300 })
  },
)

test('a failure is an error that has all of it', () => {
  const wrong = inc((n) => (isAtom(n) ? (n > 9 ? 9 : increment(n)) : undefined))
  expect(() => jetLaws(wrong, fc.nat(), { seed: 42 })).toThrow(
    /^jet inc: it gives another value than its formula\n {2}subject {8}10\n {2}formula gives {2}11\n {2}jet gives {6}9\n {2}again {10}jetLaws\(…, { seed: 42, path: '[\d:]+' }\)$/,
  )
})

test('again, with the seed and the path that it told', () => {
  const wrong = inc((n) => (isAtom(n) ? (n > 9 ? 9 : increment(n)) : undefined))
  const messageOf = (options: { seed?: number; path?: string }): string => {
    try {
      jetLaws(wrong, fc.nat(), options)
    } catch (error) {
      return (error as Error).message
    }
    throw new Error('it held')
  }
  const first = messageOf({})
  const [, seed, path] = /seed: (-?\d+), path: '([\d:]+)'/.exec(first)!
  expect(messageOf({ seed: Number(seed), path: path! })).toBe(first)
})

test('one that was not accepted fails, with the reason', () => {
  const open = { name: 'mine', formula: '[9 2 0 1]', run: () => undefined }
  expect(() => jetLaws(defineJet(open))).toThrow(
    'jet mine: its formula is open, so no jet can stand for it: rule 9 runs what the subject has at axis 2',
  )
  // nor does one that was made by hand come in
  expect(() => jetLaws({ ...open, formula: cell(9, 2, 0, 1) })).toThrow('its formula is open')
})

test('a jet that never has a value fails', () => {
  const jet = defineJet({ name: 'none', formula: '[0 0]', run: () => undefined })
  expect(() => jetLaws(jet, fc.nat(), { runs: 10, seed: 1 })).toThrow(
    'jet none: its formula never reached a value in 10 runs\n  again  jetLaws(…, { seed: 1 })',
  )
})

test('the stack starts in the test, not in the checker', () => {
  const thrown = (): Error => {
    try {
      jetLaws(
        inc(() => 7),
        fc.nat(),
      )
    } catch (error) {
      return error as Error
    }
    throw new Error('it held')
  }
  const first = thrown()
    .stack!.split('\n')
    .find((line) => line.trim().startsWith('at '))
  expect(first).toContain('laws.test.ts')
})

import { expect, test } from 'vitest'
import { type Noun, Stepper, equal } from '../../../../nock/index.js'
import { cord } from '../../../../nock/cord.js'
import { stepText } from '../../../../runtime/playground/page/step-text.js'
import { nounOf } from '../../../_kit/text.js'

const nameOf = (formula: Noun) => (equal(formula, nounOf('[4 4 0 1]')) ? 'twice' : undefined)

const text = (subject: string, formula: string, n: number): string =>
  stepText(new Stepper(nounOf(subject), nounOf(formula)).at(n)!, new Set([cord('web')]), nameOf)

test('a reduction is what it reduces, without what is around that', () => {
  expect(text('[%web 2]', '[4 0 3]', 0)).toBe('*[[%web 2] 4 0 3]')
  expect(text('[%web 2]', '[4 0 3]', 2)).toBe('+2')
  expect(text('[%web 2]', '[4 0 3]', 3)).toBe('3')
  expect(text('1', '2', 0)).toBe('*[1 2]')
})

test('a long subject is cut short, the formula is there', () => {
  expect(text('[1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17]', '[4 0 2]', 0)).toBe(
    '*[[1 2 3 4 5 6 7 8 9 10 1…] 4 0 2]',
  )
})

test('a formula that has a name goes by it', () => {
  expect(text('5', '[4 4 4 0 1]', 1)).toBe('*[5 twice]')
})

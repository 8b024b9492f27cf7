import { describe, expect, test } from 'vitest'
import { printNoun } from '../../../nock/print.js'
import { type Piece, plain, showStep } from '../../../nock/stepper/expression.js'
import { sentence } from '../../../nock/stepper/sentence.js'
import { Stepper } from '../../../nock/stepper/stepper.js'
import { noun } from '../../_kit/programs.js'

/** Every step: the expression with the redex in « », and what it comes to; then what is said of it. */
const story = (subject: string, formula: string, expanded = false): string => {
  const stepper = new Stepper(noun(subject), noun(formula), { expanded })
  const lines: string[] = []
  for (let n = 0; ; n++) {
    const step = stepper.at(n)
    if (step === undefined) return '\n' + lines.join('\n') + '\n'
    const { before, after } = showStep(step)
    lines.push(
      quoted(before),
      ...(after === undefined ? [] : [`  → ${quoted(after)}`]),
      `    ${sentence(step, expanded)}`,
    )
  }
}

const quoted = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, marked }) => (marked ? `«${text}»` : text)).join('')

describe('every rule, step by step', () => {
  test.each([
    ['1', '[4 4 0 1]'],
    ['[1 2]', '[[0 3] 3 0 1]'],
    ['[1 1]', '[6 [5 [0 2] 0 3] [1 10] 1 20]'],
    ['5', '[8 [1 7] 7 [4 0 2] 2 [0 1] 1 0 1]'],
    ['1', '[9 2 1 [0 3] 9]'],
    ['[1 2]', '[10 [3 1 9] 0 1]'],
    ['7', '[11 [1 4 0 1] 11 2 0 1]'],
    ['[1 2]', '[0 6]'],
    ['7', '[6 [0 1] [0 1] 0 1]'],
    ['[1 2]', '[4 0 1]'],
    ['7', '[2 1]'],
  ])('%s %s', (subject, formula) => {
    expect(story(subject, formula)).toMatchSnapshot()
  })

  test.each([
    ['[1 2]', '[6 [1 1] [0 2] 0 3]'],
    ['1', '[9 2 1 [0 3] 9]'],
    ['7', '[11 [1 4 0 1] 0 1]'],
    ['7', '[6 [1 2] [0 1] 0 1]'],
  ])('expanded: %s %s', (subject, formula) => {
    expect(story(subject, formula, true)).toMatchSnapshot()
  })
})

describe('an expression', () => {
  test('of which only the inside is written', () => {
    const stepper = new Stepper(1, noun('[4 4 4 4 4 0 1]'))
    expect(plain(showStep(stepper.at(5)!, { around: 2 }).before)).toBe('…++*[1 0 1]…')
    expect(plain(showStep(stepper.at(5)!).before)).toBe('+++++*[1 0 1]')
  })

  test('whose nouns are written as the caller likes', () => {
    const stepper = new Stepper(noun('[[%web 0 0] 1]'), noun('[0 2]'))
    const print = (n: Parameters<typeof printNoun>[0]) => printNoun(n, { cords: true, limit: 12 })
    expect(plain(showStep(stepper.at(0)!, { print }).before)).toMatchInlineSnapshot(`"*[[[%web …]]]"`)
  })
})

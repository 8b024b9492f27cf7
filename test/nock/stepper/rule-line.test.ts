import { expect, test } from 'vitest'
import { Stepper } from '../../../nock/index.js'
import { ruleLine } from '../../../nock/stepper/rule-line.js'
import { nounOf } from '../../_kit/text.js'

const all = (subject: string, formula: string, expanded = true): string[] => {
  const stepper = new Stepper(nounOf(subject), nounOf(formula), { expanded })
  const lines: string[] = []
  for (let n = 0; ; n++) {
    const step = stepper.at(n)
    if (step === undefined) return lines
    lines.push(ruleLine(step).replace(/ {2,}/, ' -> '))
  }
}

test('each operator has its line', () => {
  expect(all('[1 2 3]', '[5 [3 0 1] 3 0 2]')).toEqual([
    '*[a 5 b c] -> =[*[a b] *[a c]]',
    '*[a 3 b] -> ?*[a b]',
    '*[a 0 b] -> /[b a]',
    '/[1 a] -> a',
    '?[a b] -> 0',
    '*[a 3 b] -> ?*[a b]',
    '*[a 0 b] -> /[b a]',
    '/[2 a b] -> a',
    '?a -> 1',
    '=[a b] -> 1',
    '',
  ])
})

test('an axis and a place have the line for what they are', () => {
  const lineOf = (subject: string, formula: string, start: string) =>
    all(subject, formula).find((line) => line.startsWith(start))
  expect(lineOf('[1 2]', '[0 3]', '/')).toBe('/[3 a b] -> b')
  expect(lineOf('[1 2 3]', '[0 6]', '/')).toBe('/[(a + a) b] -> /[2 /[a b]]')
  expect(lineOf('[1 2 3]', '[0 7]', '/')).toBe('/[(a + a + 1) b] -> /[3 /[a b]]')
  expect(lineOf('[1 2]', '[10 [1 1 5] 0 1]', '#')).toBe('#[1 a b] -> a')
  expect(lineOf('[1 2]', '[10 [2 1 5] 0 1]', '#')).toBe('#[(a + a) b c] -> #[a [b /[(a + a + 1) c]] c]')
  expect(lineOf('[1 2]', '[10 [3 1 5] 0 1]', '#')).toBe('#[(a + a + 1) b c] -> #[a [/[(a + a) c] b] c]')
  expect(lineOf('[1 2]', '[5 [0 1] 0 1]', '=')).toBe('=[a a] -> 0')
  expect(lineOf('[1 2]', '[4 0 1]', '+')).toBe('+[a b] -> +[a b]')
})

test('a rule that is folded has its own line to its end', () => {
  expect(all('7', '[6 [1 0] [4 0 1] 0 0]', false)).toEqual([
    '*[a 6 b c d] -> *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]',
    '*[a 1 b] -> b',
    '*[a 6 b c d] -> *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]',
    '*[a 4 b] -> +*[a b]',
    '*[a 0 b] -> /[b a]',
    '+a -> 1 + a',
    '',
  ])
})

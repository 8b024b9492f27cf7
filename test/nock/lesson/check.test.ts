import { describe, expect, test } from 'vitest'
import { checkLesson } from '../../../nock/lesson/check.js'
import { type Lesson } from '../../../nock/lesson/lesson.js'
import { verdictWords } from '../../../nock/lesson/words.js'
import { cell } from '../../../nock/index.js'

const lesson: Lesson = {
  name: 'state',
  title: 'The state',
  text: 'Where it is.',
  task: 'Find it.',
  start: '___ ; not this ___',
  solution: '[0 6]',
  hints: ['6'],
  cases: [
    { subject: '[%web 1 42]', product: '1' },
    { subject: '0', crash: { rule: 0, axis: '6' } },
  ],
  limits: { cells: 3, without: [7], names: ['state'] },
  wrong: [{ answer: '[0 2]', hint: 'that is the name' }],
}
const formulas = (name: string) => (name === 'state' ? cell(0, 14) : name === 'dec' ? cell(0, 0) : undefined)
const said = (answer: string, changed: Partial<Lesson> = {}) =>
  verdictWords({ ...lesson, ...changed }, checkLesson({ ...lesson, ...changed }, answer, formulas))

describe('a verdict', () => {
  test('passes the right answer, however it is written', () => {
    expect(said('; mine\n[0 0b110]')).toBe('passed: all 2 cases')
  })

  test('shows subject, what is wanted and what came, in words that the lesson uses, and the hint', () => {
    expect(said('[0 2]')).toBe(
      [
        'not yet, 0 of 2 cases are right',
        '  subject  [%web 1 42]',
        '  wanted   1',
        '  got      %web',
        '  hint     that is the name',
      ].join('\n'),
    )
  })

  test('shows a crash where a product is wanted, and a product where a crash is', () => {
    expect(said('[0 14]')).toMatch(/wanted {3}1\n {2}got {6}a crash, rule 0: there is nothing at axis 14\n/)
    expect(said('[1 1]')).toMatch(/subject {2}0\n {2}wanted {3}a crash by rule 0 at axis 6\n {2}got {6}1$/)
  })

  test('shows the hole, and a text that is no noun', () => {
    expect(said(lesson.start)).toBe(
      'not yet: line 1, column 1: this hole is for your answer\n  ___ ; not this ___\n  ^^^',
    )
    expect(said('[0 6')).toContain('this bracket is never closed')
  })

  test('takes the names that the lesson lists and no others', () => {
    expect(said('state')).toContain('nothing at axis 14')
    expect(said('dec')).toContain('this lesson is to be solved without dec')
    expect(said('stat')).toContain('did you mean state?')
  })

  test('tells which limit is overstepped', () => {
    expect(said('[7 [0 3] 0 2]')).toContain('got      a crash, rule 0: there is nothing at axis 3\n')
    const anyCrash = { cases: [lesson.cases[0]!] }
    expect(said('[7 [0 3] 0 2]', anyCrash)).toBe('not yet\n  but      this time without rule 7')
    expect(said('[2 [0 3] 1 0 2]', anyCrash)).toBe(
      'not yet\n  but      that has more than 3 cells; it can be shorter',
    )
    expect(said('[0 6]', { ...anyCrash, limits: { with: [7] } })).toBe(
      'not yet\n  but      this time with rule 7',
    )
  })

  test('ends what does not end, and takes it for no crash', () => {
    const loop = '[8 [1 9 2 0 1] 9 2 0 1]'
    expect(said(loop, { cases: [{ subject: '5', crash: {} }], limits: {} })).toContain(
      'no end: after 200.000 steps',
    )
  })
})

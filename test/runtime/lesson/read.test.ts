import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCourse } from '../../../runtime/lesson/course.js'
import { temporary } from '../../_kit/temporary.js'

const LESSON = `= Heads

What there is to know.

== task
Take the head.
== start
[0 3]
== solution
[0 2]
== hints
- 2
== cases
[1 2] -> 1
0 -> crash: rule 0, axis 2
== wrong
[0 3]
: the tail
`

describe('a lesson that is none is told where', () => {
  const directory = temporary()

  const load = (text: string) => {
    writeFileSync(join(directory, '01-heads.txt'), text)
    return loadCourse(directory)
  }

  test('this one is', () => {
    const loaded = load(LESSON)
    expect(loaded._tag === 'Right' && loaded.right.lessons[0]).toEqual({
      name: 'heads',
      title: 'Heads',
      text: 'What there is to know.',
      task: 'Take the head.',
      start: '[0 3]',
      solution: '[0 2]',
      hints: ['2'],
      cases: [
        { subject: '[1 2]', product: '1' },
        { subject: '0', crash: { rule: 0, axis: '2' } },
      ],
      limits: {},
      wrong: [{ answer: '[0 3]', hint: 'the tail' }],
    })
  })

  test.each([
    ['= Heads', 'Heads', 'line 1: a lesson starts with = and its title'],
    [
      '= Heads',
      '= Heads\nsize: 3',
      'line 2: a setting is one of names, without, with, cells, a colon and its value',
    ],
    ['= Heads', '= Heads\nwithout: twelve', 'limits, without: not a rule, 0 to 11: null'],
    ['= Heads', '= Heads\nnames: dce', 'limits, names: not the name of a formula: "dce"'],
    [
      '== task',
      '== tsak',
      'line 5: no part tsak; there are task, start, solution, hints, cases, wrong, live',
    ],
    ['== start', '== task', 'line 7: a second part task'],
    ['== solution\n[0 2]', '== solution\n[0 2', 'solution: not a noun: "[0 2"'],
    ['- 2', '2', 'line 12: a hint starts with -'],
    ['[1 2] -> 1', '[1 2] 1', 'line 14: a case is SUBJECT -> PRODUCT, SUBJECT -> crash, or is NOUN'],
    ['[1 2] -> 1', '[1 2] -> [1', 'cases'],
    ['[0 3]\n: the', ': the', 'line 17: before this there should be the answer that it is about'],
    [': the tail', '', 'wrong: not one wrong answer or more: []'],
  ])('%j as %j', (was, is, message) => {
    const loaded = load(LESSON.replace(was, is))
    expect(loaded._tag === 'Left' && loaded.left).toContain(message)
  })
})

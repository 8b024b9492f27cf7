import { describe, expect, test } from 'vitest'
import { checkLesson } from '../../../nock/lesson/check.js'
import { type Course, loadCourse } from '../../../runtime/lesson/course.js'
import { commandsOf, replay } from '../../_kit/transcript.js'

const loaded = loadCourse()
const { lessons, book } = loaded._tag === 'Right' ? loaded.right : ({ lessons: [] } as unknown as Course)

test('every lesson reads', () => {
  expect(loaded).toMatchObject({ _tag: 'Right' })
  expect(lessons.length).toBeGreaterThanOrEqual(25)
  expect(new Set(lessons.map(({ name }) => name)).size).toBe(lessons.length)
})

test('decrement comes after recursion, tapes after decrement, and the supervisor last', () => {
  const names = lessons.map(({ name }) => name)
  const order = ['rule-0', 'distribution', 'rule-7', 'recursion', 'decrement', 'tapes', 'jets', 'spec-no-op']
  expect(order.map((name) => names.indexOf(name))).toEqual(
    order.map((name) => names.indexOf(name)).sort((a, b) => a - b),
  )
  expect(names.at(-1)).toBe('spec-supervise')
})

describe.each(lessons)('$name', (lesson) => {
  const verdict = (answer: string) => checkLesson(lesson, answer, book.get)

  test('its start fails, its solution passes', () => {
    expect(verdict(lesson.start)._tag).not.toBe('passed')
    expect(verdict(lesson.solution)).toMatchObject({ _tag: 'passed' })
  })

  test.each(lesson.wrong)('$answer gets its hint', ({ answer, hint }) =>
    expect(verdict(answer)).toMatchObject({ hint }),
  )

  test('says it shortly', () => {
    const prose = lesson.text.split('\n').filter((line) => line !== '' && !line.startsWith('    '))
    expect(prose.length).toBeLessThanOrEqual(12)
    expect(lesson.text.split('\n').length).toBeLessThanOrEqual(20)
    expect(Math.max(...lesson.text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(118)
  })

  const transcript = transcriptIn(lesson.text)
  test('shows an example, and its commands do what it shows', async () => {
    expect(commandsOf(transcript)).not.toEqual([])
    expect(firstLines(await replay(transcript))).toBe(transcript)
  })
})

/** The indented lines from each command on, up to the next line that is not indented. */
function transcriptIn(text: string): string {
  const shown: string[] = []
  let isIn = false
  for (const line of text.split('\n')) {
    isIn = line.startsWith('    ') && (isIn || line.startsWith('    $ '))
    if (isIn) shown.push(line.slice(4) + '\n')
  }
  return shown.join('')
}

/** Of a message that has several lines a lesson shows the first. */
function firstLines(transcript: string): string {
  return transcript.replaceAll(/^(! .*\n)(?:!.*\n)+/gm, '$1')
}

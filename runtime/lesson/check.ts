import { checkLesson } from '../../nock/lesson/check.js'
import { type Lesson } from '../../nock/lesson/lesson.js'
import { verdictWords } from '../../nock/lesson/words.js'
import { type Desk } from './desk.js'

/** What a check found, for the terminal and for programs. */
export interface Checked {
  readonly lesson: string
  readonly passed: boolean
  /** The verdict in words. */
  readonly message: string
  /** What the live service did, where the lesson has one. */
  readonly live: readonly string[]
}

/**
 * Checks an answer, live where the lesson says so, and keeps that it passed.
 *
 * @param tell what happens live, a line each, as it happens
 */
export const check = async (
  desk: Desk,
  lesson: Lesson,
  answer: string,
  tell: (line: string) => void = () => {},
): Promise<Checked> => {
  const verdict = checkLesson(lesson, answer, desk.course.book.get)
  let message = verdictWords(lesson, verdict)
  let passed = verdict._tag === 'passed'
  const live: string[] = []
  const happened = (line: string): void => {
    live.push(line)
    tell(line)
  }
  if (passed && lesson.live) {
    if (process.platform === 'linux') {
      const { runLive } = await import('./live.js')
      const answers = new Map([...repaired(desk), [lesson.live.as, answer]])
      const done = await runLive(lesson.live.story, answers, happened)
      passed = done._tag === 'Right'
      if (done._tag === 'Left') message = `not yet: ${done.left}`
    } else happened('a live service needs Linux: left out here')
  }
  if (passed) desk.pass(lesson)
  return { lesson: lesson.name, passed, message, live }
}

/** What the learner has put in the place of formulas in other lessons, as far as it is right still. */
const repaired = (desk: Desk): readonly (readonly [string, string])[] =>
  desk.course.lessons.flatMap((lesson) => {
    const answer = lesson.live && desk.isPassed(lesson) ? desk.answer(lesson) : undefined
    if (answer === undefined) return []
    const isRight = checkLesson(lesson, answer, desk.course.book.get)._tag === 'passed'
    return isRight ? [[lesson.live!.as, answer] as const] : []
  })

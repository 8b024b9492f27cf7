import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lesson } from '../../nock/lesson/lesson.js'
import { freeName } from '../free-name.js'
import { makeDirectories } from '../supervise/make-directories.js'
import { type Course, numberOf } from './course.js'
import { type Progress, readProgress, writeProgress } from './progress.js'

/** A learner's directory: a file for each lesson that was started, and the progress. */
export class Desk {
  readonly course: Course
  readonly directory: string
  private now: Progress

  /** @param tell what is said of a damaged progress file */
  constructor(course: Course, directory: string, tell: (message: string) => void) {
    this.course = course
    this.directory = directory
    this.now = readProgress(directory, tell)
  }

  get progress(): Progress {
    return this.now
  }

  /** The file that the learner edits. */
  file(lesson: Lesson): string {
    const number = String(numberOf(this.course, lesson)).padStart(2, '0')
    return join(this.directory, `${number}-${lesson.name}.nock`)
  }

  /** The learner's answer; undefined if the lesson was not started. */
  answer(lesson: Lesson): string | undefined {
    const file = this.file(lesson)
    if (!existsSync(file)) return undefined
    try {
      return readFileSync(file, 'utf8')
    } catch (error) {
      throw Object.assign(error as Error, { path: file }) // Node does not say it of a directory
    }
  }

  isPassed(lesson: Lesson): boolean {
    return this.now.passed[lesson.name] !== undefined
  }

  /** The first lesson that is not passed; undefined at the course's end. */
  get next(): Lesson | undefined {
    return this.course.lessons.find((lesson) => !this.isPassed(lesson))
  }

  /** Writes the starting file, unless there is one: work is never overwritten. */
  start(lesson: Lesson): 'written' | 'kept' {
    const file = this.file(lesson)
    if (existsSync(file)) return 'kept'
    makeDirectories(this.directory)
    writeFileSync(file, startingFile(lesson), { flag: 'wx' })
    return 'written'
  }

  /** Begins a lesson anew; the name under which the learner's file is kept, if there was one. */
  reset(lesson: Lesson): string | undefined {
    const file = this.file(lesson)
    const kept = existsSync(file) ? freeName(`${file}.old`, '.') : undefined
    if (kept !== undefined) renameSync(file, kept)
    this.start(lesson)
    const { [lesson.name]: _passed, ...passed } = this.now.passed
    const { [lesson.name]: _hints, ...hints } = this.now.hints
    this.keep({ passed, hints, asked: this.now.asked.filter((name) => name !== lesson.name) })
    return kept
  }

  pass(lesson: Lesson): void {
    if (this.isPassed(lesson)) return
    this.keep({ ...this.now, passed: { ...this.now.passed, [lesson.name]: new Date().toISOString() } })
  }

  /** How many hints have been shown, with one more. */
  nextHint(lesson: Lesson): number {
    const shown = Math.min(lesson.hints.length, (this.now.hints[lesson.name] ?? 0) + 1)
    this.keep({ ...this.now, hints: { ...this.now.hints, [lesson.name]: shown } })
    return shown
  }

  /** Notes that the solution was asked for; whether it had been before. */
  askSolution(lesson: Lesson): boolean {
    if (this.now.asked.includes(lesson.name)) return true
    this.keep({ ...this.now, asked: [...this.now.asked, lesson.name] })
    return false
  }

  private keep(progress: Progress): void {
    this.now = progress
    writeProgress(this.directory, progress)
  }
}

/** The lesson as comments, and then what there is to work on: an editor is all one needs beside the check. */
const startingFile = ({ title, text, task, start }: Lesson): string =>
  [title, '', ...text.split('\n'), '', 'Task: ' + task.replaceAll('\n', '\n      ')]
    .join('\n')
    .replaceAll(/^/gm, '; ')
    .replaceAll(/ +$/gm, '') + `\n\n${start}\n`

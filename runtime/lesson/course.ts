import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type Lesson } from '../../nock/lesson/lesson.js'
import { readLesson } from '../../nock/lesson/read.js'
import { type Book, loadFormulas, shippedFormulas, showFormulaError } from '../formulas/index.js'
import { decodeLesson } from './codec.js'

/** The lessons in their order, and the formulas that they name. */
export interface Course {
  readonly lessons: readonly Lesson[]
  readonly book: Book
}

/** Where the lessons lie: `01-nouns.txt`, and so on. */
export const lessonDirectory = (): string => join(shippedFormulas(), 'lessons')

/** Every lesson of the package, read and decoded; or what is wrong with the first that is none. */
export const loadCourse = (directory = lessonDirectory()): E.Either<string, Course> => {
  const book = loadFormulas()
  if (E.isLeft(book)) return E.left(showFormulaError(book.left))
  const lessons: Lesson[] = []
  for (const file of readdirSync(directory).sort()) {
    const [, name] = /^\d+-([a-z0-9-]+)\.txt$/.exec(file) ?? []
    if (name === undefined) continue
    const read = readLesson(name, readFileSync(join(directory, file), 'utf8'))
    if (read._tag === 'Left') return E.left(`${file}: line ${read.left.line}: ${read.left.message}`)
    const lesson = decodeLesson(read.right, book.right.get)
    if (E.isLeft(lesson)) return E.left(`${file}: ${lesson.left}`)
    lessons.push(lesson.right)
  }
  return E.right({ lessons, book: book.right })
}

/** The number of a lesson in the course, from 1. */
export const numberOf = ({ lessons }: Course, lesson: Lesson): number => lessons.indexOf(lesson) + 1

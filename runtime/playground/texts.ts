import { type Lesson } from '../../nock/lesson/lesson.js'

/** What the page brings along of the package's texts: its build puts it in. */
export interface Texts {
  readonly lessons: readonly Lesson[]
  /** Each formula's name and its text, without comments. */
  readonly formulas: readonly (readonly [name: string, text: string])[]
}

import { type Lesson } from '../../../nock/lesson/lesson.js'
import { Editor } from './editor.js'
import { byId, element } from './element.js'
import { type Open, lessonText } from './lesson-text.js'
import { type Checked } from './messages.js'
import { Progress } from './progress.js'
import { lessons } from './texts.js'
import { Thread } from './thread.js'

/** The lessons: one is open, or none. */
export class LessonPanel {
  readonly #panel = byId('lesson')
  readonly #choice = byId<HTMLSelectElement>('lesson-choice')
  readonly #verdict = byId('lesson-verdict')
  readonly #hints = byId('lesson-hints')
  readonly #progress = new Progress()
  readonly #answer = new Editor('answer', () => this.#edited())
  readonly #thread = new Thread((message) => this.#say(`The check broke off: ${message}`, 'wrong'))
  readonly #open: Open
  readonly #changed: () => void
  #lesson: Lesson | undefined

  /**
   * @param open opens a subject and a formula in the editor
   * @param changed is told that another lesson is open, or none
   */
  constructor(open: Open, changed: () => void) {
    this.#open = open
    this.#changed = changed
    const press = (id: string, act: (lesson: Lesson) => void) =>
      byId(id).addEventListener('click', () => this.#lesson !== undefined && act(this.#lesson))
    byId('lessons').addEventListener('click', () =>
      this.#choose(this.#lesson === undefined ? this.#next() : undefined),
    )
    this.#choice.addEventListener('change', () =>
      this.#choose(lessons.find(({ name }) => name === this.#choice.value)),
    )
    press('check', (lesson) => this.#check(lesson))
    press('hint', (lesson) => this.#hint(lesson))
    press('solution', (lesson) => this.#solve(lesson))
    press('reset', (lesson) => this.#reset(lesson))
    press('lesson-try', (lesson) => this.#try(lesson, undefined))
    press('lesson-next', (lesson) => this.#choose(lessons[lessons.indexOf(lesson) + 1]))
    press('lesson-before', (lesson) => this.#choose(lessons[lessons.indexOf(lesson) - 1]))
    byId('answer').addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (this.#lesson !== undefined) this.#check(this.#lesson)
    })
  }

  /** The name of the lesson that is open. */
  get name(): string | undefined {
    return this.#lesson?.name
  }

  /** Opens the lesson of a name; none if there is none. */
  show(name: string | undefined): void {
    this.#lesson = lessons.find((one) => one.name === name)
    const lesson = this.#lesson
    this.#panel.hidden = lesson === undefined
    byId('lessons').setAttribute('aria-expanded', String(lesson !== undefined))
    if (lesson === undefined) return
    this.#choice.replaceChildren(...lessons.map((one, i) => this.#option(one, i + 1)))
    this.#choice.value = lesson.name
    const passed = lessons.filter((one) => this.#progress.of(one.name).passed).length
    byId('lesson-progress').textContent = `${passed} of ${lessons.length} passed`
    byId('lesson-title').textContent = lesson.title
    byId('lesson-text').replaceChildren(...lessonText(lesson.text, this.#open))
    byId('lesson-task').textContent = lesson.task.replaceAll('\n', ' ')
    byId<HTMLButtonElement>('lesson-before').disabled = lesson === lessons[0]
    byId<HTMLButtonElement>('lesson-next').disabled = lesson === lessons[lessons.length - 1]
    byId('lesson-try').hidden = !lesson.cases.some((one) => 'subject' in one)
    byId('lesson-live').hidden = lesson.live === undefined
    const { answer = lesson.start, hints = 0 } = this.#progress.of(lesson.name)
    this.#answer.text = answer
    this.#answer.mark(undefined)
    this.#say('', 'quiet')
    this.#showHints(lesson, hints)
  }

  #choose(lesson: Lesson | undefined): void {
    this.show(lesson?.name)
    this.#changed()
    if (lesson !== undefined) this.#choice.focus()
  }

  /** The first that is not passed. */
  #next(): Lesson | undefined {
    return lessons.find(({ name }) => !this.#progress.of(name).passed) ?? lessons[0]
  }

  #option(lesson: Lesson, number: number): HTMLOptionElement {
    const mark = this.#progress.of(lesson.name).passed ? '✓ ' : ''
    return element('option', { value: lesson.name }, `${mark}${number}. ${lesson.title}`)
  }

  #edited(): void {
    if (this.#lesson !== undefined) this.#progress.note(this.#lesson.name, { answer: this.#answer.text })
  }

  #check(lesson: Lesson): void {
    this.#say('Checking …', 'quiet')
    const answer = this.#answer.text
    this.#thread.ask<Checked>({ ask: 'check', lesson: lesson.name, answer }, (checked) => {
      if (checked.passed) this.#progress.note(lesson.name, { passed: true })
      if (this.#lesson !== lesson) return
      if (checked.passed) this.show(lesson.name)
      this.#say(checked.words, checked.passed ? 'right' : 'wrong')
      this.#answer.mark(checked.error)
      const { subject } = checked
      if (subject !== undefined) this.#offer('Step through this case', () => this.#try(lesson, subject))
      const next = lessons[lessons.indexOf(lesson) + 1]
      if (checked.passed && next !== undefined) this.#offer('Next lesson', () => this.#choose(next))
    })
  }

  /** A button below the verdict. */
  #offer(words: string, act: () => void): void {
    const button = element('button', { type: 'button', class: 'small' }, words)
    button.addEventListener('click', act)
    this.#verdict.append(button)
  }

  /** Opens the answer on a case's subject: the first one's unless another is given. */
  #try(lesson: Lesson, given: string | undefined): void {
    const first = lesson.cases.find((one) => 'subject' in one)
    const subject = given ?? (first !== undefined && 'subject' in first ? first.subject : undefined)
    if (subject !== undefined) this.#open(subject, this.#answer.text)
  }

  #hint(lesson: Lesson): void {
    const { hints = 0 } = this.#progress.of(lesson.name)
    this.#progress.note(lesson.name, { hints: Math.min(hints + 1, lesson.hints.length) })
    this.#showHints(lesson, hints + 1)
  }

  #showHints(lesson: Lesson, count: number): void {
    this.#hints.replaceChildren(...lesson.hints.slice(0, count).map((hint) => element('li', {}, hint)))
    const left = Math.max(0, lesson.hints.length - count)
    byId('hint').textContent = left === 0 ? 'No more hints' : `Hint (${left} more)`
    byId<HTMLButtonElement>('hint').disabled = left === 0
    // once all hints are there, or it is passed, one may look
    byId<HTMLButtonElement>('solution').disabled = left > 0 && !this.#progress.of(lesson.name).passed
  }

  #solve(lesson: Lesson): void {
    this.#answer.text = lesson.solution
    this.#edited()
    this.#answer.focus()
  }

  #reset(lesson: Lesson): void {
    this.#progress.reset(lesson.name)
    this.show(lesson.name)
    this.#answer.focus()
  }

  #say(words: string, kind: 'right' | 'wrong' | 'quiet'): void {
    this.#verdict.replaceChildren(element('pre', {}, words))
    this.#verdict.className = kind
  }
}

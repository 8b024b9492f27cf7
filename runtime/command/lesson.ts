import { type Either, left, right } from '../../nock/either.js'
import { type Lesson } from '../../nock/lesson/lesson.js'
import { nearest } from '../../nock/nearest.js'
import { ACTIONS } from '../lesson/actions.js'
import { type Checked, check } from '../lesson/check.js'
import { type Course, loadCourse, numberOf } from '../lesson/course.js'
import { Desk } from '../lesson/desk.js'
import { eachText } from '../lesson/watch.js'
import { EXIT, type Failure, badData, misused } from '../terminal/failure.js'
import { bold, complain, print, quoted, reason } from '../terminal/terminal.js'
import { define } from './define.js'

type Action = (typeof ACTIONS)[number] | 'where'

export const command = define({
  name: 'lesson',
  about:
    'A course in Nock that checks itself: from the first noun to the formulas of a running supervisor.\n' +
    'Says where you are; with an ACTION: list, start (write the lesson’s file), check, hint (one more),\n' +
    'solution, reset (begin it anew; your file is kept). NAME is a lesson’s name or number: unless given,\n' +
    'the first that is not passed. check ends with 0 if the lesson is passed, and with 1 if not yet.',
  examples: [
    ['runock lesson start', 'Lesson 1 of 39: A noun is an atom or a cell …'],
    ['runock lesson check --watch', 'not yet …'],
    ['runock lesson hint axes', '12 is in the tail, which is at axis 3.'],
  ],
  positionals: {
    action: { about: `ACTION and NAME: ${ACTIONS.join(', ')}`, many: 'or none', completes: 'lesson' },
  },
  options: {
    dir: {
      about: 'where your answers and your progress lie: lessons, unless given',
      value: 'DIR',
      decode: (text: string): Either<string, string> => (text === '' ? left('a directory') : right(text)),
    },
    watch: { about: 'check at each save; without NAME, go on to the next lesson once one is passed' },
    yes: { about: 'show the solution without asking twice' },
    json: { about: 'print JSON' },
  },
  run: async ({ action: words, dir = 'lessons', ...options }) => {
    const loaded = loadCourse()
    if (loaded._tag === 'Left') return left(badData(loaded.left))
    const course = loaded.right
    const [word, name, more] = words
    const action = word === undefined ? 'where' : ACTIONS.find((known) => known === word)
    if (action === undefined) return left(misused(`no action ${quoted(word!)}${didYouMean(word!, ACTIONS)}`))
    if (more !== undefined) return left(misused(`one word too many: ${quoted(more)}`))
    if (options.watch && action !== 'check') return left(misused('--watch is for check'))
    if (options.watch && options.json) return left(misused('--watch or --json, not both'))
    try {
      const desk = new Desk(course, dir, (message) => complain('runock lesson', message))
      const lesson = name === undefined ? desk.next : lessonNamed(course, name)
      if (lesson === undefined && name !== undefined) {
        const known = course.lessons.map((one) => one.name)
        return left(badData(`no lesson ${quoted(name)}${didYouMean(name, known)}`))
      }
      return await act(action, desk, lesson, name !== undefined, options)
    } catch (error) {
      // the learner's directory: not to be read, not to be written, or a file in its place
      const { code, path } = error as NodeJS.ErrnoException
      if (code === undefined) throw error
      return left(badData(`${path ?? dir}: ${reason(error)}`))
    }
  },
})

interface Options {
  readonly watch: boolean
  readonly yes: boolean
  readonly json: boolean
}

const act = async (
  action: Action,
  desk: Desk,
  lesson: Lesson | undefined,
  isNamed: boolean,
  { watch, yes, json }: Options,
): Promise<Either<Failure, number>> => {
  const { course } = desk
  const say = (text: string, data: unknown) => print((json ? JSON.stringify(data) : text) + '\n')
  if (action === 'list') {
    say(
      listText(desk),
      course.lessons.map((one) => lessonJson(desk, one)),
    )
    return right(EXIT.ok)
  }
  if (lesson === undefined) {
    say(`All ${course.lessons.length} lessons are passed.`, { done: true })
    return right(EXIT.ok)
  }
  switch (action) {
    case 'where':
      say(whereText(desk, lesson), { ...lessonJson(desk, lesson), of: course.lessons.length })
      return right(EXIT.ok)
    case 'start': {
      const done = desk.start(lesson)
      const file = desk.file(lesson)
      const told =
        done === 'written' ? `Now edit ${file}` : `${file} is there already, and is left as it is. Edit it`
      say(`${lessonText(desk, lesson)}\n\n${told}, then: runock lesson check`, {
        ...lessonJson(desk, lesson),
        done,
      })
      return right(EXIT.ok)
    }
    case 'check':
      if (watch) return watched(desk, lesson, isNamed)
      return checkedOnce(desk, lesson, say, json)
    case 'hint': {
      const shown = desk.nextHint(lesson)
      const hints = lesson.hints.slice(0, shown)
      const rest = lesson.hints.length - shown
      const after =
        rest > 0 ? `(${rest} more: runock lesson hint)` : '(that was the last: runock lesson solution)'
      say([...hints, after].join('\n'), { lesson: lesson.name, hints, more: rest })
      return right(EXIT.ok)
    }
    case 'solution':
      if (!yes && !desk.askSolution(lesson)) {
        complain('runock lesson', `ask once more for the solution of ${lesson.name}; or: runock lesson hint`)
        return right(EXIT.crash)
      }
      say(lesson.solution, { lesson: lesson.name, solution: lesson.solution })
      return right(EXIT.ok)
    case 'reset': {
      const kept = desk.reset(lesson)
      const file = desk.file(lesson)
      say(`${file} is as at the start${kept === undefined ? '' : `; yours is kept as ${kept}`}`, {
        ...lessonJson(desk, lesson),
        kept: kept ?? null,
      })
      return right(EXIT.ok)
    }
  }
}

const tellLive = (line: string): void => print(`  ${line}\n`)

const checkedOnce = async (
  desk: Desk,
  lesson: Lesson,
  say: (text: string, data: unknown) => void,
  json: boolean,
): Promise<Either<Failure, number>> => {
  const answer = desk.answer(lesson)
  if (answer === undefined) {
    return left(badData(`${desk.file(lesson)} is not there yet: runock lesson start ${lesson.name}`))
  }
  const checked = await check(desk, lesson, answer, json ? undefined : tellLive)
  say(checkedText(desk, lesson, checked), checked)
  return right(checked.passed ? EXIT.ok : EXIT.crash)
}

/** Checks at each save, until the lesson is passed; where none was named, until all are. */
const watched = async (desk: Desk, first: Lesson, isNamed: boolean): Promise<Either<Failure, number>> => {
  for (
    let lesson: Lesson | undefined = first;
    lesson !== undefined;
    lesson = isNamed ? undefined : desk.next
  ) {
    const current: Lesson = lesson
    desk.start(current)
    print(`${lessonText(desk, current)}\n\nEdit and save ${desk.file(current)}; Ctrl-C ends this.\n\n`)
    await eachText(
      desk.directory,
      () => desk.answer(current),
      async (answer) => {
        const checked = await check(desk, current, answer, tellLive)
        print(checkedText(desk, current, checked) + '\n\n')
        return !checked.passed
      },
    )
  }
  return right(EXIT.ok)
}

const lessonNamed = ({ lessons }: Course, word: string): Lesson | undefined =>
  lessons.find(({ name }) => name === word) ?? (/^\d+$/.test(word) ? lessons[Number(word) - 1] : undefined)

const didYouMean = (word: string, known: readonly string[]): string => {
  const meant = nearest(word, known)
  return meant === undefined ? ': runock lesson --help' : `; did you mean ${meant}?`
}

const lessonJson = (desk: Desk, lesson: Lesson) => ({
  number: numberOf(desk.course, lesson),
  lesson: lesson.name,
  title: lesson.title,
  passed: desk.isPassed(lesson),
  file: desk.file(lesson),
})

const lessonText = ({ course }: Desk, lesson: Lesson): string =>
  [
    bold(`Lesson ${numberOf(course, lesson)} of ${course.lessons.length}: ${lesson.title}`),
    '',
    lesson.text,
    '',
    `${bold('Task:')} ${lesson.task}`,
  ].join('\n')

const whereText = (desk: Desk, lesson: Lesson): string => {
  const { course } = desk
  const passed = course.lessons.filter((one) => desk.isPassed(one)).length
  const isStarted = desk.answer(lesson) !== undefined
  return [
    `${passed} of ${course.lessons.length} lessons passed. Next: ${numberOf(course, lesson)}, ${lesson.title}`,
    isStarted
      ? `Edit ${desk.file(lesson)}, then: runock lesson check (or hint)`
      : `runock lesson start          writes ${desk.file(lesson)} and says what there is to do`,
    ...(passed === 0 && !isStarted ? ['runock lesson check --watch  checks it at each save'] : []),
  ].join('\n')
}

const listText = (desk: Desk): string => {
  const { lessons } = desk.course
  const width = Math.max(...lessons.map(({ name }) => name.length))
  return lessons
    .map((lesson, i) => {
      const mark = desk.isPassed(lesson) ? '✓' : desk.next === lesson ? '>' : ' '
      return `${mark} ${String(i + 1).padStart(2)}  ${lesson.name.padEnd(width)}  ${lesson.title}`
    })
    .join('\n')
}

const checkedText = (desk: Desk, lesson: Lesson, { passed, message }: Checked): string => {
  const said = `${lesson.name}: ${message}`
  if (!passed) return said
  const { next } = desk
  return [
    said,
    next === undefined ? 'That was the last one: you know Nock.' : `Next: ${next.title}: runock lesson start`,
  ].join('\n')
}

import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { type Noun, parseNoun } from '../../nock/index.js'
import { type Lesson } from '../../nock/lesson/lesson.js'

/** Text that says something. */
const Words = t.refinement(t.string, (text) => text.trim() !== '', 'some text')

/** What decodes a lesson, where names stand for these formulas. */
export const lessonCodec = (formulas: (name: string) => Noun | undefined) => {
  const NounText = t.refinement(t.string, (text) => E.isRight(parseNoun(text, { names: formulas })), 'a noun')
  const Name = t.refinement(t.string, (name) => formulas(name) !== undefined, 'the name of a formula')
  const Rule = t.refinement(
    t.number,
    (rule) => Number.isInteger(rule) && rule >= 0 && rule <= 11,
    'a rule, 0 to 11',
  )
  const Count = t.refinement(t.number, (count) => Number.isInteger(count) && count > 0, 'a number above 0')
  const some = <C extends t.Mixed>(item: C, what: string) =>
    t.refinement(t.readonlyArray(item), (items) => items.length > 0, what)
  return t.intersection([
    t.type({
      name: Words,
      title: Words,
      text: Words,
      task: Words,
      start: Words,
      solution: NounText,
      hints: some(Words, 'one hint or more'),
      cases: some(
        t.union([
          t.strict({ is: NounText }),
          t.strict({ subject: NounText, product: NounText }),
          t.strict({ subject: NounText, crash: t.partial({ rule: Rule, axis: t.string }) }),
        ]),
        'one case or more',
      ),
      limits: t.partial({
        names: t.readonlyArray(Name),
        without: t.readonlyArray(Rule),
        with: t.readonlyArray(Rule),
        cells: Count,
      }),
      wrong: some(t.type({ answer: Words, hint: Words }), 'one wrong answer or more'),
    }),
    t.partial({
      live: t.type({
        as: Name,
        story: some(t.keyof({ up: null, down: null, kill: null }), 'what is done: up, down, kill'),
      }),
    }),
  ])
}

/** Decodes one lesson; what is wrong, in words, with the place in it. */
export const decodeLesson = (
  value: unknown,
  formulas: (name: string) => Noun | undefined,
): E.Either<string, Lesson> => {
  const decoded = lessonCodec(formulas).decode(value)
  if (E.isRight(decoded)) return E.right(decoded.right as Lesson)
  const [error] = decoded.left
  const keys = error!.context.map(({ key }) => key).filter((key) => key !== '' && !/^\d+$/.test(key))
  const type = error!.context[error!.context.length - 1]!.type.name
  return E.left(`${keys.join(', ')}: not ${type}: ${JSON.stringify(error!.value) ?? 'nothing'}`)
}

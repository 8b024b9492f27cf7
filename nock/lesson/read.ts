import { type Either, left, right } from '../either.js'

/** A part of a lesson's file: its lines, and the number of the first. */
interface Part {
  readonly line: number
  readonly lines: readonly string[]
}

/** What is wrong with a lesson's file, and in which line. */
export interface LessonError {
  readonly line: number
  readonly message: string
}

const PARTS = ['task', 'start', 'solution', 'hints', 'cases', 'wrong', 'live']
const SETTINGS = ['names', 'without', 'with', 'cells']

/**
 * Reads the text of a lesson into the shape of `Lesson`, for a decoder to judge what is in it.
 *
 *     = Title
 *     names: dec                 settings, each if it is wanted: formulas that the answer may name,
 *     without: 6 10              rules that it must do without, and must use,
 *     with: 2
 *     cells: 12                  and how many cells it may have
 *
 *     What there is to know.
 *
 *     == task                    and so on: start, solution
 *     == hints
 *     - the first                one a line
 *     == cases
 *     is [1 2]                   the answer is this noun
 *     [1 2] -> 1                 its product on this subject
 *     0 -> crash: rule 0, axis 2      (or `crash` alone)
 *     == wrong
 *     [0 3]                      an answer that is often given
 *     : and what to say of it
 *     == live
 *     as: stop                   the formula whose place the answer takes in a real supervisor
 *     down                       what is done then: up, down, kill
 *
 * @param name what the lesson is called
 * @returns a value to decode; or what is no line of such a file
 */
export const readLesson = (name: string, text: string): Either<LessonError, unknown> => {
  const wrong = (line: number, message: string): Either<LessonError, never> => left({ line, message })
  const lines = text.split('\n')
  if (!lines[0]!.startsWith('= ')) return wrong(1, 'a lesson starts with = and its title')

  const limits: Record<string, unknown> = {}
  let at = 1
  for (; at < lines.length && lines[at]!.trim() !== ''; at++) {
    const [, key, value] = /^(\w+): (.+)$/.exec(lines[at]!) ?? []
    if (key === undefined || !SETTINGS.includes(key))
      return wrong(at + 1, `a setting is one of ${SETTINGS.join(', ')}, a colon and its value`)
    const words = value!.trim().split(/ +/)
    limits[key] = key === 'names' ? words : key === 'cells' ? Number(value) : words.map(Number)
  }

  const parts = new Map<string, Part>()
  let part = { name: 'text', line: at + 1, lines: [] as string[] }
  const close = () => parts.set(part.name, part)
  for (; at < lines.length; at++) {
    const line = lines[at]!
    if (!line.startsWith('== ')) {
      part.lines.push(line)
      continue
    }
    close()
    const next = line.slice(3).trim()
    if (!PARTS.includes(next)) return wrong(at + 1, `no part ${next}; there are ${PARTS.join(', ')}`)
    if (parts.has(next)) return wrong(at + 1, `a second part ${next}`)
    part = { name: next, line: at + 2, lines: [] }
  }
  close()

  const whole = (key: string) => parts.get(key)?.lines.join('\n').trim()
  const cases: unknown[] = []
  for (const [line, text] of numbered(parts.get('cases'))) {
    const one = caseOf(text)
    if (one === undefined) return wrong(line, 'a case is SUBJECT -> PRODUCT, SUBJECT -> crash, or is NOUN')
    cases.push(one)
  }
  const hints: string[] = []
  for (const [line, text] of numbered(parts.get('hints'))) {
    if (!text.startsWith('- ')) return wrong(line, 'a hint starts with -')
    hints.push(text.slice(2))
  }
  const answers: { answer: string; hint: string }[] = []
  let answer: string[] = []
  for (const [line, text] of numbered(parts.get('wrong'))) {
    if (!text.startsWith(': ')) answer.push(text)
    else if (answer.length === 0)
      return wrong(line, 'before this there should be the answer that it is about')
    else {
      answers.push({ answer: answer.join('\n'), hint: text.slice(2) })
      answer = []
    }
  }
  const [as, ...story] = numbered(parts.get('live')).map(([, text]) => text)
  return right({
    name,
    title: lines[0]!.slice(2).trim(),
    text: whole('text'),
    task: whole('task'),
    start: whole('start'),
    solution: whole('solution'),
    hints,
    cases,
    limits,
    wrong: answers,
    ...(as === undefined ? {} : { live: { as: as.replace(/^as: /, ''), story } }),
  })
}

/** The lines that say something, each with its number in the file. */
const numbered = (part: Part | undefined): (readonly [number, string])[] =>
  (part?.lines ?? []).flatMap((line, i) =>
    line.trim() === '' ? [] : [[part!.line + i, line.trimEnd()] as const],
  )

const caseOf = (line: string): unknown => {
  const is = /^is (.+)$/.exec(line)
  if (is) return { is: is[1] }
  const [, subject, product] = /^(.+) -> (.+)$/.exec(line) ?? []
  if (subject === undefined) return undefined
  const [, rule, axis] = /^crash(?:: rule (\d+)(?:, axis (\d+))?)?$/.exec(product!) ?? [undefined]
  if (!product!.startsWith('crash')) return { subject, product }
  return {
    subject,
    crash: { ...(rule && { rule: Number(rule) }), ...(axis && { axis }) },
  }
}

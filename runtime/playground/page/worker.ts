// Computes for the page, which stays free meanwhile and ends it when it takes too long.
import { type Noun, describeCrash, nock, printNoun } from '../../../nock/index.js'
import { checkLesson } from '../../../nock/lesson/check.js'
import { verdictWords } from '../../../nock/lesson/words.js'
import { cordsIn } from './cords.js'
import { type Answer, type Answered, type Asked, type Checked, type Product } from './messages.js'
import { sent } from './send.js'
import { Steps } from './steps.js'
import { formulaOf, formulaTexts, lessons, nameOf, read } from './texts.js'

/** So much of a product is written. */
const WRITTEN = 20_000

let steps: Steps | undefined

onmessage = ({ data: { id, question } }: MessageEvent<Asked>): void => {
  const answer = (given: Answer): void => postMessage({ id, answer: given } satisfies Answered)
  switch (question.ask) {
    case 'product':
      return answer(product(question.subject, question.formula))
    case 'steps': {
      const { subject, formula, expanded } = question
      const begun = new Steps(noun(subject), noun(formula), expanded, cords(subject, formula), nameOf)
      steps = begun
      return count(begun, answer)
    }
    case 'look':
      return answer(steps!.look(question.at))
    case 'move':
      return answer({ is: 'moved', to: steps!.move(question.from, question.move) })
    case 'check':
      return answer(checked(question.lesson, question.answer))
  }
}

/** In slices, so that questions are answered in between. */
const count = (counting: Steps, answer: (counted: Answer) => void): void => {
  answer(counting.count())
  if (counting.counts) setTimeout(() => steps === counting && count(counting, answer))
}

/** The page asks about what it has read itself. */
const noun = (text: string): Noun => {
  const done = read(text)
  if (done._tag === 'Right') return done.right
  throw new Error(done.left.message)
}

const cords = (...texts: readonly string[]) => cordsIn([...texts, ...formulaTexts])

const product = (subject: string, formula: string): Product => {
  const whole = noun(formula)
  const done = nock(noun(subject), whole)
  return done._tag === 'Left'
    ? { is: 'product', text: undefined, noun: undefined, crash: describeCrash(done.left, whole) }
    : {
        is: 'product',
        text: printNoun(done.right, { cords: cords(subject, formula), limit: WRITTEN }),
        noun: sent(done.right),
        crash: undefined,
      }
}

const checked = (name: string, answer: string): Checked => {
  const lesson = lessons.find((one) => one.name === name)!
  const verdict = checkLesson(lesson, answer, formulaOf)
  const { offset, length } = verdict._tag === 'unreadable' ? verdict.error : { offset: 0, length: 0 }
  const finding = verdict._tag === 'wrong' ? verdict.finding : undefined
  return {
    is: 'checked',
    passed: verdict._tag === 'passed',
    words: verdictWords(lesson, verdict),
    error: verdict._tag === 'unreadable' ? { offset, length } : undefined,
    subject: finding?._tag === 'case' ? finding.subject : undefined,
  }
}

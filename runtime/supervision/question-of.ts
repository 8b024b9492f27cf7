import { type Question, questions } from '../../jets/index.js'
import { type Cell, cord, isAtom } from '../../nock/index.js'

const byTag = new Map(questions.map((question) => [cord(question.name), question]))

/** The question that a request puts, by its tag. */
export const questionOf = ({ head: tag }: Cell): Question | undefined =>
  isAtom(tag) ? byTag.get(tag) : undefined

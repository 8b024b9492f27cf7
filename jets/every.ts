import { type Jets } from '../nock/index.js'
import { arithmetic } from './arithmetic/index.js'
import { jetTable, sure } from './kit.js'
import { type World, questionJet } from './os/question.js'
import { questions } from './questions.js'

/** Every jet of this package, as a table; the questions are put to this world. */
export const everyJet = (world: World): Jets =>
  sure(jetTable([...arithmetic, ...questions.map(({ name }) => questionJet(name, world))]))

/** A world for whoever only looks jets up. */
export const NOBODY: World = {
  ask: (): never => {
    throw new Error('nobody answers')
  },
}
